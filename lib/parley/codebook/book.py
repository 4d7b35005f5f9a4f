"""The codebook as a value."""

from dataclasses import dataclass

from parley.codebook.people import People
from parley.codebook.series import Series
from parley.codebook.topics import Topic


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """All that coding and screens know beforehand; compared by identity, so what is built from one can be cached.

    `version` says which packaged codebook and rules these are and, where a desk has its own, of what content
    ("2.4c0d1e+1f9a3c"): articles of another version are to be read anew.
    """

    version: str
    topics: tuple[Topic, ...]
    series: tuple[Series, ...]
    people: People
