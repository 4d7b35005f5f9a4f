"""Formats of the registry that a text names in any letters: "in the C5+1 format", "the third trade council"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from parley.codebook import Codebook
from parley.codebook.series import Alias, Series
from parley.coding.atoms import Atom, plain
from parley.coding.passages import Passage
from parley.coding.story import Story

# How a sentence goes on to say what the meeting just told was.
_GOES_ON = re.compile(r"(?:(?:It|This|The (?:occasion|talks|meeting)) (?:was|were|is|marked)|Это (?:был|была|были))\b")
_PAIR = 2
_FURTHER = 6
_CACHED_MONTHS = 500
# Between an ordinal and the name that it counts: "second ministerial meeting in the", "third meeting of the U.S.-".
_COUNTED = re.compile(r"(?:[^.,;:()\d]|(?<=[A-Z])\.){0,70}")
_NUMBERED = re.compile(r" (\d{1,3})-(?:ші |шы )?отырыс")
_OTHER_ROUND = re.compile(
    r"\b(?:next|upcoming|forthcoming|previous|last|future|следующ\w+|предыдущ\w+)\b[^,;]{0,30}$", re.I
)


class Spot(NamedTuple):
    """A name of a series in a text: the series, its alias, and where it stands, `[start, end)`."""

    series: Series
    alias: Alias
    start: int
    end: int


Meant = tuple[Series, list[Alias]]
"""A series with those of its names that can mean it where they are looked for."""


class Named(NamedTuple):
    """A series of the registry as a text names it: the series, its name there, and the round if one is counted."""

    series: Series
    name: str
    edition: int | None


def series_called(bare: str, parties: Sequence[str], on: str | None, book: Codebook) -> Series | None:
    """The series that a format's own words mean between these parties on that day; None where the registry holds none.

    `bare` has the format's words in small letters without its parties' names. Where the text names no parties, only a
    name that means one series whoever is named beside it tells.
    """
    folded = _folded(bare)
    for entry, meant in _possible(book, on):
        sits = _sits(entry, parties)
        if any((sits or (alias.is_whole and not parties)) and _is_name(alias.text, folded) for alias in meant):
            return entry
    return None


def named_series(story: Story, number: int, parties: Sequence[str], on: str | None) -> Named | None:
    """The registry's series of a meeting between these parties, as its own or the next sentence or the title names it.

    A name that several formats share ("summit") counts only between exactly the parties of its series.
    """
    possible = [entry for entry in _possible(story.book, on) if _sits(entry[0], parties)]
    passages = _telling(story, number, len(parties) > _PAIR) if possible else []
    found = [_named(passage, spot, spot.alias.text) for passage in passages for spot in _spots(passage, possible)]
    if not found and len(parties) > _PAIR:
        found = [named for entry in possible for named in _named_later(story, number, entry)]
    if not found:
        return None
    chosen = max(found, key=lambda named: len(named.name))
    edition = next((n.edition for n in found if n.edition and n.series == chosen.series), None)
    return chosen._replace(edition=edition)


def _possible(book: Codebook, on: str | None, *, whole_only: bool = False) -> tuple[Meant, ...]:
    """The series that any of their names can mean on that day, each with those names."""
    return _possible_in(book, on and on[: len("2024-05")], whole_only)


@lru_cache(maxsize=_CACHED_MONTHS)
def _possible_in(book: Codebook, month: str | None, whole_only: bool) -> tuple[Meant, ...]:
    found = (
        (entry, [alias for alias in entry.aliases if alias.is_meant_on(month) and (alias.is_whole or not whole_only)])
        for entry in book.series
    )
    return tuple((entry, meant) for entry, meant in found if meant)


def _telling(story: Story, number: int, many: bool) -> list[Passage]:
    """The sentences that may name the format: the meeting's own, the headline, and the one after.

    Two sides meet in many ways, so of theirs the sentence after must say what the meeting was.
    """
    after = story.passages[number + 1 : number + 2]
    goes_on = [passage for passage in after if many or _GOES_ON.match(passage.text, passage.sentence.start)]
    return [story.passages[number], *story.headline, *goes_on]


def spans_of_whole_names(passage: Passage, book: Codebook) -> Iterator[tuple[int, int]]:
    """Where the passage names a series of the registry in a way that means no other, whoever is named beside it."""
    for spot in _spots(passage, _possible(book, None, whole_only=True)):
        yield spot.start, spot.end


def named_wholly(passages: Sequence[tuple[Passage, int]], book: Codebook, on: str | None) -> Series | None:
    """The series that one of the passages, read up to a character, names in a way that means no other; None if none."""
    meant = _possible(book, on, whole_only=True)
    for passage, till in passages:
        found = {spot.series for spot in _spots(passage, meant) if spot.start < till}
        if len(found) == 1:
            return found.pop()
    return None


def series_of_any_round(passage: Passage, story: Story, parties: Sequence[str], on: str | None) -> Named | None:
    """The series and round of talks between these parties, past or to come, where the sentence itself names them."""
    possible = [entry for entry in _possible(story.book, on) if _sits(entry[0], parties)]
    spots = sorted(_spots(passage, possible, other_rounds=True), key=lambda spot: spot.start - spot.end)
    return _named(passage, spots[0], spots[0].alias.text) if spots else None


def _spots(passage: Passage, possible: Sequence[Meant], *, other_rounds: bool = False) -> Iterator[Spot]:
    """Where a passage names each of the series, by these of its names, as the meeting's own, or as any round's."""
    at, folded = passage.sentence.start, _folded(passage.sentence.text)
    for entry, meant in possible:
        for alias in meant:
            match = _pattern(alias.text).search(folded) if _stem(alias.text) in folded else None
            if match and (other_rounds or not _OTHER_ROUND.search(folded[: match.start()][-60:])):
                yield Spot(entry, alias, at + match.start(), at + match.end())


def may_name(name: str, text: str) -> bool:
    """Whether a text can hold a name of the registry; where one of its words is missing, it cannot."""
    folded = _folded(text)
    return all(word.rstrip("*") in folded for word in name.split())


@cache
def _stem(name: str) -> str:
    """What a text must hold before it is worth looking for the name: its longest word, without a star."""
    return max(name.split(), key=len).rstrip("*")


def _is_name(name: str, folded: str) -> bool:
    return _stem(name) in folded and _pattern(name).fullmatch(folded) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A name of the registry as it is looked for: any marks between its words, and any ending where it has a star."""
    words = [re.escape(word).replace(re.escape("*"), r"\w*") for word in name.split()]
    return re.compile(r"(?<!\w)" + r"[ «»\"“”]{1,3}".join(words) + r"(?!\w)")


