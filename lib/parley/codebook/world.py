"""Countries, peoples, cities and organisations under every name that texts give them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from babel import Locale

from parley.codebook.inflection import adjective_forms, noun_forms
from parley.codebook.words import read_yaml
from parley.model import Language

NameKind = Literal["country", "people", "city", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Name:
    """What a name in a text stands for: the parties behind it and, for a city, its English form."""

    kind: NameKind
    parties: tuple[str, ...]
    name: str = ""
    inside: bool = False
    """Whether the form itself says "in" (Kazakh: Астанада)."""


@dataclass(frozen=True, slots=True)
class World:
    """Every known name in one language, as it stands in texts (Russian: in every case)."""

    names: dict[str, Name]


@cache
def load_world(language: Language) -> World:
    """The packaged names of one language; other languages know none."""
    readers = {"en": _english, "ru": _russian, "kk": _kazakh}
    return World(dict(readers[language]()) if language in readers else {})


def states_named(text: str, language: Language) -> tuple[str, ...]:
    """The states that a headline or an outlet's name names, as countries or by their people, in any order."""
    known = load_world(language).names
    words = [word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’.]+", text)]
    spans = (" ".join(words[n : n + size]) for size in (3, 2, 1) for n in range(len(words)))
    hits = (known.get(span) or known.get(span.rstrip(".")) for span in spans)
    named = (hit.parties for hit in hits if hit and hit.kind in ("country", "people"))
    return tuple(dict.fromkeys(party for parties in named for party in parties))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A packaged table, separated by semicolons, as rows of text."""
    text = resources.files("parley.codebook").joinpath("data", name).read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter=";"))


@cache
def usual_cities() -> dict[str, str]:
    """The usual name of each city that texts also spell otherwise, by that spelling in small letters."""
    return {other.casefold(): row["name"] for row in rows("cities.csv") for other in _split(row["also"])}


def _split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split("|") if part]


def _english() -> Iterator[tuple[str, Name]]:
    for row in rows("countries.csv"):
        for word in _split(row["names"]):
            yield word, Name("country", (row["code"],), word)
        for word in _split(row["adjectives"]):
            yield word, Name("people", (row["code"],), word)
    for row in rows("cities.csv"):
        for word in [row["name"], *_split(row["also"])]:
            # CODEBOOK: the city as the text names it; the store holds it by its usual name.
            yield word, Name("city", (row["country"],), word)
        for house in _split(row["houses"]):
            yield house, Name("city", (row["country"],), row["name"])
    for row in rows("organisations.csv"):
        for word in _split(row["names"]):
            yield word, _organisation(row)


def _russian() -> Iterator[tuple[str, Name]]:
    for row in rows("countries.csv"):
        for word in _split(row["russian"]):
            yield from ((form, Name("country", (row["code"],), word)) for form in noun_forms(word))
        for word in _split(row["russian_adjectives"]):
            yield from ((form, Name("people", (row["code"],), word)) for form in adjective_forms(word))
    for row in rows("cities.csv"):
        for word in _split(row["russian"]):
            yield from ((form, Name("city", (row["country"],), row["name"])) for form in noun_forms(word))
    for row in rows("organisations.csv"):
        for word in _split(row["russian"]):
            yield from ((form, _organisation(row)) for form in noun_forms(word))


def _kazakh() -> Iterator[tuple[str, Name]]:
    data, locale, cities = read_yaml("names_kk.yaml"), Locale("kk").territories, _kazakh_cities()
    known: list[tuple[str, Name]] = []
    for row in rows("countries.csv"):
        words = [*data["countries"].get(row["code"], ()), *[locale[code] for code in (row["code"],) if code in locale]]
        known += [(word, Name("country", (row["code"],), word)) for word in words]
    for row in rows("cities.csv"):
        words = [*_split(row["russian"]), *data["cities"].get(row["name"], ()), *cities.get(row["name"], ())]
        known += [(word, Name("city", (row["country"],), row["name"])) for word in words]
    for row in rows("organisations.csv"):
        known += [(word, _organisation(row)) for word in data["organisations"].get(row["code"], ())]
    for word, name in known:
        yield word, name
        yield from ((word + mark + ending, name) for ending in data["endings"] for mark in _marks(word))
        yield from ((word + mark + end, replace(name, inside=True)) for end in data["inside"] for mark in _marks(word))


def _kazakh_cities() -> dict[str, tuple[str, ...]]:
    """Cities as Kazakh calls them, by their English names, where the world's locale data has a time zone for them."""
    zones = Locale("kk").time_zones.items()
    return {zone.rpartition("/")[2].replace("_", " "): (name["city"],) for zone, name in zones if "city" in name}


def _marks(word: str) -> tuple[str, ...]:
    """What stands before an ending: a hyphen after an acronym."""
    return ("-", "") if word.isupper() else ("",)


def _organisation(row: dict[str, str]) -> Name:
    if row["members"]:
        return Name("group", tuple(row["members"].split(",")), row["code"])
    return Name("organisation", (row["code"],), row["code"])
