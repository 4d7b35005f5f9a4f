"""Who changed what and when, and the revision: a number that grows with every change that readers can see."""

import json
from datetime import UTC, datetime

from parley.store.sqlite import Connection

LOG = "INSERT INTO log (at, actor, action, target, detail) VALUES (?, ?, ?, ?, ?)"
BUMP = """
INSERT INTO meta (key, value) VALUES ('revision', '1')
ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
"""
REMEMBER = """
INSERT INTO meta (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
REVISION = "SELECT value FROM meta WHERE key = 'revision'"


def now() -> str:
    """This instant as ISO text in UTC, to the millisecond; sorts as it passes."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def log(db: Connection, actor: str, action: str, target: str, **detail: object) -> None:
    """Add a line to the append-only log: who did what to what."""
    db.execute(LOG, (now(), actor, action, target, json.dumps(detail, ensure_ascii=False) if detail else ""))


def revision(db: Connection) -> int:
    """How many changes readers could have seen so far; anything kept from an older one is stale."""
    row = db.execute(REVISION).fetchone()
    return int(row[0]) if row else 0


def bump(db: Connection) -> None:
    """Say that what readers see has changed."""
    db.execute(BUMP)


def remember(db: Connection, key: str, fact: object) -> None:
    """Keep a fact about this machine or this database for the screens, in place of what was known before."""
    db.execute(REMEMBER, (key, json.dumps(fact, ensure_ascii=False)))
