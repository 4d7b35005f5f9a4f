"""When a reader was last here, and the day of the last briefing. No finding rests on it: no log, no revision."""

import json
from datetime import datetime, timedelta

from parley.store.history import remember
from parley.store.sqlite import Connection

KEPT = "SELECT value FROM meta WHERE key = ?"
AWAY = timedelta(hours=4)
"""Who comes back after so long comes for another visit."""
OFTEN = timedelta(minutes=10)
"""A visit that goes on is written no more often than this."""


def is_to_be_kept(db: Connection, actor: str, at: str) -> bool:
    """Whether the sight of this reader at this instant (ISO, UTC) is worth a write."""
    latest, _ = _visits(db, actor)
    return latest is None or _passed(latest, at) > OFTEN


def visited(db: Connection, actor: str, at: str) -> None:
    """This reader is here at this instant (ISO, UTC)."""
    latest, before = _visits(db, actor)
    comes_back = latest is not None and _passed(latest, at) > AWAY
    remember(db, f"visits.{actor}", [at, latest if comes_back else before])


def last_visit(db: Connection, actor: str) -> str | None:
    """When this reader was last seen on the visit before this one; None on the first."""
    return _visits(db, actor)[1]


def set_briefed(db: Connection, actor: str, day: str | None) -> None:
    """Keep the day of this reader's last briefing; None goes by visits again."""
    remember(db, f"briefing.{actor}", day)


def briefed_on(db: Connection, actor: str) -> str | None:
    """The day (ISO) that this reader set, if any."""
    day = _kept(db, f"briefing.{actor}")
    return day if isinstance(day, str) else None


def _visits(db: Connection, actor: str) -> tuple[str | None, str | None]:
    """The latest sight of this reader, and the last one of the visit before."""
    found = _kept(db, f"visits.{actor}")
    return (found[0], found[1]) if isinstance(found, list) else (None, None)


def _passed(since: str, at: str) -> timedelta:
    return datetime.fromisoformat(at) - datetime.fromisoformat(since)


def _kept(db: Connection, key: str) -> object:
    row = db.execute(KEPT, (key,)).fetchone()
    return json.loads(row[0]) if row else None
