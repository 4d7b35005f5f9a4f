"""An upload taken back: what it alone brought goes, what came with others too stays; and the upload brought again.

The bytes of its documents stay, so that it can be read anew.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from parley.errors import StoreError
from parley.model import Article, Coding
from parley.store.articles import redate, remove_articles
from parley.store.history import bump, log, now
from parley.store.recodings import rebuild, stored
from parley.store.sqlite import Connection, cut_search, fill_search, transaction
from parley.store.words import drop_unused

ALSO = """
EXISTS (SELECT 1 FROM receipts o JOIN batches b ON b.id = o.batch_id
        WHERE o.article_id = a.id AND o.batch_id <> a.batch_id AND b.taken = '')
"""
ALONE = f"SELECT a.id FROM articles a WHERE a.batch_id = ? AND NOT {ALSO} ORDER BY a.id LIMIT ?"
SHARED = f"SELECT a.id FROM articles a WHERE a.batch_id = ? AND {ALSO} ORDER BY a.id LIMIT ?"
COUNT = "SELECT count(*) FROM ({})"
# Meetings that count on screens, of which every report stands in an article that goes.
MEETINGS = f"""
SELECT count(*) FROM meetings m WHERE m.status = 'held' AND m.is_reported = 1 AND m.has_text = 1
AND m.id IN (SELECT r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id WHERE a.batch_id = ?)
AND NOT EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.id = r.article_id
                WHERE r.meeting_id = m.id AND (a.batch_id IS NOT ? OR {ALSO}))
"""
CORRECTIONS = f"""
SELECT count(*) FROM corrections c WHERE c.undone_at IS NULL
AND c.article_key IN (SELECT a.key FROM articles a WHERE a.batch_id = ? AND NOT {ALSO})
"""
ROWS = "SELECT count(*) FROM sheet_rows WHERE batch_id = ?"
WAITING = """
SELECT (SELECT count(*) FROM held h JOIN receipts r ON r.id = h.receipt_id WHERE r.batch_id = ? AND h.article <> '')
     + (SELECT count(*) FROM jobs WHERE batch_id = ? AND state IN ('waiting', 'running', 'asking'))
"""
HOW_MANY_UNREAD = "SELECT count(*) FROM receipts WHERE batch_id = ? AND outcome = 'unreadable'"
COPIES = "SELECT count(*) FROM same_texts WHERE batch_id = ?"
ASK = "UPDATE batches SET taken = 'asked', taken_by = ?, taken_at = ? WHERE id = ? AND taken = ''"
NEXT = "SELECT id, taken_by FROM batches WHERE taken = 'asked' ORDER BY id LIMIT 1"
STOP_READING = "UPDATE jobs SET state = 'taken' WHERE batch_id = ? AND state <> 'running'"
STOP_ALL = "UPDATE jobs SET state = 'taken', lease_owner = NULL, lease_until = NULL WHERE batch_id = ?"
DROP_HELD = "DELETE FROM held WHERE receipt_id IN (SELECT id FROM receipts WHERE batch_id = ?)"
DROP_COPIES = "DELETE FROM same_texts WHERE batch_id = ?"
DROP_ROWS = "DELETE FROM meetings WHERE id IN (SELECT meeting_id FROM sheet_rows WHERE batch_id = ?)"
SHEETS = "SELECT DISTINCT s.name FROM sheet_rows h JOIN sheets s ON s.id = h.sheet_id WHERE h.batch_id = ?"
READ_AS_ROWS = """
SELECT j.id, j.name, j.columns FROM jobs j JOIN batches b ON b.id = j.batch_id JOIN receipts r ON r.job_id = j.id
WHERE r.outcome = 'rows' AND b.taken = '' AND b.id <> ?
"""
DONE = "UPDATE batches SET taken = 'done' WHERE id = ?"
OTHER = """
SELECT o.batch_id, j.document_id FROM receipts o JOIN jobs j ON j.id = o.job_id JOIN batches b ON b.id = o.batch_id
WHERE o.article_id = ? AND o.batch_id <> ? AND b.taken = '' ORDER BY o.id LIMIT 1
"""
THEIRS = "SELECT id, title, source_id, url, published_on FROM same_texts WHERE article_id = ? AND batch_id = ?"
HAND_ON = "UPDATE articles SET batch_id = ?, document_id = ? WHERE id = ?"
RENAME = "UPDATE articles SET title = ?, source_id = ?, url = ?, read_on = ?, read_basis = NULL WHERE id = ?"
SOURCE = "UPDATE mentions SET source_id = ? WHERE article_id = ?"
DROP_COPY = "DELETE FROM same_texts WHERE id = ?"
AGAIN = "UPDATE batches SET taken = '', taken_by = '', taken_at = '' WHERE id = ? AND taken = 'done'"
READ_AGAIN = """
UPDATE jobs SET state = 'waiting', reason = '', done = 0, total = 0, attempts = 0, finished_at = NULL,
    lease_owner = NULL, lease_until = NULL WHERE {} = ?
