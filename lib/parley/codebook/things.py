"""What a promise names that one can look for later: a thing, an amount, a time, or a next step."""

import re
from functools import cache, lru_cache
from typing import Literal

from parley.codebook.next_round import speaks_of_next_round
from parley.codebook.words import read_yaml

Named = Literal["date", "amount", "thing", "next step"]
MOST_REMEMBERED = 20_000
_BETWEEN = r"(?:[\w’'.,&/–-]+\s+){0,5}?"
_WORD_FORM_BEFORE = r"(?<![\w-])"


@lru_cache(maxsize=MOST_REMEMBERED)
def named_in(sentence: str, cue: str, language: str, has_date: bool) -> tuple[Named, ...]:
    """What a promise's sentence names; `cue` are the words that make it a promise: a thing stands after them.

    A thing counts where a verb of making governs it, or where the words say that it is not there yet: what the sides
    work "within the agreement" on is named, not promised. In Kazakh the verb ends the sentence, and all is looked at.
    """
    text = sentence.casefold()
    at = text.find(cue.casefold()) if cue and language in {"en", "ru"} else -1
    promised = text[at:] if at >= 0 else text
    found: dict[Named, bool] = {
        "date": has_date or _has(language, "times", text),
        "amount": bool(_amounts().search(text)),
        "thing": bool((pattern := _promised(language)) and pattern.search(promised)),
        "next step": speaks_of_next_round(sentence) or "next step" in text,
    }
    return tuple(name for name, is_there in found.items() if is_there)


@lru_cache(maxsize=MOST_REMEMBERED)
def things_in(sentence: str, language: str) -> frozenset[str]:
    """The things that a sentence names anywhere, by the same names in every language: "memorandum", "embassy"."""
    text = sentence.casefold()
    return frozenset(name for name, pattern in _things(language) if pattern.search(text))


def documents_in(sentence: str, language: str) -> frozenset[str]:
    """Of the things that a sentence names, those that are signed: "treaty", "declaration"."""
    return things_in(sentence, language) & frozenset(str(read_yaml("things.yaml")["documents"]).split())


def _has(language: str, what: str, text: str) -> bool:
    source = read_yaml("things.yaml")[what].get(language)
    return bool(source and _compiled(_joined(source)).search(text))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _joined(folded: str) -> str:
    """A pattern that the data breaks into lines after a bar: YAML folds each break into a blank."""
    return folded.strip().replace("| ", "|")


@cache
def _amounts() -> re.Pattern[str]:
    return re.compile(_joined(read_yaml("things.yaml")["amounts"]))


@cache
def _things(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = read_yaml("things.yaml")["things"].get(language, {})
    return tuple((name, re.compile(rf"{_WORD_FORM_BEFORE}{source}(?!\w)")) for name, source in listed.items())


@cache
def _promised(language: str) -> re.Pattern[str] | None:
    """A thing that is to be made, or that is not there yet; None for a language without such words."""
    data = read_yaml("things.yaml")
    if language not in data["things"]:
        return None
    thing = rf"{_WORD_FORM_BEFORE}(?:{'|'.join(data['things'][language].values())})(?!\w)"
    making, not_yet = (_joined(data[what][language]) for what in ("making", "not_yet"))
    if language == "kk":
        return re.compile(rf"{thing}\s+{_BETWEEN}{making}|{not_yet}\s+{_BETWEEN}{thing}")
    return re.compile(rf"(?:{making}|{not_yet})\s+{_BETWEEN}{thing}")
