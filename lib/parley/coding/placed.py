"""Talks named in passing with the city that they were held in: "the recent talks in Lima between …"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from parley.codebook.world import load_world
from parley.coding.kinds import kind_of
from parley.coding.mentioned import Aside, date_between, is_ahead, mentioned
from parley.coding.parties import joined
from parley.coding.passages import Passage
from parley.coding.places import find_place
from parley.coding.story import Story
from parley.model import Meeting

_TALKS = re.compile(
    r"\b(?:recent|latest) (?:[\w-]+ ){0,3}?(?:talks|(?P<round>consultations)|negotiations)\b|"
    r"\b(?:недавн|состоявш|прошедш|проходивш|проходящ|провед[её]н)\w+ (?:[^\s.;]+ ){0,6}?"
    r"(?:переговор|(?P<ru>консультац|заседани))\w*"
)
_END = re.compile(r"[,.;:]|\b(?:on|about|что|по)\b")
_OF_BOTH = re.compile(r" (?:двусторонн|межправительственн|двух стран|обеих стран)|[^,.;]{0,40}\bof (?:both|the two) ")
_OF_THE_TWO = re.compile(r"(?: [\w-]+){0,3} (?:двух стран|of the two (?:countries|states|sides))\b")
_PAIR_RU = re.compile(r"\b([а-яё]+ск)о-")  # "чилийско-" of "чилийско-перуанских".
_NEGOTIATED = re.compile(r"negotiations|переговор")
_AFTER = 80
_TWO = 2


def placed_talks(story: Story, number: int, passage: Passage, own: Meeting | None) -> Iterator[Meeting]:
    """Earlier talks in a city: of two sides named after them, else of those who met now, where said to be theirs."""
    if not any(atom.value.kind == "city" for atom in passage.of("name")):
        return
    told = _TALKS.search(passage.text, passage.sentence.start, passage.sentence.end)
    place = find_place(passage, told.start(), told.end() + _AFTER, "in") if told else None
    if told is None or place is None or (own and own.place == place.city):
        return
    within = _within_one(passage, told.start(), told.end()) or _of_those_before(story, number, passage, told.end())
    parties = within or _sides(passage, told.end(), own, place.country)
    when = date_between(passage, told.start(), told.end() + _AFTER)
    if (within or len(parties) == _TWO) and not (when and is_ahead(story, when)):
        kind = "dialogue" if told["round"] or told["ru"] else kind_of("meet", [], parties, [], passage.sentence.text)
        kind = "negotiation" if within or _NEGOTIATED.search(told[0]) else kind
        yield mentioned(story, number, Aside(kind, "held", parties, when, place), "recalled:placed")


def _within_one(passage: Passage, low: int, high: int) -> tuple[str, ...]:
    """The state whose own parties talk with each other ("the recent intra-Utopian talks")."""
    inner = (a for a in passage.of("name") if low < a.start < high and passage.text.endswith("intra-", 0, a.start))
    return next((atom.value.parties for atom in inner), ())


def _of_those_before(story: Story, number: int, passage: Passage, at: int) -> tuple[str, ...]:
    """The two states that the sentences before join in one word, where the talks are said to be of "the two"."""
    if not _OF_THE_TWO.match(passage.text, at):
        return ()
    for before in reversed(story.passages[max(0, number - _TWO) : number]):
        for one, other in pairwise(before.of("name")):
            if one.end + 1 == other.start and before.text[one.end] == "-":
                return joined(one.value.parties, other.value.parties)
        for told in _PAIR_RU.finditer(before.text, before.sentence.start, before.sentence.end):
            first = load_world("ru").names.get(f"{told[1]}ий")
            other = next((a for a in before.of("name") if a.start == told.end()), None)
            if first and other:
                return joined(first.parties, other.value.parties)
    return ()


def _sides(passage: Passage, at: int, own: Meeting | None, host: str | None) -> tuple[str, ...]:
    """The sides named up to the next comma, if two; else those who met now, where no third is named."""
    stop = _END.search(passage.text, at, at + _AFTER)
    high = stop.start() if stop else at + _AFTER
    named = joined(
        party
        for atom in passage.of("name")
        if at <= atom.start < high and atom.value.kind != "city"
        for party in atom.value.parties
    )
    if len(named) == _TWO:
        return named
    if own is None or host not in own.parties or len(own.parties) != _TWO or not set(named) <= set(own.parties):
        return ()
    return own.parties if named or _OF_BOTH.match(passage.text, at) else ()
