"""Whose people a Russian or Kazakh sentence lists: «со стороны Казахстана …», «Қазақстан тарапынан …»."""

from collections.abc import Iterator, Sequence

from parley.coding.titles import Title
from parley.coding.tokens import Line

# How words for a side begin.
_RUSSIAN, _KAZAKH = ("сторон", "делегац"), ("тарап", "жағын", "делегация")
_NEAR = 4


def with_sides(line: Line, found: Sequence[Title], kazakh: bool = False) -> list[Title]:
    """The titles, each without a side of its own under the side that the sentence named last before it."""
    marks, here = _KAZAKH if kazakh else _RUSSIAN, line.text[line.start : line.end]
    if not any(title.party is None for title in found) or not any(mark in here for mark in marks):
        return list(found)
    named = list(_sides(line, found, marks, kazakh))
    return [
        title._replace(party=title.party or _last_before(named, title.first)) if title.office else title
        for title in found
    ]


def _last_before(named: Sequence[tuple[int, str]], at: int) -> str | None:
    return next((party for start, party in reversed(named) if start < at), None)


def _sides(line: Line, found: Sequence[Title], marks: tuple[str, ...], kazakh: bool) -> Iterator[tuple[int, str]]:
    """Where a side is named («с … стороны», «со стороны …»), and which; states in somebody's office name none."""
    tokens = line.tokens
    taken = [(title.first, title.last) for title in found]
    for at, token in enumerate(tokens):
        atom = token.atom
        if atom is None or atom.value.kind == "city" or len(atom.value.parties) != 1:
            continue
        if any(low <= token.start < high for low, high in taken):
            continue
        # A Russian state follows the word for a side, its adjective and a Kazakh state precede it.
        after = kazakh or atom.value.kind == "people"
        near = tokens[at + 1 : at + 2] if after else tokens[max(0, at - _NEAR) : at]
        if any(word.text.casefold().startswith(marks) for word in near):
            yield token.start, str(atom.value.parties[0])
