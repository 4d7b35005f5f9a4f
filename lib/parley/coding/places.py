"""Where something was: a city, or a country alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.codebook.people import venues
from parley.codebook.words import read_yaml, words
from parley.coding.atoms import Atom
from parley.coding.parties import IN_TOWN, TOWN, is_in_town
from parley.coding.passages import Passage

_IN = re.compile(r"\b(?:in|at|near|outside|[Вв]|[Вв]о|под)(?: the)?(?: \w+){0,2}? $|\d\d:\d\d $")
_IN_ITSELF = re.compile(r"\b(?:in(?: the)?|[Вв]) $")
_TO = re.compile(r"\b(?:to|for|from)(?: the)? $")
_NEAR = 34
_FAR = 64
# States that share their name with their city: what is said to be in them was in the city.
_CITY_STATES = {"LU": "Luxembourg", "SG": "Singapore", "MC": "Monaco"}


@dataclass(frozen=True, slots=True)
class Place:
    """A city in its usual English form and its country, or a country alone."""

    city: str | None
    country: str | None


def find_place(passage: Passage, low: int = 0, high: int | None = None, ways: str = "in to") -> Place | None:
    """The place between `low` and `high` of the text that something happened in, or was travelled to."""
    names = [a for a in passage.of("name") if a.start >= low and (high is None or a.start < high)]
    for way in ways.split():
        pattern = _IN if way == "in" else _TO
        for at, atom in enumerate(names):
            if atom.value.kind == "city" and atom.value.inside and way == "in":
                return _city(atom.value.name, str(atom.value.parties[0]))
            if atom.value.kind == "city" and _follows(pattern, passage.text, atom):
                return Place(atom.value.name, _country(passage.text, atom, names[at + 1 : at + 2]))
            if way == "in" and atom.value.kind == "country" and _follows(_IN_ITSELF, passage.text, atom):
                city = _CITY_STATES.get(atom.value.parties[0])
                if city:
                    return Place(city, str(atom.value.parties[0]))
    return _town(passage, low, high, names) if "in" in ways.split() else None


def _town(passage: Passage, low: int, high: int | None, names: Sequence[Atom]) -> Place | None:
    """A town that no list knows, by the state or the part of one after it: "in Inverness, Scotland"."""
    low, high = max(low, passage.sentence.start), min(high or passage.sentence.end, passage.sentence.end)
    found = _regions().search(passage.text, low, min(high + _NEAR, passage.sentence.end))
    if found and found.start() < high and _is_town(found["town"]):
        return Place(found["town"], _region_of()[found["region"]])
    for atom in names:
        told = IN_TOWN.search(passage.text, max(low, atom.start - _FAR), atom.start)
        if told and atom.value.kind == "country" and is_in_town(passage, atom) and _is_town(told["town"]):
            return Place(told["town"], str(atom.value.parties[0]))
    return None


def _is_town(name: str) -> bool:
    """Whether a name in capitals is a town's, and no house's, field's or month's."""
    return words("no_towns").isdisjoint(name.split()) and words("months").isdisjoint(name.split())


@cache
def _region_of() -> dict[str, str]:
    return {name: code for code, names in read_yaml("regions.yaml").items() for name in names}


@cache
def _regions() -> re.Pattern[str]:
    """A town and the part of a state after it."""
    names = "|".join(sorted(map(re.escape, _region_of()), key=len, reverse=True))
    return re.compile(rf"\b(?:in|at|near|outside) (?P<town>{TOWN}), (?P<region>{names})\b")


def find_country(passage: Passage, low: int, high: int, parties: Sequence[str]) -> str | None:
    """The country of one of the parties that stands after "in" between `low` and `high`."""
    for atom in passage.of("name"):
        if low <= atom.start < high and atom.value.kind == "country" and _follows(_IN_ITSELF, passage.text, atom):
            code = str(atom.value.parties[0])
            # "Naval Base in Georgia", told of talks with the United States: the state, not the country.
            if code == "GE" and "GE" not in parties and "US" in parties:
                return "US"
            if code in parties:
                return code
        elif low <= atom.start < high and atom.value.kind == "country" and is_in_town(passage, atom):
            return str(atom.value.parties[0])
    return None


def _city(name: str, country: str) -> Place:
    return Place(_CITY_STATES.get(country, name), country)


def _follows(pattern: re.Pattern[str], text: str, atom: Atom) -> bool:
    return pattern.search(text[max(0, atom.start - _NEAR) : atom.start]) is not None


def _country(text: str, city: Atom, after: list[Atom]) -> str:
    """The country named after the city ("Geneva, Switzerland"); else the one that the city is known to be in."""
    if after and after[0].value.kind == "country" and text[city.end : after[0].start] == ", ":
        return str(after[0].value.parties[0])
    return str(city.value.parties[0])


def find_venue(text: str) -> str | None:
    """The country of a well-known seat of government named in the text."""
    return next((country for venue, country in venues() if venue in text), None)
