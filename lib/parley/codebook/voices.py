"""The words by which a text names who speaks: all sides, itself, the last speaker, a country; and which conflict."""

from collections.abc import Iterator
from functools import cache

from babel import Locale

from parley.codebook.words import read_yaml
from parley.codebook.world import rows
from parley.model import Language

_COUNTRY_CODE = 2


@cache
def never_subject() -> frozenset[str]:
    """Prepositions: a name that follows one is not who speaks."""
    return frozenset(str(read_yaml("voices.yaml")["never_subject"]).split())


@cache
def voice_patterns(language: Language) -> tuple[tuple[str, str], ...]:
    """Pairs of a pattern and whom it names: `joint`, `event` or `talks` (meetings), `we`, `back`, or a party's code."""
    data = read_yaml("voices.yaml").get(language)
    return (*_plain(data), *_named(data["names"]), *_countries(language), *_sides(data, language)) if data else ()


def _plain(data: dict[str, str]) -> Iterator[tuple[str, str]]:
    for voice in ("joint", "event", "talks", "we", "back"):
        yield from ((line, voice) for line in data.get(voice, "").splitlines())


def _named(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        party, pattern = line.split("=")
        yield pattern, party


def _countries(language: Language) -> Iterator[tuple[str, str]]:
    for code, name in Locale(language).territories.items():
        if len(code) == _COUNTRY_CODE and code.isalpha():
            yield name.replace("{", "").replace("(", "").replace(")", ""), code


@cache
def scene_patterns(language: Language) -> tuple[tuple[str, str], ...]:
    """Pairs of a pattern and the name of a conflict, its ground or its armed side."""
    return tuple((pattern, name) for name, pattern in read_yaml("scenes.yaml").get(language, {}).items())


def _sides(data: dict[str, str], language: Language) -> Iterator[tuple[str, str]]:
    """An adjective of a country before a word for its people: the Kazakh side, «с казахстанской стороны»."""
    column = {"en": "adjectives", "ru": "russian_adjectives"}.get(language)
    for row in rows("countries.csv") if column else ():
        for adjective in filter(None, (row[column or ""] or "").split("|")):
            # A Russian adjective stands in any case.
            word = adjective[:-2] + "*" if language == "ru" else adjective
            yield data["side"].strip().replace("~", word), row["code"]
