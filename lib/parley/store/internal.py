"""Documents of the house: marked by the text itself, so that taking an upload back and bringing it again keeps it."""

from collections.abc import Sequence

from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, among, keys, transaction

INTERNAL = """
CREATE TABLE internal_texts (key TEXT PRIMARY KEY, actor TEXT NOT NULL, marked_at TEXT NOT NULL);
"""
OF_AN_UPLOAD = "ALTER TABLE batches ADD COLUMN internal INTEGER NOT NULL DEFAULT 0"
MARK = f"""INSERT INTO internal_texts (key, actor, marked_at)
SELECT a.key, ?, ? FROM articles a WHERE {among("a.id")} ON CONFLICT (key) DO NOTHING"""
MARK_TEXT = "INSERT INTO internal_texts (key, actor, marked_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING"
STANDS_AS_PUBLIC = """SELECT NOT EXISTS (SELECT 1 FROM internal_texts i WHERE i.key = ?)
AND (EXISTS (SELECT 1 FROM articles a WHERE a.key = ?)
    OR EXISTS (SELECT 1 FROM held h WHERE h.key = ? AND h.state IN ('waiting', 'adding')))"""
UNMARK_TEXT = "DELETE FROM internal_texts WHERE key = ?"
MARKED = "marked internal"
UNMARK = f"""DELETE FROM internal_texts WHERE key IN
(SELECT a.key FROM articles a WHERE {among("a.id")})"""


def mark(db: Connection, actor: str, articles: Sequence[int], *, internal: bool) -> int:
    """Mark articles as internal, or as public again; how many that changed."""
    listed = keys(articles)
    with transaction(db):
        changed = db.execute(MARK, (actor, now(), listed)) if internal else db.execute(UNMARK, (listed,))
        if not changed.rowcount:
            return 0
        log(db, actor, MARKED if internal else "marked public", "articles", articles=list(articles))
        bump(db)
    return int(changed.rowcount)


def mark_key(db: Connection, actor: str, key: str, title: str, *, internal: bool) -> None:
    """Mark one text as internal, or as public again, whether its article is held or waits."""
    with transaction(db):
        statement, values = (MARK_TEXT, (key, actor, now())) if internal else (UNMARK_TEXT, (key,))
        if db.execute(statement, values).rowcount:
            log(db, actor, MARKED if internal else "marked public", "text", article=key, title=title)
            bump(db)


def mark_text(db: Connection, actor: str, key: str, title: str) -> None:
    """Mark a text of an internal upload, whether its article is held, waits, or comes later."""
    if db.execute(MARK_TEXT, (key, actor, now())).rowcount:
        log(db, actor, MARKED, "text", article=key, title=title)
        bump(db)


def stands_as_public(db: Connection, key: str) -> bool:
    """Whether the desk has this text, held or waiting, and not as an internal one."""
    return bool(db.execute(STANDS_AS_PUBLIC, (key, key, key)).fetchone()[0])
