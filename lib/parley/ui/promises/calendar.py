"""Deadlines and rounds to come as events of a calendar."""

import hashlib
from collections.abc import Iterable, Mapping

from parley.briefs.ics import Event
from parley.queries.folding import Promise
from parley.queries.to_come import ToCome
from parley.store.days import interval, is_day
from parley.ui.promises.said import KINDS
from parley.ui.words import KINDS as KIND_NAMES
from parley.ui.words import actor_name, listed, on_date, side_names

EXPECTED = {"promised": "promised", "cadence": "expected"}
BASES = {
    "planned": "Announced by an article.",
    "promised": "Promised at the last round.",
    "cadence": "Expected from how often the rounds were held so far.",
}


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
        summary=f"Deadline · {name}{actor_name(promise.actor)} {KINDS[first.kind]}",
        description=f"“{first.sentence}” {made}{known}{first.source or first.title}",
    )


def rounds_to_come(found: Iterable[ToCome]) -> tuple[Event, ...]:
    """Announced meetings on their days, expected rounds as tentative; of a month or a year, on its last day."""
    return tuple(event for one in found if (event := _to_come(one)))


def _to_come(one: ToCome) -> Event | None:
    days = interval(one.on, one.until)
    if days is None:
        return None
    name = one.name or f"{KIND_NAMES.get(one.kind, 'Meeting')}: {listed(side_names(one.sides))}"
    known = "" if is_day(one.on) else f" It is known as {on_date(one.on)}; this is the last day of that."
    return Event(
        uid=f"round-{stable(one.basis, one.series or ' '.join(one.sides), str(one.last or one.on))}@parley",
        first=days[0] if is_day(one.on) else days[1],
        last=days[1],
        summary=name if one.basis == "planned" else f"{name}: next round {EXPECTED[one.basis]}",
        description=f"{BASES[one.basis]}{known}" + (f" “{one.sentence}”" if one.sentence else ""),
        location=one.place or "",
        is_tentative=one.basis != "planned",
    )


def stable(*parts: str) -> str:
    """A short name that is the same whenever the same thing is written."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
