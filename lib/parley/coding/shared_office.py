"""One plural office for several names: "the foreign ministers of Kazakhstan and Japan, X and Y"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parley.codebook.words import words
from parley.coding.tokens import NAME, Line

_NEXT_STATE = re.compile(rf",?&?o?t?(?P<side>[GO]),H*(?P<name>{NAME})")
_ANOTHER = re.compile(rf"(?:,&?|&)H*(?P<name>{NAME})")


class Holder(NamedTuple):
    """One of several who share an office: the tokens of the name `[low, high)`, the office as one's own, its party."""

    low: int
    high: int
    office: str
    party: str


def holders(text: str, line: Line, office: tuple[int, int], name: tuple[int, int]) -> Iterator[Holder]:
    """The names after a plural office, each with its own country in the order told; nothing unless all pair up."""
    places = _places(line, office)
    bare = _rank_of_each(line, office[0], places[0]) if len(places) > 1 else ""
    names = list(_names(line, name)) if bare else []
    if bare and len(names) == len(places):
        yield from (_holder(text, line, bare, at, one) for one, at in zip(names, places, strict=True))


def in_turn(text: str, line: Line, office: tuple[int, int], name: tuple[int, int]) -> Iterator[Holder]:
    """Each country with its own name after a plural office: "the foreign ministers of Estonia, X, and Latvia, Y"."""
    places = _places(line, office)
    bare = _rank_of_each(line, office[0], places[0]) if len(places) == 1 else ""
    found = _NEXT_STATE.match(line.classes, name[1]) if bare else None
    if found:
        yield _holder(text, line, bare, places[0], name)
    while found:
        if _is_side(line, found.start("side")):
            yield _holder(text, line, bare, found.start("side"), found.span("name"))
        found = _NEXT_STATE.match(line.classes, found.end())


def _places(line: Line, office: tuple[int, int]) -> list[int]:
    return [at for at in range(*office) if _is_side(line, at)]


def _rank_of_each(line: Line, begin: int, end: int) -> str:
    """The words of an office before its first country, as of one holder; empty where it is no office of several."""
    head, single = [token.text for token in line.tokens[begin:end]], words("plural_ranks")
    if not any(word.casefold() in single for word in head):
        return ""
    return " ".join(_one(word) if word.casefold() in single else word for word in head if word != "the")


def _holder(text: str, line: Line, office: str, at: int, name: tuple[int, int]) -> Holder:
    place = line.tokens[at]
    assert place.atom is not None
    return Holder(*name, f"{office} {text[place.start : place.end]}", str(place.atom.value.parties[0]))


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
