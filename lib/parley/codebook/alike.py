"""When two sentences speak of one thing: the words that carry their content, as far as inflection leaves them alike."""

import re
from functools import cache, lru_cache

from parley.codebook.words import read_yaml
from parley.codebook.world import load_world
from parley.model import Language

STEM = 5
"""So many letters of a word are compared: what follows is mostly its ending, in all three languages."""
SHORTEST = 3
MOST_REMEMBERED = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,]*")


@lru_cache(maxsize=MOST_REMEMBERED)
def content_of(sentence: str, language: Language) -> frozenset[str]:
    """The beginnings of the words that say what a promise is about, without sides, names of states and small words."""
    small, names = _small(language), _names(language)
    found = (word.casefold().strip(".,") for word in _WORD.findall(sentence))
    return frozenset(
        word if word[0].isdigit() else word[:STEM]
        for word in found
        if (len(word) >= SHORTEST or word.isdigit()) and word not in small and word not in names
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the shorter one's content the other has, 0 to 1; 0 where they share fewer than two words."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared > 1 else 0.0


def closeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two contents have in common of all that both have, 0 to 1: a long one is never close to a short one."""
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared > 1 else 0.0


@cache
def _small(language: Language) -> frozenset[str]:
    return frozenset(str(read_yaml("small_words.yaml").get(language, "")).split())


@cache
def _names(language: Language) -> frozenset[str]:
    """Words of the names of states and peoples, and organisations of one word: every promise between them has them.

    The words of a longer name ("World Health Organization") carry content elsewhere.
    """
    world = load_world(language).names
    apart = (form for form, name in world.items() if name.kind in {"country", "people"} or " " not in form)
    return frozenset(word.casefold() for form in apart for word in form.split())
