"""Every stored article read anew by another codebook: requests with their progress, and one article's findings anew.

Findings stand in the store as `write_findings` writes them from a coding: what people decide about them is to be
applied there, so that a reading anew keeps it.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from parley.model import Article, Coding, LeftOut
from parley.store.changes import Change, Said, changes
from parley.store.corrections import of_meeting
from parley.store.facts import write_findings
from parley.store.former import forget_after, newest
from parley.store.history import log, now
from parley.store.merging import join, place_mentions, refresh, settle
from parley.store.sqlite import Connection, taken_back, transaction

ASK = "INSERT INTO recodings (actor, asked_at) VALUES (?, ?)"
COLUMNS = "id, actor, state, reason, version, last_id, told"
WAITING = f"SELECT {COLUMNS} FROM recodings WHERE state = 'waiting' ORDER BY id LIMIT 1"
ONE = f"SELECT {COLUMNS} FROM recodings WHERE id = ?"
PROGRESS = "UPDATE recodings SET version = ?, last_id = ?, told = ? WHERE id = ?"
END = "UPDATE recodings SET state = ?, reason = ?, finished_at = ? WHERE id = ?"
COUNT = "SELECT count(*) FROM articles WHERE id > ?"
VERSIONS = "SELECT DISTINCT codebook_version FROM articles ORDER BY 1"
STORED = """
SELECT a.id, a.title, a.text, s.name, a.url, a.published_on, a.published_basis, a.language, a.left_out
FROM articles a LEFT JOIN sources s ON s.id = a.source_id WHERE a.id > ? ORDER BY a.id LIMIT ?
"""
TITLE = "SELECT title FROM articles WHERE id = ?"
KEEP_CHANGE = "INSERT INTO recoding_changes (recoding_id, article_id, title, part, said) VALUES (?, ?, ?, ?, ?)"
CHANGES = "SELECT article_id, title, part, said FROM recoding_changes WHERE recoding_id = ? ORDER BY id"
NUMBERED = "SELECT id FROM articles WHERE key = ?"
BY = "UPDATE articles SET codebook_version = ?, named_sources = ? WHERE id = ?"
CUT = tuple(
    f"DELETE FROM {table} WHERE article_id = ?" for table in ("mentions", "commitments", "participants", "reports")
)
HELD = "SELECT meeting_id, start_at, n FROM reports WHERE article_id = ? ORDER BY n"
IS_TOLD = "SELECT EXISTS (SELECT 1 FROM reports WHERE meeting_id = ?)"
# What an article's rows say, without the numbers of rows, which change when it is written anew.
SAID = {
    "topics": """
SELECT k.topic, n.n, x.discussed, x.strength, x.by_party, x.about, x.start_at, x.end_at, x.rule, x.confidence,
       x.checked,
       (SELECT min(r.n) FROM reports r WHERE r.article_id = x.article_id AND r.meeting_id = x.meeting_id)
FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN sentences n ON n.id = x.sentence_id
WHERE x.article_id = ? ORDER BY x.start_at, k.topic""",
    "meetings": """
SELECT n, focal, status, kind, series, series_key, edition, edition_basis, start_on, end_on, place, country, parties,
       start_at, end_at, date_start_at, date_end_at, rule, checked, confidence
FROM reports WHERE article_id = ? ORDER BY n""",
    "people": """
SELECT w.person, p.name, p.office, p.party, p.present, p.start_at, p.end_at, p.rule, p.checked, p.confidence
FROM participants p JOIN people w ON w.id = p.person_id WHERE p.article_id = ? ORDER BY p.id""",
    "promises": """
