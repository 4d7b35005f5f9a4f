"""What the desk holds and how it stands: counts, what is left to read, what is remembered of this machine."""

import json
from typing import Any

from parley.queries.read import Connection, number
from parley.queries.where import COUNTED

COUNTS = {
    "articles": "SELECT count(*) FROM articles",
    "meetings": f"SELECT count(*) FROM meetings m WHERE {COUNTED.sql}",
    "others": f"SELECT count(*) FROM meetings m WHERE NOT ({COUNTED.sql})",
    "uploads": "SELECT count(*) FROM batches",
    "files": "SELECT count(*) FROM documents",
}
ORIGINALS = "SELECT sum(size) FROM documents"
WAITING = "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')"
REMEMBERED = "SELECT value FROM meta WHERE key = ?"


def counts(db: Connection) -> dict[str, int]:
    """How many articles, meetings, uploads and uploaded files the database holds, whatever the filters.

    `others` are the meetings that no screen counts: only referred to, planned, cancelled, or without a text.
    """
    return {name: number(db, sql) for name, sql in COUNTS.items()}


def size_of_originals(db: Connection) -> int:
    """How many bytes the uploaded files have together, each kept once."""
    return number(db, ORIGINALS)


def left_to_read(db: Connection) -> int:
    """How many documents wait to be read, or are being read."""
    return number(db, WAITING)


def remembered(db: Connection, key: str) -> Any:
    """A fact that the worker has left about this machine; None where it has left none."""
    row = db.execute(REMEMBERED, (key,)).fetchone()
    return json.loads(row[0]) if row else None
