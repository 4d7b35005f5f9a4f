"""Names over scripts and spellings: Сергей and Sergey, Yerlan and Erlan come to the same letters."""

import re
import unicodedata
from functools import cache, lru_cache

from parley.codebook.words import read_yaml

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_FULL = 2
_CACHED_NAMES = 20_000


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(read_yaml("romanised.yaml")["letters"])


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in read_yaml("romanised.yaml")["same"])


@cache
def _patronymic() -> re.Pattern[str]:
    return re.compile(read_yaml("romanised.yaml")["patronymic"])


@lru_cache(maxsize=_CACHED_NAMES)
def slug(name: str) -> str:
    """A name as an id: small Latin letters without marks, joined by hyphens; other scripts are spelt out in Latin."""
    latin = name.casefold().translate(_letters())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain).strip("-")


@lru_cache(maxsize=_CACHED_NAMES)
def romanised(name: str) -> str | None:
    """Given name and surname in the one form of all their spellings; None where either is missing or an initial.

    A patronymic between the two is left out: another text has none. Pure: the same name, the same form.
    """
    words = name.replace("ʼ", "").replace("'", "").replace("’", "").split()
    if len(words) < _FULL or any(len(word.strip(".,")) == 1 for word in words if word.endswith(".")):
        return None
    latin = [slug(word) for word in words]
    kept = [latin[0], *(word for word in latin[1:-1] if not _patronymic().search(word)), latin[-1]]
    return "-".join(_sounds(word) for word in kept if word)


def _sounds(word: str) -> str:
    for pattern, instead in _same():
        word = pattern.sub(instead, word)
    return word


def person_slug(name: str) -> str:
    """The id of someone whom no list knows: one over the scripts of a full name, the bare letters of any other."""
    return romanised(name) or slug(name)
