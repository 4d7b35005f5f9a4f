"""Documents that were read and wait: kept apart from all that screens count, until somebody adds them or leaves them.

States: waiting -> adding (asked for) -> gone, as the article is in the store; or left (kept aside), and waiting again
once it is brought back.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.model import Article, Coding
from parley.store.articles import SaveResult, text_key
from parley.store.copies import Origin
from parley.store.history import log
from parley.store.jobs import Job
from parley.store.kept import as_json, from_json
from parley.store.sqlite import Connection, among, keys, transaction
from parley.store.trial import Becomes, Outcome, Waiting

KEEP = """
INSERT INTO held (receipt_id, key, title, source, url, published_on, article, coding)
SELECT id, ?, ?, ?, ?, ?, ?, ? FROM receipts WHERE job_id = ? AND n = ?
"""
# What of an upload that stands could not be read and has no line of its own yet; rows of a spreadsheet have none.
UNLISTED = """
SELECT r.id, CASE WHEN r.title = '' THEN r.name ELSE r.title END, r.reason
FROM receipts r JOIN jobs j ON j.id = r.job_id JOIN batches b ON b.id = r.batch_id
WHERE r.outcome = 'unreadable' AND j.hold = 1 AND b.taken = ''
  AND NOT EXISTS (SELECT 1 FROM held h WHERE h.receipt_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM receipts o WHERE o.job_id = r.job_id AND o.outcome = 'rows')
"""
LIST_UNREAD = "INSERT INTO held (receipt_id, kind, place, title, told) VALUES (?, 'unreadable', 1, ?, ?)"
FULL = """
SELECT h.id, h.article, h.coding, h.asked_by, b.actor, j.document_id, r.batch_id
FROM held h JOIN receipts r ON r.id = h.receipt_id JOIN jobs j ON j.id = r.job_id JOIN batches b ON b.id = r.batch_id
WHERE h.article <> '' AND {which} ORDER BY h.id LIMIT ?
"""
ASKED = FULL.format(which="h.state = 'adding'")
THESE = FULL.format(which=f"{among('h.id')} AND h.state = 'waiting'")
UNSEEN = FULL.format(which="h.state = 'waiting' AND h.id > ?")
WINDOW = "SELECT id, seen FROM held WHERE state = 'waiting' AND kind <> 'unreadable' AND id > ? ORDER BY id LIMIT ?"
# What was left out as it reports no meeting, and recalls one: another text may tell of that since. Of what an earlier
# version looked at it is not known whether it does, so that is looked at once.
SET_ASIDE = """h.state = 'left' AND ((h.kind = 'none' AND coalesce(h.recalls, 1) = 1)
  OR (h.kind = 'adds' AND h.returns = 1))"""
ASIDE = FULL.format(which=f"{SET_ASIDE} AND h.seen <> ?")
IS_ASIDE = f"SELECT EXISTS (SELECT 1 FROM held h WHERE {SET_ASIDE} AND h.seen <> ?)"
LOOKED_AT = (
    "UPDATE held SET kind = ?, place = ?, told = ?, recalls = ?, returns = ?, seen = ? WHERE id = ? AND state = {}"
)
SEEN, SEEN_ASIDE = LOOKED_AT.format("'waiting'"), LOOKED_AT.format("'left'")
IS_UNSEEN = "SELECT EXISTS (SELECT 1 FROM held WHERE state = 'waiting' AND article <> '' AND seen <> ?)"
IS_UNLISTED = f"SELECT EXISTS ({UNLISTED})"
IS_ASKED = "SELECT EXISTS (SELECT 1 FROM held WHERE state = 'adding')"
STANDS = "SELECT count(*) || '.' || coalesce(max(id), 0) FROM articles"
# What could not be read has nothing to add, though a page drawn before may still ask for it.
MOVE = f"UPDATE held SET state = ?, asked_by = ? WHERE state = ? AND {among('id')} AND (article <> '' OR ? <> 'adding')"
SAY = f"""
UPDATE receipts SET outcome = ? WHERE id IN (SELECT receipt_id FROM held
    WHERE state = ? AND article <> '' AND {among("id")})
"""
ADDED = """
UPDATE receipts SET outcome = ?, article_id = ?, reason = ? WHERE id = (SELECT receipt_id FROM held WHERE id = ?)
"""
LOOK_AGAIN = "UPDATE held SET seen = '' WHERE key = ?"
LOOK_AT_THESE = f"UPDATE held SET seen = '' WHERE {among('id')}"
GONE = "DELETE FROM held WHERE id = ?"
FAILED = "UPDATE held SET state = 'waiting', kind = 'unreadable', place = 1, article = '', told = ? WHERE id = ?"
AGAIN = """
SELECT r.name FROM held h JOIN receipts r ON r.id = h.receipt_id JOIN jobs j ON j.id = r.job_id
WHERE h.key = ? AND r.batch_id <> ? AND coalesce(h.source, '') = ? AND coalesce(h.url, '') = ?
  AND (h.source <> '' OR h.url <> '' OR j.document_id = ?) LIMIT 1