"""
DROP_RECEIPTS = "DELETE FROM receipts WHERE {} = ?"
EVERYTHING = 2**31


@dataclass(frozen=True, slots=True)
class Effect:
    """What taking an upload back would do."""

    articles: int
    meetings: int
    """Held and reported ones, of which only these articles tell."""
    kept: int
    """Articles that came with other uploads too, and stay."""
    corrections: int
    """Decisions on the articles that go; they are kept, and hold again where the text comes back."""
    rows: int
    """Meetings of its spreadsheets."""
    waiting: int
    """Documents that are not added yet."""
    copies: int
    """Notes that the text of another article came with this upload too."""
    unread: int = 0
    """Documents that could not be read, which are told of no more."""


@dataclass(frozen=True, slots=True)
class Taking:
    """An upload that is to be taken back, and who asked for it."""

    batch: int
    actor: str


def effect(db: Connection, batch: int) -> Effect:
    """What taking this upload back would do; nothing is changed."""

    def count(sql: str, *values: int) -> int:
        return int(db.execute(sql, values).fetchone()[0])

    return Effect(
        articles=count(COUNT.format(ALONE), batch, EVERYTHING),
        meetings=count(MEETINGS, batch, batch),
        kept=count(COUNT.format(SHARED), batch, EVERYTHING),
        corrections=count(CORRECTIONS, batch),
        rows=count(ROWS, batch),
        waiting=count(WAITING, batch, batch),
        copies=count(COPIES, batch),
        unread=count(HOW_MANY_UNREAD, batch),
    )


def ask_to_take_back(db: Connection, batch: int, actor: str) -> None:
    """Have an upload taken back, and nothing more of it read; raises StoreError where somebody has asked already."""
    with transaction(db):
        if db.execute(ASK, (actor, now(), batch)).rowcount != 1:
            raise StoreError("Somebody has taken this upload back already.")
        db.execute(STOP_READING, (batch,))
        db.execute(DROP_HELD, (batch,))
        log(db, actor, "upload to take back", f"batch {batch}")


def next_to_take(db: Connection) -> Taking | None:
    """The oldest upload that is to be taken back."""
    row = db.execute(NEXT).fetchone()
    return Taking(*row) if row else None


def take_some(db: Connection, taking: Taking, most: int, code: Callable[[Article], Coding]) -> bool:
    """Take back up to so many of its articles in one transaction; True once nothing of it is left.

    What stays, dated otherwise by another upload, is coded anew.
    """
    with transaction(db):
        db.execute(STOP_ALL, (taking.batch,))  # what runs still was a dead worker's: this one is at nothing else
        alone = [row[0] for row in db.execute(ALONE, (taking.batch, most))]
        remove_articles(db, alone, actor=taking.actor, why="articles of an upload taken back")
        if len(alone) == most:
            return False
        shared = db.execute(SHARED, (taking.batch, most)).fetchall()
        for (article,) in shared:
            _hand_on(db, article, taking.batch, code)
        if len(shared) == most:
            return False
        db.execute(DROP_HELD, (taking.batch,))
        copies = db.execute(DROP_COPIES, (taking.batch,)).rowcount
        _read_older_copies(db, taking.batch)
        rows = db.execute(DROP_ROWS, (taking.batch,)).rowcount
        drop_unused(db)
        db.execute(DONE, (taking.batch,))
        log(db, taking.actor, "upload taken back", f"batch {taking.batch}", rows=rows, copies=copies)
        bump(db)
    return True


def _read_older_copies(db: Connection, batch: int) -> None:
    """Have earlier copies of its spreadsheets read once more: a newer copy has made the rows of both its own."""
    names = {row[0] for row in db.execute(SHEETS, (batch,))}
    for job, name, columns in db.execute(READ_AS_ROWS, (batch,)).fetchall() if names else ():
        if {name, json.loads(columns).get("sheet") if columns else None} & names:
            _read_again(db, "job_id", "id", job)


def _read_again(db: Connection, of_receipts: str, of_jobs: str, number: int) -> None:
    db.execute(DROP_RECEIPTS.format(of_receipts), (number,))
    db.execute(READ_AGAIN.format(of_jobs), (number,))


def _hand_on(db: Connection, article: int, batch: int, code: Callable[[Article], Coding]) -> None:
    """Let an article that came with another upload too be that one's, under the outlet and date that it had there."""
    other, document = db.execute(OTHER, (article, batch)).fetchone()
    db.execute(HAND_ON, (other, document, article))
    theirs = db.execute(THEIRS, (article, other)).fetchone()
    if theirs is None:
        return
    copy, title, source, url, published = theirs
    cut_search(db, [article])
    db.execute(RENAME, (title, source, url, published, article))
    fill_search(db, [article])
    db.execute(SOURCE, (source, article))
    db.execute(DROP_COPY, (copy,))
    was = stored(db, article).published_on
    redate(db, article)
    now_dated = stored(db, article)
    if now_dated.published_on != was:
        rebuild(db, article, code(now_dated))


def bring_again(db: Connection, batch: int, actor: str) -> None:
    """Read an upload that was taken back once more, from its bytes; raises StoreError where it was not."""
    with transaction(db):
        if db.execute(AGAIN, (batch,)).rowcount != 1:
            raise StoreError("This upload is not taken back, or is just being taken back.")
        _read_again(db, "batch_id", "batch_id", batch)
        log(db, actor, "upload brought again", f"batch {batch}")
