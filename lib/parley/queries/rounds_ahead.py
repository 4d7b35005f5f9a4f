"""Rounds that are expected, for the timeline: what each rests on, and which are late."""

from dataclasses import dataclass
from datetime import date

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries.dialogues import Dialogue, dialogues
from parley.queries.expected import Expected
from parley.queries.promises import Known
from parley.queries.read import Connection
from parley.store.days import interval

SILENT_AFTER = 3 * 366
"""Days past an expected round without word of it, after which the dialogue counts as silent and nothing as late."""
KIND_OF: dict[Level | None, str] = {"leaders": "summit", "ministers": "ministerial"}


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next round of a dialogue; `is_late` where its last possible day has passed and nothing here tells of it.

    Where that is years ago, the dialogue `is_silent` instead.
    """

    series: str
    name: str
    short_name: str
    sides: tuple[str, ...]
    kind: str
    expected: Expected
    is_late: bool
    is_silent: bool


def rounds_ahead(
    db: Connection, filters: Filters, today: str, actor: str, *, every: Known | None = None
) -> tuple[Ahead, ...]:
    """The next round of each dialogue that the filters leave, as far as it falls into their dates; late ones first.

    The most recent of the late ones stand on top, the silent dialogues at the end.

    Rounds and promises that it rests on are those under no filter.
    """
    now = date.fromisoformat(today)
    known = [
        one for one in dialogues(db, filters, actor, every=every) if one.expected and _in_dates(one.expected, filters)
    ]
    found = [_ahead(one, one.expected, now) for one in known if one.expected]
    late = sorted(
        (one for one in found if one.is_late), key=lambda one: (one.expected.on or "", one.name), reverse=True
    )
    rest = sorted(
        (one for one in found if not one.is_late), key=lambda one: (one.is_silent, one.expected.on or "9999", one.name)
    )
    return (*late, *rest)


def _ahead(one: Dialogue, expected: Expected, today: date) -> Ahead:
    days = interval(expected.on)
    level = one.cadences[0].level if one.cadences else None
    kind = KIND_OF.get(level, "dialogue")
    overdue = (today - days[1]).days if days else 0
    is_silent = overdue > SILENT_AFTER
    is_late = overdue > 0 and not is_silent
    return Ahead(one.series, one.name, one.short_name, one.sides, kind, expected, is_late, is_silent)


def _in_dates(expected: Expected, filters: Filters) -> bool:
    """Whether some day that the date can mean lies in the filters' dates; without a date, where they ask for none."""
    days = interval(expected.on)
    if days is None:
        return not (filters.since or filters.until)
    since, until = interval(filters.since), interval(filters.until)
    return (since is None or days[1] >= since[0]) and (until is None or days[0] <= until[1])