"""
EVERYTHING = 2**31

KINDS = ("needs", "unreadable", "new", "adds", "copy", "none")
"""What a waiting document is, in the order of the list: those that a person must look at come first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that somebody has asked to add."""

    waiting: Waiting
    by: str


def keep(db: Connection, job: Job, n: int, article: Article, coding: Coding) -> None:
    """Let an article wait whose receipt is the `n`th of its document."""
    known_by = (text_key(article.text), article.title, article.source, article.url, article.published_on)
    db.execute(KEEP, (*known_by, as_json(article), as_json(coding), job.id, n))


def waits_already(db: Connection, job: Job, article: Article) -> str | None:
    """The name of the waiting document of another upload that is this very article: text, outlet and address.

    Within an upload each document has its row: the second one is a copy.
    """
    told = (text_key(article.text), job.batch_id, article.source or "", article.url or "", job.document_id)
    row = db.execute(AGAIN, told).fetchone()
    return str(row[0]) if row else None


def standing(db: Connection) -> str:
    """What tells whether articles came or went since."""
    return str(db.execute(STANDS).fetchone()[0])


def is_any_unseen(db: Connection) -> bool:
    """Whether a waiting document has not been looked at since articles last came or went."""
    stands = (standing(db),)
    asked = ((IS_UNSEEN, stands), (IS_ASIDE, stands), (IS_UNLISTED, ()))
    return any(db.execute(sql, about).fetchone()[0] for sql, about in asked)


def is_any_asked(db: Connection) -> bool:
    """Whether somebody has asked to add a document that is not yet added."""
    return bool(db.execute(IS_ASKED).fetchone()[0])


def list_unread(db: Connection) -> int:
    """Give what could not be read its line among the documents that wait; how many came."""
    rows = [(receipt, title, _because(reason)) for receipt, title, reason in db.execute(UNLISTED).fetchall()]
    db.executemany(LIST_UNREAD, rows)
    return len(rows)


def unseen(db: Connection, most: int) -> list[Waiting]:
    """The first documents, in groups of as many in the order in which they came, of which one was not looked at."""
    stands, after = standing(db), 0
    while window := db.execute(WINDOW, (after, most)).fetchall():
        if any(seen != stands for _, seen in window):
            return [_waiting(row) for row in db.execute(UNSEEN, (after, most))]
        after = window[-1][0]
    return []


def aside(db: Connection, most: int) -> list[Waiting]:
    """Documents left out that recall a meeting of which another text may tell since, not looked at since then."""
    return [_waiting(row) for row in db.execute(ASIDE, (standing(db), most))]


def these(db: Connection, ids: Sequence[int]) -> list[Waiting]:
    """Those of these documents that still wait, in the order in which they came."""
    return [_waiting(row) for row in db.execute(THESE, (keys(ids), EVERYTHING))]


def asked(db: Connection, most: int) -> list[Asked]:
    """The next documents that somebody has asked to add."""
    return [Asked(_waiting(row), row[3]) for row in db.execute(ASKED, (most,))]


def _waiting(row: tuple[int, str, str, str, str, int, int]) -> Waiting:
    number, article, coding, by, actor, document, batch = row
    origin = Origin(by or actor, document, batch)
    return Waiting(number, from_json(Article, article), from_json(Coding, coding), origin)


def write_seen(db: Connection, outcomes: Iterable[Outcome], seen: str) -> None:
    """Keep what each document is, and whether it needs a person."""
    rows = []
    for outcome in outcomes:
        kind = "needs" if outcome.doubts else outcome.becomes
        rows.append(_row(outcome, kind, seen))
    db.executemany(SEEN, rows)


def write_aside(db: Connection, outcomes: Iterable[Outcome], seen: str) -> None:
    """Keep of documents left out which would add to a meeting by now, as another text that is held tells of it."""
    rows = []
    for one in outcomes:
        returns = one.becomes == "adds" and one.meeting_id is not None
        kind: Becomes = "adds" if returns else "none"
        told = replace(one, becomes=kind, returns=returns)
        rows.append(_row(told, kind, seen))
    db.executemany(SEEN_ASIDE, rows)


def _row(outcome: Outcome, kind: str, seen: str) -> tuple[str, int, str, bool, bool, str, int]:
    """What is kept of a document that was looked at, in the order of `SEEN` and `SEEN_ASIDE`."""
    told = (kind, KINDS.index(kind), as_json(outcome), outcome.recalls, outcome.returns)
    return (*told, seen, outcome.held_id)


def look_again(db: Connection, key: str) -> None:
    """Have documents with this text looked at anew, as people decided on what was found in it."""
    db.execute(LOOK_AGAIN, (key,))


def ask_to_add(db: Connection, ids: Sequence[int], actor: str) -> int:
    """Have these documents added, and no others; how many of them still waited."""
    return _move(db, ids, "waiting", "adding", "waits", actor, "documents to add")


def leave_out(db: Connection, ids: Sequence[int], actor: str) -> int:
    """Keep these documents aside; how many of them still waited."""
    return _move(db, ids, "waiting", "left", "left", actor, "documents left out")


def bring_back(db: Connection, ids: Sequence[int], actor: str) -> int:
    """Let documents that were left out wait again, to be looked at anew; how many there were."""
    with transaction(db):
        db.execute(LOOK_AT_THESE, (keys(ids),))
        return _move(db, ids, "left", "waiting", "waits", actor, "documents brought back")


def _move(db: Connection, ids: Sequence[int], old: str, new: str, outcome: str, actor: str, what: str) -> int:
    which = keys(ids)
    with transaction(db):
        moved = int(db.execute(MOVE, (new, actor, old, which, new)).rowcount)
        db.execute(SAY, (outcome, new, which))
        if moved:
            log(db, actor, what, "waiting documents", documents=moved)
    return moved


def end(db: Connection, one: Waiting, result: SaveResult | str) -> None:
    """The document is added, and waits no more; or it cannot be, and its line says why."""
    if isinstance(result, str):
        db.execute(ADDED, ("unreadable", None, result, one.id))
        db.execute(FAILED, (_because(result), one.id))
        return
    db.execute(ADDED, (result.outcome, result.article_id, "", one.id))
    db.execute(GONE, (one.id,))


def _because(reason: str) -> str:
    """What is seen of a document that cannot be read."""
    return json.dumps({"reason": reason}, ensure_ascii=False)
