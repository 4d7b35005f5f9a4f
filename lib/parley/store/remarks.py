"""Mistakes that readers report who may not correct: kept until somebody who may has settled each."""

from parley.store.former import must_be_there
from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, transaction

REMARKS = """
CREATE TABLE remarks (
    id INTEGER PRIMARY KEY,
    article_key TEXT, meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL,
    what TEXT NOT NULL,   -- on what screen, on what finding
    words TEXT NOT NULL,  -- the reader's own
    actor TEXT NOT NULL, at TEXT NOT NULL, settled_at TEXT, settled_by TEXT
)"""
KEY = "SELECT key FROM articles WHERE id = ?"
KEEP = "INSERT INTO remarks (article_key, meeting_id, what, words, actor, at) VALUES (?, ?, ?, ?, ?, ?)"
SETTLE = "UPDATE remarks SET settled_at = ?, settled_by = ? WHERE id = ? AND settled_at IS NULL"


def remark(
    db: Connection, what: str, words: str, actor: str, *, article: int | None = None, meeting: int | None = None
) -> int:
    """Keep what a reader reports on an article or a meeting; its number."""
    with transaction(db):
        must_be_there(db, *([meeting] if meeting else []))
        row = db.execute(KEY, (article,)).fetchone() if article else None
        number = int(db.execute(KEEP, (row and row[0], meeting, what, words.strip(), actor, now())).lastrowid or 0)
        log(db, actor, "mistake reported", f"report {number}", what=what, words=words.strip())
        bump(db)
    return number


def settle(db: Connection, number: int, actor: str) -> None:
    """Say that a report has been seen to."""
    with transaction(db):
        if db.execute(SETTLE, (now(), actor, number)).rowcount:
            log(db, actor, "report settled", f"report {number}")
            bump(db)
