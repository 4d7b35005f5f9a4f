"""How dialogues are said: levels, rhythm, the round to come and what it rests on."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries.cadence import Cadence
from parley.queries.expected import Expected
from parley.queries.rounds import Round
from parley.store.days import interval, is_day
from parley.ui.evidence import Opened
from parley.ui.words import counted, from_to, on_date, on_dates, ordinal

LEVELS: dict[Level | None, str] = {
    "leaders": "Leaders",
    "ministers": "Ministers",
    "officials": "Officials",
    None: "Level not told",
}
YEAR = 12
NEAR_A_YEAR = 1.2
"""Months by which an interval may miss whole years and still be said in years."""


def rounds_behind(found: Expected, about: str) -> Opened:
    """The rounds on which a rhythm rests, whatever is filtered."""
    return Opened("meetings", Filters(), about, found.units)


def level_name(level: Level | None) -> str:
    """Who meets at a level: "Leaders"."""
    return LEVELS[level]


def rhythm(found: Cadence, held: Sequence[Round]) -> str:
    """ "about every 12 months", "irregular", "only one round held"."""
    at_level = [one for one in held if one.level == found.level]
    if len(at_level) == 1:
        return "only one round held"
    if found.months is None:
        return "too few dates to tell how often"
    if len(found.rounds) == 2:
        return f"two dated rounds, {_span(found.months)} apart"
    return f"about every {_span(found.months)}" if found.is_regular else "irregular"


def _span(months: float) -> str:
    years = round(months / YEAR)
    if years > 1 and abs(months - years * YEAR) <= NEAR_A_YEAR:
        return f"{years} years"
    return counted(max(1, round(months)), "month").removeprefix("1 ")


def rhythms(found: Sequence[Cadence], held: Sequence[Round]) -> str:
    """The rhythm at each level, the level named where there are several."""
    if len(found) == 1:
        return rhythm(found[0], held)
    return "; ".join(f"{level_name(one.level).lower()}: {rhythm(one, held)}" for one in found)


def when_and_where(one: Round) -> str:
    """ "6 November 2023, Astana"."""
    return ", ".join(part for part in (on_dates(one.start_on, one.end_on), one.place) if part)


def told_apart(held: Sequence[Round]) -> dict[str, str]:
    """The date of each round by its number as text, with "(2)" where an earlier one is said in the same words.

    Names of columns: a place is free text, which a name of a column could carry past `plain`.
    """
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for one in held:
        words = on_dates(one.start_on, one.end_on)
        seen[words] += 1
        found[str(one.id)] = words if seen[words] == 1 else f"{words} ({seen[words]})"
    return found


def in_short(one: Round) -> str:
    """ "Nov 2023", as far as the date goes: a column has no room for more."""
    if not one.start_on:
        return "no date"
    year, _, rest = one.start_on.partition("-")
    return f"{on_date(one.start_on[:7])[:3]} {year}" if rest else year


def round_number(one: Round) -> str:
    """The ordinal as the text states it, with "?" where it was inferred; nothing where none is told."""
    doubt = "?" if one.edition_basis == "inferred" else ""
    return f"{ordinal(one.edition)}{doubt}" if one.edition else ""


def first_and_last(held: Sequence[Round]) -> str:
    """ "2018 – 2024": the years of the first and the last dated round."""
    years = [one.start_on[:4] for one in held if one.start_on]
    return from_to(years[0], years[-1]) if years else ""


def next_round(found: Expected | None, today: date) -> str:
    """When and where the next round is expected, or was and nothing here tells of it; empty where nothing is known."""
    if found is None:
        return ""
    when = f"{_about(found)} {on_date(found.on)}" if found.on else "without a date yet"
    said = ", ".join(part for part in (when, found.place) if part)
    days = interval(found.on)
    return f"was expected {said}; nothing here tells of it" if days and days[1] < today else said


def _about(found: Expected) -> str:
    if found.basis == "cadence":
        return "about"
    return "on" if is_day(found.on) else "in"


def basis(found: Expected) -> str:
    """What an expected round rests on: an article that announces it, a promise, or the cadence."""
    article = f"an article of {on_date(found.told_on)}" if found.told_on else "an article without a date"
    if found.basis == "planned":
        return f"a planned meeting that {article} announces"
    if found.basis == "promised":
        return f"a promise of the last round, in {article}"
    return f"from the cadence of {counted(len(found.units), 'round')}"
