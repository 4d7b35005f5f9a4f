"""Russian words back to the form in which they are listed: whom the text calls «Токаевым» is Токаев."""

import re
import unicodedata
from functools import lru_cache

from pymorphy3.analyzer import Parse

from parley.codebook.inflection import morphology

_NAMES = ("Name", "Surn", "Patr")
_UNKNOWN = {
    "ablt": (("лем", "ль"), ("ом", ""), ("ем", ""), ("ым", ""), ("ой", "а"), ("ей", "я")),
    "gent": (("ого", "ий"), ("а", ""), ("я", "й")),
    "accs": (("ого", "ий"), ("а", ""), ("я", "й")),
    "datv": (("ому", "ий"), ("у", ""), ("ю", "й")),
    "loct": (("ом", "ий"), ("е", "")),
}
_SHORTEST = 3
_SURNAME = re.compile(r"\w{3}(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой)?$")


@lru_cache(maxsize=20_000)
def parses(word: str) -> tuple[Parse, ...]:
    """The dictionary's readings of a word, likeliest first."""
    # The dictionary asks every character for its Unicode name, and some have none.
    named = "".join(letter if unicodedata.name(letter, "") else "-" for letter in word)
    return tuple(morphology().parse(named))


@lru_cache(maxsize=20_000)
def is_name(word: str) -> bool:
    """Whether a capital word may be a person's name: listed as one, or in no dictionary."""
    found = parses(word)
    if any(tag in found[0].tag for tag in ("NPRO", "PREP")):
        return False
    if any(tag in parse.tag for parse in found[:4] for tag in _NAMES):
        return True
    return not morphology().word_is_known(word) or len(word) <= _SHORTEST


def is_surname(word: str) -> bool:
    """Whether a capital word after a first name ends as surnames do, though a dictionary may read it otherwise."""
    return _SURNAME.search(word) is not None


@lru_cache(maxsize=20_000)
def name_cases(word: str) -> frozenset[str]:
    """The cases that a name may stand in, as the dictionary reads it."""
    return frozenset(str(p.tag.case) for p in parses(word) if p.tag.case and any(tag in p.tag for tag in _NAMES))


@lru_cache(maxsize=20_000)
def nominative(word: str, case: str) -> str:
    """A name in the nominative, given the case in which it stands; capitals as they were."""
    if case == "nomn" or len(word) <= _SHORTEST:
        return word
    for parse in parses(word) if morphology().word_is_known(word) else ():
        if parse.tag.case == case and any(tag in parse.tag for tag in _NAMES) and "plur" not in parse.tag:
            form = parse.inflect({"nomn"})
            return _capitals(form.word if form else parse.normal_form, word)
    if "Fixd" in parses(word)[0].tag:
        return word
    for ending, instead in _UNKNOWN.get(case, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: len(word) - len(ending)] + instead
    return word


def _capitals(form: str, model: str) -> str:
    parts, models = form.split("-"), model.split("-")
    if len(parts) == len(models):
        return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
    return form[:1].upper() + form[1:]
