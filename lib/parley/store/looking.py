"""Who looks at which text at this moment, so that two people do not check one document without knowing."""

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
RECENT, SAID_AGAIN = timedelta(minutes=10), timedelta(minutes=1)
"""Who counts as looking, and after which time a session says again that it does."""


def others(db: Connection, key: str, session: str) -> tuple[bool, list[tuple[str, str]]]:
    """Whether this session said within a minute that it looks at a text; who else did of late, with the moment.

    The newest is first.
    """
    is_told = db.execute(TOLD, (key, session, _since(SAID_AGAIN))).fetchone() is not None
    return is_told, [(row[0], row[1]) for row in db.execute(OTHERS, (key, session, _since(RECENT)))]


def look(db: Connection, key: str, session: str, actor: str) -> None:
    """Say that this session looks at a text."""
    with transaction(db):
        db.execute(FORGET, (_since(RECENT), session, key))
        db.execute(LOOK, (key, session, actor, now()))


def _since(ago: timedelta) -> str:
    return (datetime.now(UTC) - ago).isoformat(timespec="milliseconds")
