"""One plural office for several names: "the foreign ministers of Kazakhstan and Japan, X and Y"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parley.codebook.words import words
from parley.coding.tokens import NAME, Line

_ANOTHER = re.compile(rf"(?:,&?|&)H*(?P<name>{NAME})")


class Holder(NamedTuple):
    """One of several who share an office: the tokens of the name `[low, high)`, the office as one's own, its party."""

    low: int
    high: int
    office: str
    party: str


def holders(text: str, line: Line, office: tuple[int, int], name: tuple[int, int]) -> Iterator[Holder]:
    """The names after a plural office, each with its own country in the order told; nothing unless all pair up."""
    begin, end = office
    places = [at for at in range(begin, end) if _is_side(line, at)]
    if len(places) < 2:
        return
    head = [token.text for token in line.tokens[begin : places[0]]]
    single = words("plural_ranks")
    if not any(word.casefold() in single for word in head):
        return
    names = list(_names(line, name))
    if len(names) != len(places):
        return
    bare = " ".join(_one(word) if word.casefold() in single else word for word in head if word != "the")
    for (low, high), at in zip(names, places, strict=True):
        place = line.tokens[at]
        assert place.atom is not None
        yield Holder(low, high, f"{bare} {text[place.start : place.end]}", str(place.atom.value.parties[0]))


def _is_side(line: Line, at: int) -> bool:
    atom = line.tokens[at].atom
    return atom is not None and line.classes[at] in "GO" and len(atom.value.parties) == 1


def _names(line: Line, first: tuple[int, int]) -> Iterator[tuple[int, int]]:
    yield first
    found = _ANOTHER.match(line.classes, first[1])
    while found:
        yield found.span("name")
        found = _ANOTHER.match(line.classes, found.end())


def _one(word: str) -> str:
    """The singular of a rank: "ministers", "secretaries"."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
