"""The registry of standing formats: what a series is, under which names, and the packaged list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.codebook.words import read_yaml
from parley.model import Language

ALWAYS = ("", "9999")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that texts of one language give a series, in small letters; `*` stands for any ending.

    Not `is_whole`: the name means the series only between its own parties ("summit", "spd"). `since` and `until` are
    months (`2018-01`) within which it means this series.
    """

    text: str
    language: Language
    is_whole: bool = False
    since: str = ALWAYS[0]
    until: str = ALWAYS[1]

    def is_meant_on(self, day: str | None) -> bool:
        """Whether the name means the series on an ISO date of any precision; always where no day is known."""
        return not day or (self.since <= day and day[:7] <= self.until)


@dataclass(frozen=True, slots=True)
class Series:
    """A standing format in the registry: `us-kz-espd`, its full and its short name, its parties and its aliases.

    `since` and `until` are the months within which its names mean it, unless one says otherwise for itself. `levels`
    and `cadence` say who meets, how often: a round of leaders and one of ministers are counted apart.
    """

    id: str
    name: str
    short_name: str
    parties: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    levels: tuple[str, ...] = ()
    cadence: str = "irregular"
    since: str = ALWAYS[0]
    until: str = ALWAYS[1]


@cache
def load_series() -> tuple[Series, ...]:
    """The packaged registry."""
    return tuple(_series(key, row) for key, row in read_yaml("series.yaml").items())


def _series(key: str, row: dict[str, Any]) -> Series:
    since, until = row.get("since", ALWAYS[0]), row.get("until", ALWAYS[1])
    return Series(
        id=key,
        name=row["name"],
        short_name=row["short"],
        parties=tuple(row["parties"]),
        aliases=(*_aliases(row["names"], False, since, until), *_aliases(row.get("whole", {}), True, since, until)),
        levels=tuple(row["levels"]),
        cadence=row["cadence"],
        since=since,
        until=until,
    )


def _aliases(names: dict[Language, list[Any]], is_whole: bool, since: str, until: str) -> Iterator[Alias]:
    """The names by language; one that is bounded for itself is a mapping of `name` with `since` or `until`."""
    for language, given in names.items():
        for one in given:
            own = one if isinstance(one, dict) else {"name": one}
            yield Alias(own["name"], language, is_whole, own.get("since", since), own.get("until", until))
