"""Topics, series, offices, places and verbs as data, with their loader."""

from dataclasses import dataclass
from functools import cache

from parley.codebook.series import Series, load_series
from parley.codebook.topics import Topic, load_topics

__all__ = ["Codebook", "Series", "Topic", "load"]


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """All that coding and screens know beforehand; compared by identity, so what is built from one can be cached."""

    version: str
    topics: tuple[Topic, ...]
    series: tuple[Series, ...]


@cache
def load() -> Codebook:
    """The packaged codebook, read once."""
    return Codebook("2", load_topics(), load_series())
