"""Russian words back to the form in which they are listed: whom the text calls «Токаевым» is Токаев."""

import re
import unicodedata
from functools import lru_cache

from pymorphy3.analyzer import Parse

from parley.codebook.inflection import morphology

_NAMES = ("Name", "Surn", "Patr")
_HERS = (("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"))
_UNKNOWN: dict[str, tuple[tuple[str, str], ...]] = {
    "ablt": (("лем", "ль"), ("ом", ""), ("ем", ""), ("ым", ""), ("ой", "а"), ("ей", "я")),
    "gent": (("ого", "ий"), *_HERS, ("а", ""), ("я", "й")),
    "accs": (("ого", "ий"), ("ову", "ова"), ("еву", "ева"), ("ину", "ина"), ("а", ""), ("я", "й")),
    "datv": (("ому", "ий"), *_HERS, ("у", ""), ("ю", "й")),
    "loct": (("ом", "ий"), *_HERS, ("е", "")),
}
# Which vowels the spelling asks for after these letters.
_HISSING, _AFTER_HISSING = "жшчщц", {"я": "а"}
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
    # «Си», «Ван» and the like are words, too; the genitive of many («Сил», «Дел») is nobody's name.
    return not morphology().word_is_known(word) or (len(word) <= _SHORTEST and "plur" not in found[0].tag)


def has_tag(word: str, tag: str, first: bool = False) -> bool:
    """Whether the dictionary reads a word so («Name», «Surn», «Patr»); `first` asks for its likeliest reading alone."""
    found = parses(word)
    return any(tag in parse.tag for parse in (found[:1] if first else found))


def is_listed(word: str) -> bool:
    """Whether the dictionary holds the word, and does not guess."""
    return bool(morphology().word_is_known(word))


@lru_cache(maxsize=20_000)
def feminine_past(word: str) -> bool:
    """Whether a word is a verb that says what a woman did."""
    return word.endswith(("ла", "лась")) and all(part in parses(word)[0].tag for part in ("VERB", "femn"))


def is_surname(word: str) -> bool:
    """Whether a capital word after a first name ends as surnames do, though a dictionary may read it otherwise."""
    return _SURNAME.search(word) is not None


@lru_cache(maxsize=20_000)
def name_cases(word: str) -> frozenset[str]:
    """The cases that a name may stand in, as the dictionary reads it."""
    named = [p.tag for p in parses(word) if p.tag.case and any(tag in p.tag for tag in _NAMES)]
    one = [tag for tag in named if "plur" not in tag]
    return frozenset(str(tag.case) for tag in one or named)


@lru_cache(maxsize=20_000)
def nominative(word: str, case: str, whole: bool = True) -> str:
    """A name in the nominative, given the case in which it stands; capitals as they were.

    A short word is its own nominative where it is the `whole` name, and may take an ending as one of many.
    """
    shortest = _SHORTEST if whole else _SHORTEST - 1
    if case == "nomn" or len(word) <= shortest:
        return word
    fitting = [
        parse
        for parse in (parses(word) if is_listed(word) else ())
        if parse.tag.case == case and any(tag in parse.tag for tag in _NAMES) and "plur" not in parse.tag
    ]
    # «Анне» may be a fixed name, too; it is rather Анна.
    for parse in sorted(fitting, key=lambda parse: "Fixd" in parse.tag):
        form = parse.inflect({"nomn"})
        return _capitals(form.word if form else parse.normal_form, word)
    if "Fixd" in parses(word)[0].tag:
        return word
    for ending, instead in _UNKNOWN.get(case, ()):
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            stem = word[: len(word) - len(ending)]
            return stem + (_AFTER_HISSING.get(instead, instead) if stem[-1] in _HISSING else instead)
    return word


def _capitals(form: str, model: str) -> str:
    parts, models = form.split("-"), model.split("-")
    if len(parts) == len(models):
        return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
    return form[:1].upper() + form[1:]


@lru_cache(maxsize=2_000)
def agreeing(word: str, noun: str) -> str:
    """An adjective in the nominative and the gender of a noun («специальным» of «посланник»); others as they stand."""
    gender = next((p.tag.gender for p in parses(noun) if p.tag.gender in ("masc", "femn")), "masc")
    for parse in parses(word):
        if "ADJF" in parse.tag or "PRTF" in parse.tag:
            form = parse.inflect({"nomn", "sing", str(gender)})
            return _capitals(form.word, word) if form else word
    return word
