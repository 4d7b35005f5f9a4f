"""Context events that a desk adds: written at once, each told in the log, removed and put back. Nothing counts them."""

import json
from collections.abc import Sequence

from parley.model import ContextEvent
from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, transaction

ADD = """
INSERT INTO context_events (title, first_on, last_on, sides, dialogues, link, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
REMOVE = "UPDATE context_events SET removed_at = ?, removed_by = ? WHERE id = ? AND removed_at IS NULL"
PUT_BACK = "UPDATE context_events SET removed_at = NULL, removed_by = NULL WHERE id = ? AND removed_at IS NOT NULL"


def add_events(db: Connection, events: Sequence[ContextEvent], actor: str) -> tuple[int, ...]:
    """Add these events, all or none; their numbers."""
    added = []
    with transaction(db):
        for event in events:
            lists = (json.dumps(event.sides), json.dumps(event.dialogues))
            values = (event.title, event.first_on, event.last_on, *lists, event.link, actor, now())
            number = int(db.execute(ADD, values).lastrowid or 0)
            log(db, actor, "context event added", f"context event {number}", title=event.title, first=event.first_on)
            added.append(number)
        bump(db)
    return tuple(added)


def remove_events(db: Connection, numbers: Sequence[int], actor: str) -> tuple[int, ...]:
    """Take these events out of every picture; the numbers of those that were still there."""
    with transaction(db):
        gone = tuple(number for number in numbers if db.execute(REMOVE, (now(), actor, number)).rowcount)
        for number in gone:
            log(db, actor, "context event removed", f"context event {number}")
        bump(db)
    return gone


def put_back_events(db: Connection, numbers: Sequence[int], actor: str) -> tuple[int, ...]:
    """Undo a removal; the numbers of those that came back."""
    with transaction(db):
        back = tuple(number for number in numbers if db.execute(PUT_BACK, (number,)).rowcount)
        for number in back:
            log(db, actor, "context event put back", f"context event {number}")
        bump(db)
    return back