def _folded(text: str) -> str:
    """A sentence in the letters in which the registry is written, character for character."""
    return plain(text).lower().replace("с5+1", "c5+1").replace("ё", "е").replace("‑", "-")


def _sits(entry: Series, parties: Sequence[str]) -> bool:
    """Whether the parties are the format's, organisations that look on aside."""
    return set(entry.parties) == {party for party in parties if len(party) == _PAIR or party in entry.parties}


def _named(passage: Passage, spot: Spot, letters: str) -> Named:
    """The series with its name as the text gives it; the registry's own where `letters` are Russian or Kazakh."""
    name = passage.text[spot.start : spot.end] if letters.isascii() else spot.series.name
    return Named(spot.series, name, _edition(passage, spot.start, spot.end))


def _named_later(story: Story, number: int, entry: Meant) -> Iterator[Named]:
    """A name in full, further down, under which many sides met: no sentence about another day is asked."""
    for passage in story.passages[number + 2 : min(number + _FURTHER, story.told)]:
        if not passage.dates and not passage.of("next"):
            for spot in _spots(passage, [(entry[0], [alias for alias in entry[1] if alias.is_whole])]):
                yield _named(passage, spot, passage.text[spot.start : spot.end])


def _edition(passage: Passage, start: int, till: int) -> int | None:
    """The ordinal that counts the name at `[start, till)`, before it or, in Kazakh, right after it."""
    before: list[Atom] = [atom for atom in passage.of("ordinals") if atom.end <= start]
    if before and _COUNTED.fullmatch(passage.text, before[-1].end, start):
        return int(before[-1].value)
    after = next((atom for atom in passage.of("ordinals") if atom.start == till + 1), None)
    number = _NUMBERED.match(passage.text, till)
    return int(after.value) if after else int(number[1]) if number else None
