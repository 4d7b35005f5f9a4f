"""Meetings to come: those that articles announce with a date, and the round that is expected next of each dialogue."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.model import Filters
from parley.queries import where
from parley.queries.dialogues import Dialogue, dialogues
from parley.queries.promises import Known
from parley.queries.read import Connection
from parley.queries.units import sides_of
from parley.queries.where import Condition
from parley.store.days import interval

PLANNED = """SELECT m.id, s.series, m.start_on, m.end_on, m.place, m.kind
    FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE {} ORDER BY m.day, m.id"""


@dataclass(frozen=True, slots=True)
class ToCome:
    """A meeting to come: when, where and on what that rests; `last` is the day (yyyymmdd) of the round before it."""

    series: str | None
    name: str
    kind: str
    sides: tuple[str, ...]
    on: str
    until: str | None
    place: str | None
    basis: Literal["planned", "promised", "cadence"]
    sentence: str = ""
    last: int = 0


def to_come(
    db: Connection, filters: Filters, today: str, actor: str, *, every: Known | None = None
) -> tuple[ToCome, ...]:
    """What is announced, promised or expected from a day (ISO) on under the filters, the nearest first.

    Of a dialogue whose next round is announced, no other is expected.
    """
    known = dialogues(db, filters, actor, every=every)
    found = [*_announced(db, filters, {one.series: one.short_name for one in known}), *_expected(known)]
    first = date.fromisoformat(today)
    ahead = [one for one in found if (days := interval(one.on, one.until)) and days[1] >= first]
    return tuple(sorted(ahead, key=lambda one: (one.on, one.name)))


def _announced(db: Connection, filters: Filters, names: dict[str, str]) -> list[ToCome]:
    condition = where.all_of([Condition("m.status = 'planned' AND m.day > 0"), where.referred_to(filters)])
    rows = db.execute(PLANNED.format(condition.sql), condition.values).fetchall()
    sides = sides_of(db, tuple(int(row[0]) for row in rows))
    return [
        ToCome(series, names.get(series or "", ""), kind, sides.get(meeting, ()), start, end, place, "planned")
        for meeting, series, start, end, place, kind in rows
    ]


def _expected(known: tuple[Dialogue, ...]) -> list[ToCome]:
    """The next round of each dialogue of which none is announced."""
    return [
        ToCome(
            *(one.series, one.short_name, "dialogue", one.sides, one.expected.on, None, one.expected.place),
            *(one.expected.basis, one.expected.sentence, max((held.day for held in one.every), default=0)),
        )
        for one in known
        if one.expected and one.expected.on and one.expected.basis != "planned"
    ]
