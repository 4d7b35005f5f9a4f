"""Whose people a Russian sentence lists: «с российской стороны …, со стороны Казахстана …», «делегация Японии: …»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.coding.titles import Title
from parley.coding.tokens import Line

_SIDE = ("сторон", "делегац")
_NEAR = 4


def with_sides(line: Line, found: Sequence[Title]) -> list[Title]:
    """The titles, each without a side of its own under the side that the sentence named last before it."""
    if not any(title.party is None for title in found) or not any(
        word in line.text[line.start : line.end] for word in _SIDE
    ):
        return list(found)
    named = list(_sides(line, found))
    return [
        replace(title, party=title.party or _last_before(named, title.first)) if title.office else title
        for title in found
    ]


def _last_before(named: Sequence[tuple[int, str]], at: int) -> str | None:
    return next((party for start, party in reversed(named) if start < at), None)


def _sides(line: Line, found: Sequence[Title]) -> Iterator[tuple[int, str]]:
    """Where a side is named («с … стороны», «со стороны …»), and which; states in somebody's office name none."""
    tokens = line.tokens
    taken = [(title.first, title.last) for title in found]
    for at, token in enumerate(tokens):
        atom = token.atom
        if atom is None or len(atom.value.parties) != 1 or any(low <= token.start < high for low, high in taken):
            continue
        if atom.value.kind == "people":
            near = tokens[at + 1 : at + 2]
        elif atom.value.kind in ("country", "organisation"):
            near = tokens[max(0, at - _NEAR) : at]
        else:
            continue
        if any(word.text.casefold().startswith(_SIDE) for word in near):
            yield token.start, str(atom.value.parties[0])