SELECT actor, kind, topics, due_on, start_at, end_at, rule, checked, confidence
FROM commitments WHERE article_id = ? ORDER BY start_at, kind""",
    "sentences": "SELECT n, start_at, end_at FROM sentences WHERE article_id = ? ORDER BY n",
}
_STATED = 1  # The last column of meetings, people and promises: how sure, which is no change of what was found.
_EXACT = 2  # What finds a report of an article again: its sentence's start and its place.

Look = TypeVar("Look")
Row = tuple[int, int, int]  # A report's meeting, its sentence's start, its place in the article.


@dataclass(frozen=True, slots=True)
class Recoding:
    """A request to read all anew: how far it is, by which codebook, and what changed so far."""

    id: int
    actor: str
    state: str
    reason: str
    version: str
    last_id: int
    told: Counter[str]


class _Undone(Exception):  # noqa: N818  (no error: how a part of a transaction is taken back)
    pass


def ask(db: Connection, actor: str) -> int:
    """Ask the worker to read everything anew; the number of the request."""
    with transaction(db):
        log(db, actor, "recoding asked for", "articles")
        return int(db.execute(ASK, (actor, now())).lastrowid or 0)


def waiting(db: Connection) -> Recoding | None:
    """The oldest request that is not done."""
    return _of(db.execute(WAITING).fetchone())


def recoding(db: Connection, number: int) -> Recoding | None:
    """A request as it now stands."""
    return _of(db.execute(ONE, (number,)).fetchone())


def _of(row: tuple[int, str, str, str, str, int, str] | None) -> Recoding | None:
    return Recoding(*row[:6], Counter(json.loads(row[6]))) if row else None


def record(
    db: Connection, number: int, version: str, last_id: int, told: Counter[str], changed: Sequence[Change] = ()
) -> None:
    """Keep how far a request is and what changed on the way, in the transaction that brought it there."""
    db.execute(PROGRESS, (version, last_id, json.dumps(told), number))
    rows = [(number, one.article_id, one.title, one.part, json.dumps((one.old, one.new))) for one in changed]
    db.executemany(KEEP_CHANGE, rows)


def changes_of(db: Connection, number: int) -> tuple[Change, ...]:
    """What a request changed, article by article."""
    rows = db.execute(CHANGES, (number,)).fetchall()
    return tuple(
        Change(article, title, part, *(tuple(side) for side in json.loads(said))) for article, title, part, said in rows
    )


def end(db: Connection, one: Recoding, told: Counter[str], reason: str = "") -> None:
    """The request is done, or has failed for a reason."""
    db.execute(END, ("failed" if reason else "done", reason, now(), one.id))
    log(db, one.actor, "recoding failed" if reason else "recoded", "articles", reason=reason, **told)


def count_after(db: Connection, article_id: int = 0) -> int:
    """How many articles come after this one."""
    return int(db.execute(COUNT, (article_id,)).fetchone()[0])


def versions(db: Connection) -> list[str]:
    """By which codebooks the articles have been read."""
    return [row[0] for row in db.execute(VERSIONS)]


def stored_after(db: Connection, article_id: int, most: int) -> list[tuple[int, Article]]:
    """The next articles after this one as they were read, with their ids."""
    return [(row[0], _article(*row[1:])) for row in db.execute(STORED, (article_id, most))]


def stored(db: Connection, article_id: int) -> Article:
    """One article as it was read."""
    return stored_after(db, article_id - 1, 1)[0][1]


def numbered(db: Connection, key: str) -> int | None:
    """The number of the article with this key; None where it is not held (any more)."""
    row = db.execute(NUMBERED, (key,)).fetchone()
    return int(row[0]) if row else None


def _article(
    title: str,
    text: str,
    source: str | None,
    url: str | None,
    published_on: str | None,
    basis: str | None,
    language: str,
    left_out: str,
) -> Article:
    passages = tuple(LeftOut(**passage) for passage in json.loads(left_out))
    return Article(title, text, source, url, published_on, basis, language, passages)  # type: ignore[arg-type]


def rewrite(
    db: Connection, article_id: int, coding: Coding, *, keep: bool, told: list[Change] | None = None
) -> Counter[str]:
    """Write an article's findings anew, and say what changed; where nothing did, or not to `keep`, all stays as it was.

    What changed in words is added to `told`.

    A meeting that only this article tells of keeps its row, so that what points to it still does.
    """
    before = _said(db, article_id)
    with transaction(db):
        with suppress(_Undone), transaction(db):
            _write_anew(db, article_id, coding)
            after = _said(db, article_id)
            if not keep or before == after:
                raise _Undone
        if keep:
            sources = json.dumps(coding.sources, ensure_ascii=False)
            db.execute(BY, (coding.codebook_version, sources, article_id))
    if told is not None and before != after:
        told += changes(article_id, db.execute(TITLE, (article_id,)).fetchone()[0], before, after)
    return _changes(before, after)


def rebuild(db: Connection, article_id: int, coding: Coding) -> None:
    """`rewrite`, kept; the days of its topics are given anew too, as these can change alone."""
    rewrite(db, article_id, coding, keep=True)
    place_mentions(db, article_id=article_id)


def tried(
    db: Connection, article_id: int, coding: Coding, look: Callable[[Connection, int], Look]
) -> tuple[Look, Look]:
    """What `look` sees of an article, now and as it would be read anew by this coding; afterwards all is as it was."""
    before = look(db, article_id)
    after = before
    with taken_back(db):
        _write_anew(db, article_id, coding)
        after = look(db, article_id)
    return before, after


def write_anew(db: Connection, article_id: int, coding: Coding) -> None:
    """Write an article's findings anew, even where it says what it said: its meetings may be other rows."""
    _write_anew(db, article_id, coding)
    db.execute(BY, (coding.codebook_version, json.dumps(coding.sources, ensure_ascii=False), article_id))


