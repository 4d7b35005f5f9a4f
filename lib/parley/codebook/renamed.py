"""Cities that were renamed: which names are one city's, and what it was called on a day."""

from functools import cache
from typing import NamedTuple

from parley.codebook.words import read_yaml
from parley.codebook.world import usual_cities


class Renamed(NamedTuple):
    """A city with its usual name and, for a time, another: from the ISO date `since` until the day before `until`."""

    usual: str
    name: str
    since: str
    until: str


@cache
def _renamed() -> dict[str, Renamed]:
    """Each renamed city under all its names, in small letters."""
    found: dict[str, Renamed] = {}
    for usual, names in read_yaml("renamed.yaml").items():
        for one in names:
            city = Renamed(usual, one["name"], one["since"], one["until"])
            found |= {usual.casefold(): city, city.name.casefold(): city}
    return found


def usual_city(name: str) -> str:
    """A city's usual English name for any spelling of it (Kyiv for Kiev); as given where no list knows it."""
    return usual_cities().get(name.casefold(), name)


def is_same_city(a: str, b: str) -> bool:
    """Whether two names are one city's, in whatever spelling and at whatever time: Astana and Nur-Sultan are."""
    a, b = usual_city(a), usual_city(b)
    one, other = (_renamed().get(name.casefold()) for name in (a, b))
    return a.casefold() == b.casefold() or (one is not None and one == other)


def name_on(city: str, day: str | None) -> str:
    """What a city was called on an ISO date of any precision; as given where the date does not settle it.

    Sources write today's name for an older day, and the other way round.
    """
    known = _renamed().get(city.casefold())
    if known is None or not day:
        return city
    last = f"{day}~"  # sorts after each day that "2022" or "2022-09" can mean
    if known.since <= day and last < known.until:
        return known.name
    return known.usual if last < known.since or day >= known.until else city
