"""Topics, series, offices, places and verbs as data, with their loader."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the codebook; a generic one is left out of "top topics" unless asked."""

    id: str
    label: str
    group: str
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A standing format in the registry: `us-kz-espd`, its full and its short name, and its parties."""

    id: str
    name: str
    short_name: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that coding and screens know beforehand."""

    version: str
    topics: tuple[Topic, ...]
    series: tuple[Series, ...]


@cache
def load() -> Codebook:
    """The packaged codebook, read once."""
    return Codebook("2", (), ())
