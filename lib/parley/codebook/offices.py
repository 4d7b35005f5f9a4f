"""Offices as a grammar: which words are ranks, what may stand around them, and whose office a bare one is."""

from dataclasses import dataclass
from functools import cache

from parley.codebook.words import read_yaml


@dataclass(frozen=True, slots=True, eq=False)
class Offices:
    """The classes of words that an office is made of, and the offices that name no country."""

    classes: dict[str, str]
    """A word -> the letter of its class: R rank, V what surrounds it, H "Mr" and the like, r and v in small letters."""
    national: tuple[tuple[str, str], ...]
    heads: frozenset[str]
    head_phrases: tuple[str, ...]
    not_heads: frozenset[str]
    ministers: frozenset[str]


@cache
def load_offices() -> Offices:
    """The packaged grammar of offices."""
    data = read_yaml("offices.yaml")
    classes: dict[str, str] = {}
    for letter, name in (("H", "honorifics"), ("R", "ranks"), ("V", "modifiers"), ("V", "portfolio")):
        for word in data[name].split():
            classes.setdefault(word, letter)
    for word, letter in list(classes.items()):
        if letter in "RV":
            classes.setdefault(word.lower(), letter.lower())
    for letter, words in data["small"].items():
        classes.update(dict.fromkeys(str(words).split(), letter))
    return Offices(
        classes,
        tuple(sorted(data["national"].items(), key=lambda pair: -len(pair[0]))),
        frozenset(data["heads"].split()),
        tuple(data["head_phrases"]),
        frozenset(data["not_heads"].split()),
        frozenset(data["ministers"].split()),
    )
