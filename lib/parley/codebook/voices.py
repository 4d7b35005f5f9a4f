"""The words by which a text names who speaks: all sides, itself, the last speaker, a country."""

from collections.abc import Iterator
from functools import cache

from babel import Locale

from parley.codebook.words import read_yaml
from parley.model import Language

_COUNTRY_CODE = 2


@cache
def never_subject() -> frozenset[str]:
    """Prepositions: a name that follows one is not who speaks."""
    return frozenset(str(read_yaml("voices.yaml")["never_subject"]).split())


@cache
def voice_patterns(language: Language) -> tuple[tuple[str, str], ...]:
    """Pairs of a pattern and whom it names: `joint`, `we`, `back`, or a party's code."""
    data = read_yaml("voices.yaml").get(language)
    return (*_plain(data), *_named(data["names"]), *_countries(language)) if data else ()


def _plain(data: dict[str, str]) -> Iterator[tuple[str, str]]:
    for voice in ("joint", "we", "back"):
        yield from ((line, voice) for line in data[voice].splitlines())


def _named(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        party, pattern = line.split("=")
        yield pattern, party


def _countries(language: Language) -> Iterator[tuple[str, str]]:
    for code, name in Locale(language).territories.items():
        if len(code) == _COUNTRY_CODE and code.isalpha():
            yield name.replace("{", "").replace("(", "").replace(")", ""), code
