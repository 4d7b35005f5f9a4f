"""What the desk holds and how it stands: counts, what waits or failed, what is remembered of this machine, the log."""

import json
from dataclasses import dataclass
from typing import Any

from parley.queries.read import Connection, number
from parley.queries.where import COUNTED

LAST = 30

COUNTS = {
    "articles": "SELECT count(*) FROM articles",
    "meetings": f"SELECT count(*) FROM meetings m WHERE {COUNTED.sql}",
    "others": f"SELECT count(*) FROM meetings m WHERE NOT ({COUNTED.sql})",
    "uploads": "SELECT count(*) FROM batches",
    "documents": "SELECT count(*) FROM documents",
}
WAITING = "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')"
FAILED = "SELECT count(*) FROM receipts WHERE outcome = 'unreadable'"
REMEMBERED = "SELECT value FROM meta WHERE key = ?"
LOG = "SELECT id, at, actor, action, target, detail FROM log ORDER BY id DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log; `about` is the name of the document, or what else it was about."""

    id: int
    at: str
    actor: str
    action: str
    about: str
    reason: str


def counts(db: Connection) -> dict[str, int]:
    """How many articles, meetings, uploads and documents the database holds, whatever the filters.

    `others` are the meetings that no screen counts: only referred to, planned, cancelled, or without a text.
    """
    return {name: number(db, sql) for name, sql in COUNTS.items()}


def waiting_and_failed(db: Connection) -> tuple[int, int]:
    """Documents that wait or are being read, and documents or parts of them that could not be read."""
    return number(db, WAITING), number(db, FAILED)


def remembered(db: Connection, key: str) -> Any:
    """A fact that the worker has left about this machine; None where it has left none."""
    row = db.execute(REMEMBERED, (key,)).fetchone()
    return json.loads(row[0]) if row else None


def last_entries(db: Connection, most: int = LAST) -> list[Entry]:
    """The newest lines of the log, newest first."""
    return [_entry(*row) for row in db.execute(LOG, (most,)).fetchall()]


def _entry(key: int, at: str, actor: str, action: str, target: str, detail: str) -> Entry:
    said = json.loads(detail) if detail else {}
    about = said.get("name") or said.get("title") or target
    return Entry(key, at, actor, action, str(about), str(said.get("reason", "")))
