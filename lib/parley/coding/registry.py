"""Formats of the registry that a text names in any letters: "in the C5+1 format", "the third trade council"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from parley.codebook.series import Series
from parley.coding.atoms import Atom, plain
from parley.coding.passages import Passage
from parley.coding.story import Story

# How a sentence goes on to say what the meeting just told was.
_GOES_ON = re.compile(r"(?:(?:It|This|The (?:occasion|talks|meeting)) (?:was|were|is|marked)|Это (?:был|была|были))\b")
_PAIR = 2
_FURTHER = 6
# Between an ordinal and the name that it counts: "second ministerial meeting in the", "third meeting of the U.S.-".
_COUNTED = re.compile(r"(?:[^.,;:()\d]|(?<=[A-Z])\.){0,70}")
_NUMBERED = re.compile(r" (\d{1,3})-(?:ші |шы )?отырыс")
_OTHER_ROUND = re.compile(
    r"\b(?:next|upcoming|forthcoming|previous|last|future|следующ\w+|предыдущ\w+)\b[^,;]{0,30}$", re.I
)


class Named(NamedTuple):
    """A series of the registry as a text names it: the series, its name there, and the round if one is counted."""

    series: Series
    name: str
    edition: int | None


def named_series(story: Story, number: int, parties: Sequence[str], on: str | None) -> Named | None:
    """The registry's series of a meeting between these parties, as its own or the next sentence or the title names it.

    A name that several formats share ("summit") counts only between exactly the parties of its series.
    """
    possible = [entry for entry in story.book.series if _sits(entry, parties) and _in_time(entry, on)]
    passages = _telling(story, number, len(parties) > _PAIR) if possible else []
    found = [named for passage in passages for entry in possible for named in _named(passage, entry)]
    if not found and len(parties) > _PAIR:
        found = [named for entry in possible for named in _named_later(story, number, entry)]
    if not found:
        return None
    chosen = max(found, key=lambda named: len(named.name))
    edition = next((n.edition for n in found if n.edition and n.series == chosen.series), None)
    return chosen._replace(edition=edition)


def _telling(story: Story, number: int, many: bool) -> list[Passage]:
    """The sentences that may name the format: the meeting's own, the headline, and the one after.

    Two sides meet in many ways, so of theirs the sentence after must say what the meeting was.
    """
    after = story.passages[number + 1 : number + 2]
    goes_on = [passage for passage in after if many or _GOES_ON.match(passage.text, passage.sentence.start)]
    return [story.passages[number], *story.headline, *goes_on]


def spans_of_whole_names(passage: Passage, series: Sequence[Series]) -> Iterator[tuple[int, int]]:
    """Where the passage names a series of the registry in a way that means no other, whoever is named beside it."""
    for entry in series:
        yield from _whole(passage, entry)


def named_wholly(passages: Sequence[tuple[Passage, int]], series: Sequence[Series], on: str | None) -> Series | None:
    """The series that one of the passages, read up to a character, names in a way that means no other; None if none."""
    for passage, till in passages:
        found = [
            entry
            for entry in series
            if _in_time(entry, on) and any(start < till for start, _ in _whole(passage, entry))
        ]
        if len(found) == 1:
            return found[0]
    return None


def _whole(passage: Passage, entry: Series) -> Iterator[tuple[int, int]]:
    sentence = passage.sentence
    folded = _folded(sentence.text)
    for name in entry.whole:
        match = _pattern(name).search(folded)
        if match and not _OTHER_ROUND.search(folded[: match.start()][-60:]):
            yield sentence.start + match.start(), sentence.start + match.end()


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


def _in_time(entry: Series, on: str | None) -> bool:
    return not on or (entry.since <= on and on[:7] <= entry.until)


def _named(passage: Passage, entry: Series) -> Iterator[Named]:
    sentence = passage.sentence
    folded = _folded(sentence.text)
    for name in (*entry.names, *entry.whole):
        match = _pattern(name).search(folded)
        if match and not _OTHER_ROUND.search(folded[: match.start()][-60:]):
            start = sentence.start + match.start()
            till = sentence.start + match.end()
            yield Named(entry, _shown(entry, name, passage.text[start:till]), _edition(passage, start, till))


def _named_later(story: Story, number: int, entry: Series) -> Iterator[Named]:
    """A name in full, further down, under which many sides met: no sentence about another day is asked."""
    for passage in story.passages[number + 2 : min(number + _FURTHER, story.told)]:
        if not passage.dates and not passage.of("next"):
            for start, end in _whole(passage, entry):
                yield Named(
                    entry,
                    _shown(entry, passage.text[start:end], passage.text[start:end]),
                    _edition(passage, start, end),
                )


def _shown(entry: Series, pattern: str, text: str) -> str:
    """The name as the text gives it; the registry's own where the text has it in some case of Russian or Kazakh."""
    return text if pattern.isascii() else entry.name


def _edition(passage: Passage, start: int, till: int) -> int | None:
    """The ordinal that counts the name at `[start, till)`, before it or, in Kazakh, right after it."""
    before: list[Atom] = [atom for atom in passage.of("ordinals") if atom.end <= start]
    if before and _COUNTED.fullmatch(passage.text, before[-1].end, start):
        return int(before[-1].value)
    after = next((atom for atom in passage.of("ordinals") if atom.start == till + 1), None)
    number = _NUMBERED.match(passage.text, till)
    return int(after.value) if after else int(number[1]) if number else None
