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
RECENT = timedelta(minutes=10)


def look(db: Connection, key: str, session: str, actor: str) -> list[tuple[str, str]]:
    """Say that this session looks at a text; who else did of late, with the moment, newest first."""
    since = (datetime.now(UTC) - RECENT).isoformat(timespec="milliseconds")
    with transaction(db):
        db.execute(FORGET, (since, session, key))
        db.execute(LOOK, (key, session, actor, now()))
    return [(row[0], row[1]) for row in db.execute(OTHERS, (key, session, since))]
