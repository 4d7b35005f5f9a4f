"""Who looks at which text at this moment, so that two people do not check one document without knowing.

A reader is known by the browser, of which each window has a session of its own: a page drawn anew is no second person.
"""

from datetime import UTC, datetime, timedelta

from parley.store.history import now
from parley.store.sqlite import Connection, transaction

LOOK = """
INSERT INTO looking (key, session, actor, at) VALUES (?, ?, ?, ?)
ON CONFLICT (key, session) DO UPDATE SET at = excluded.at, actor = excluded.actor
"""
FORGET = "DELETE FROM looking WHERE at < ? OR (session = ? AND key <> ?)"
OTHERS = "SELECT actor, at FROM looking WHERE key = ? AND session <> ? AND at >= ? ORDER BY at DESC"
TOLD = "SELECT 1 FROM looking WHERE key = ? AND session = ? AND at >= ?"
SAID_AGAIN, RECENT = timedelta(seconds=40), timedelta(seconds=150)
"""After which time a reader who still looks says so again, and after which silence they look no more.

Browsers let a window in the background act once a minute.
"""


def others(db: Connection, key: str, reader: str) -> tuple[bool, list[tuple[str, str]]]:
    """Whether this reader has just said that they look at a text; who else looks at it, with the moment they last said.

    The newest is first.
    """
    is_told = db.execute(TOLD, (key, reader, _since(SAID_AGAIN))).fetchone() is not None
    return is_told, [(row[0], row[1]) for row in db.execute(OTHERS, (key, reader, _since(RECENT)))]


def look(db: Connection, key: str, reader: str, actor: str) -> None:
    """Say that this reader looks at a text, and at no other."""
    with transaction(db):
        db.execute(FORGET, (_since(RECENT), reader, key))
        db.execute(LOOK, (key, reader, actor, now()))


def _since(ago: timedelta) -> str:
    return (datetime.now(UTC) - ago).isoformat(timespec="milliseconds")
