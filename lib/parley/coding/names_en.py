"""Which of the capital words after an English office are a person's name, and which a body's or a headline's."""

from functools import cache

from parley.codebook.words import read_yaml
from parley.coding.tokens import Line

_FULL = 2


@cache
def _list(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in str(read_yaml("not_names.yaml")[name]).split())


def person_in(line: Line, office: tuple[int, int], low: int, high: int, alone: bool) -> tuple[int, int]:
    """The tokens of the person's name among these capital words; an empty span where they name none.

    Words of a body before a full name belong to the office, and what a headline goes on with is cut off. Where the
    words stand `alone`, without an office before them, nothing before the name is passed over.
    """
    first, tokens, others = low + _goes_on(line, office), line.tokens, _list("institutions", "days", "verbs", "texts")
    while first < high and tokens[first].text in others:
        first += 1
    end = first
    while end < high and tokens[end].text not in others:
        end += 1
    names = line.classes.count("N", first, end)
    if first > low and (alone or names < _FULL):
        return low, low
    if end < high and line.tokens[end].text in _list("institutions", "days"):
        return low, low
    return (first, end) if names else (low, low)


def _goes_on(line: Line, office: tuple[int, int]) -> bool:
    """Whether an office cannot end here ("President of the International …"): then the next word is still its own."""
    begin, end = office
    return begin < end and line.tokens[end - 1].text in _list("unfinished")
