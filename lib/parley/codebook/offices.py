"""Offices as a grammar: which words are ranks, what may stand around them, and whose office a bare one is."""

from dataclasses import dataclass
from functools import cache

from parley.codebook.words import read_yaml


@dataclass(frozen=True, slots=True)
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
    dated = "January February April June July August September October November December"
    dated += " Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    classes.update(dict.fromkeys(dated.split(), "D"))
    classes.update(dict.fromkeys(["of", "for", "to", "on"], "o"))
    classes.update(dict.fromkeys(["in", "at", "with"], "i"))
    classes.update(
        {"the": "t", "The": "t", "and": "&", "&": "&", "both": "x", "Jr.": "J", "Jr": "J", "III": "J", "II": "J"}
    )
    classes.update(
        dict.fromkeys(
            [
                "bin",
                "ibn",
                "bint",
                "al",
                "el",
                "ul",
                "von",
                "van",
                "de",
                "der",
                "den",
                "da",
                "di",
                "del",
                "della",
                "dos",
                "du",
                "la",
                "le",
                "ben",
                "abu",
                "ould",
            ],
            "a",
        )
    )
    classes.update({",": ",", "(": "(", ")": ")", "-": "d", "—": "d", "'s": "s", "'": "s"})
    return Offices(
        classes,
        tuple(sorted(data["national"].items(), key=lambda pair: -len(pair[0]))),
        frozenset(data["heads"].split()),
        tuple(data["head_phrases"]),
        frozenset(data["not_heads"].split()),
        frozenset(data["ministers"].split()),
    )
