"""When two wordings mean the same: plain rules, so that anyone can check a figure by hand."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")

FILLER = frozenset({"and", "city", "d", "c", "dc", "the", "of", "for"})
"""Words that make no difference between two offices, places or dialogues."""

_MOST_OF = 0.6
_NEARLY = 0.9
_ALIKE = 0.8


def words(text: str | None) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"\w+", (text or "").casefold())


def quote(evidence: Any) -> str:
    """The sentence of a piece of evidence, which may be the bare sentence, a span with its quote, or missing."""
    return evidence if isinstance(evidence, str) else str((evidence or {}).get("quote", ""))


def same_sentence(one: Any, other: Any) -> bool:
    """Whether two pieces of evidence are one sentence, give or take its edges."""
    short, long = sorted((" ".join(words(quote(one))), " ".join(words(quote(other)))), key=len)
    if not short:
        return False
    if short in long and len(short) >= _MOST_OF * len(long):
        return True
    first, second = " ".join(words(quote(one))), " ".join(words(quote(other)))
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def same_surname(one: str | None, other: str | None) -> bool:
    """Whether two names may be one person's: a like last word, or two words shared."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    shared = len({*first} & {*second}) if len(first) > 1 and len(second) > 1 else 0
    return SequenceMatcher(None, first[-1], second[-1]).ratio() >= _ALIKE or shared > 1


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two full names are the same, give or take a letter."""
    return SequenceMatcher(None, " ".join(words(one)), " ".join(words(other))).ratio() >= _NEARLY


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts hold the same words, in whatever order, small words aside."""
    return {*words(one)} - FILLER == {*words(other)} - FILLER


def shares_words(one: str | None, other: str | None) -> bool:
    """Whether most words are shared, or nearly all of the shorter text stand in the longer one."""
    first, second = {*words(one)} - FILLER, {*words(other)} - FILLER
    shared = len(first & second)
    if not first or not second:
        return False
    return shared >= _MOST_OF * max(len(first), len(second)) or (
        shared > 1 and shared / min(len(first), len(second)) >= _NEARLY
    )


def dates_agree(one: str | None, other: str | None) -> bool:
    """True unless a part that both give differs: "2023-09" agrees with "2023-09-19", and with no date."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def pair_up(
    wanted: Sequence[Wanted], found: Sequence[Given], likeness: Callable[[Wanted, Given], float]
) -> list[tuple[int, int]]:
    """Places of one-to-one matches, the most alike first; a likeness of 0 is no match."""
    scored = [(likeness(one, other), i, j) for i, one in enumerate(wanted) for j, other in enumerate(found)]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for value, i, j in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if value > 0 and taken.isdisjoint({("wanted", i), ("found", j)}):
            taken |= {("wanted", i), ("found", j)}
            pairs.append((i, j))
    return pairs