def _write_anew(db: Connection, article_id: int, coding: Coding) -> None:
    told = db.execute(HELD, (article_id,)).fetchall()
    held = list(dict.fromkeys(meeting for meeting, *_ in told))
    last = newest(db)
    for statement in CUT:
        db.execute(statement, (article_id,))
    write_findings(db, article_id, coding, {start for _, start, _ in told})
    own = [meeting for meeting in held if not db.execute(IS_TOLD, (meeting,)).fetchone()[0]]
    fresh = [row for row in db.execute(HELD, (article_id,)).fetchall() if row[0] > last]
    for old, new in _pairs([row for row in told if row[0] in own], fresh, {one for one in own if of_meeting(db, one)}):
        join(db, old, new)
    refresh(db, own)
    settle(db, set(held) - set(own))
    forget_after(db, last)


def _pairs(old: Sequence[Row], fresh: Sequence[Row], decided: Collection[int]) -> list[tuple[int, int]]:
    """Which new row tells what an old one did: by sentence and place, else by sentence, else in their order.

    What was decided on a meeting finds its report by its pins: such a row takes over no other's.
    """
    pairs: dict[int, int] = {}
    for least in (_EXACT, 1, 0):
        for meeting, *place in old:
            if meeting in pairs or (meeting in decided and least < _EXACT):
                continue
            alike = (new for new, *at in fresh if new not in pairs.values() and at[:least] == place[:least])
            taken = next(alike, None)
            if taken is not None:
                pairs[meeting] = taken
    return list(pairs.items())


def _said(db: Connection, article_id: int) -> Said:
    return {part: [tuple(row) for row in db.execute(sql, (article_id,))] for part, sql in SAID.items()}


def _changes(before: Said, after: Said) -> Counter[str]:
    """1 for each way in which the article changed: "topic gained", "+trade", "meetings changed" …"""
    old, new = ({str(row[0]) for row in said["topics"]} for said in (before, after))
    changed = [f"+{topic}" for topic in new - old] + [f"-{topic}" for topic in old - new]
    changed += ["topic gained"] * bool(new - old) + ["topic lost"] * bool(old - new)
    for part in ("meetings", "people", "promises"):
        if _without_confidence(before[part]) != _without_confidence(after[part]):
            changed.append(f"{part} changed")
    return Counter(["articles", *changed, *(["changed"] if before != after else [])])


def _without_confidence(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [row[:-_STATED] for row in rows]
