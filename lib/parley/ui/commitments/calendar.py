"""Deadlines and rounds to come as events of a calendar."""

import hashlib
from collections.abc import Iterable, Mapping

from parley.briefs.ics import Event
from parley.queries.folding import Promise
from parley.store.days import interval, is_day
from parley.ui.commitments.said import KINDS, who
from parley.ui.words import on_date


def deadlines(promises: Iterable[Promise], dialogues: Mapping[str, str]) -> tuple[Event, ...]:
    """The last day of the deadline of each promise that is neither kept nor lapsed."""
    open_now = [one for one in promises if one.settled is None and one.due_on]
    return tuple(event for one in open_now if (event := _deadline(one, dialogues)))


def _deadline(promise: Promise, dialogues: Mapping[str, str]) -> Event | None:
    days = interval(promise.due_on)
    if days is None:
        return None
    first = promise.first
    known = "" if is_day(promise.due_on) else f"The text gives {on_date(promise.due_on)}; this is its last day. "
    made = f"Made on {on_date(first.met_on)}. " if first.met_on else ""
    dialogue = dialogues.get(first.series or "", "")
    name = f"{dialogue}: " if dialogue else ""
    return Event(
        uid=f"promise-{stable(first.article_key, str(first.start))}@parley",
        first=days[1],
        last=days[1],
        summary=f"Deadline · {name}{who(promise.actor)} {KINDS[first.kind]}",
        description=f"“{first.sentence}” {made}{known}{first.source or first.title}",
    )


def stable(*parts: str) -> str:
    """A short name that is the same whenever the same thing is written."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
