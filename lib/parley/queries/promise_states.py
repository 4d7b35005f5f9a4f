"""Where promises stand: what people said of each, what a later round kept, and what the calendar says of the rest."""

from datetime import date, timedelta
from typing import Literal

from parley.queries.folding import Promise
from parley.store.days import interval

Standing = Literal["open", "due", "passed", "kept", "lapsed"]
STANDINGS: tuple[Standing, ...] = ("open", "due", "passed", "kept", "lapsed")
SOON = timedelta(days=30)
"""A promise is due from so many days before the last day of its deadline."""


def standing(promise: Promise, today: date) -> Standing | None:
    """Where a promise stands; None for a signed document, which promises nothing by itself.

    Only a person, or the round to which a promise of a next round led, makes it kept; only a person makes it lapsed. A
    deadline makes it due, 30 days before its last day, and then passed: not known to be kept. Without one it is open.
    """
    if promise.family == "signed":
        return None
    if promise.settled:
        return promise.settled
    days = interval(promise.due_on)
    if days is None or today < days[1] - SOON:
        return "open"
    return "due" if today <= days[1] else "passed"
