"""The context events of the desk, as the filters leave them: around the meetings, never counted among them."""

import json
from collections.abc import Iterable

from parley.model import ContextEvent, Filters
from parley.queries.read import Connection
from parley.store.days import Interval, interval

EVENTS = """SELECT e.title, e.first_on, e.last_on, e.sides, e.dialogues, e.link, e.id FROM context_events e
    WHERE e.removed_at IS NULL ORDER BY e.first_on, e.id"""


def context_events(db: Connection, filters: Filters) -> tuple[ContextEvent, ...]:
    """The events within the filters' dates that concern one of their sides and dialogues, the earliest first.

    An event that names no side, or no dialogue, concerns all.
    """
    every = [
        ContextEvent(title, first, last, tuple(json.loads(sides)), tuple(json.loads(dialogues)), link, int(number))
        for title, first, last, sides, dialogues, link, number in db.execute(EVENTS)
    ]
    return tuple(event for event in every if _concerns(event, filters))


def _concerns(event: ContextEvent, filters: Filters) -> bool:
    return (
        _share(event.sides, filters.sides)
        and _share(event.dialogues, filters.dialogues)
        and _overlaps(interval(event.first_on, event.last_on), filters)
    )


def _share(named: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether both name one thing, or one of them names none."""
    own, wanted = set(named), set(asked)
    return not own or not wanted or bool(own & wanted)


def _overlaps(days: Interval | None, filters: Filters) -> bool:
    since, until = interval(filters.since), interval(filters.until)
    if days is None:
        return False
    return (since is None or days[1] >= since[0]) and (until is None or days[0] <= until[1])
