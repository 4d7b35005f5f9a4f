"""Trials of many documents: asked for by a screen, run by the worker, as they take seconds."""

import json
from collections.abc import Sequence

from parley.store.history import now
from parley.store.sqlite import Connection, transaction

ASK = "INSERT INTO trials (actor, asked_at, ids) VALUES (?, ?, ?)"
DROP_OLD = "DELETE FROM trials WHERE actor = ?"
NEXT = "SELECT id, ids FROM trials WHERE told = '' ORDER BY id LIMIT 1"
TELL = "UPDATE trials SET told = ? WHERE id = ?"


def ask_for_trial(db: Connection, ids: Sequence[int], actor: str) -> int:
    """Have these documents tried; the number of the request, in place of that actor's earlier ones."""
    with transaction(db):
        db.execute(DROP_OLD, (actor,))
        return int(db.execute(ASK, (actor, now(), json.dumps(list(ids)))).lastrowid or 0)


def next_trial(db: Connection) -> tuple[int, tuple[int, ...]] | None:
    """The oldest request that was not tried yet, with its documents."""
    row = db.execute(NEXT).fetchone()
    return (int(row[0]), tuple(json.loads(row[1]))) if row else None


def tell(db: Connection, number: int, told: str) -> None:
    """Keep what the trial has shown, as JSON."""
    with transaction(db):
        db.execute(TELL, (told, number))
