"""The words of meetings, dates and offices in one language, as phrases with what each one tells."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.codebook.inflection import adjective_forms
from parley.codebook.words import read_yaml
from parley.model import Language


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of meeting: what it does (`meet`, `call`, `visit` …), and when, as its form tells."""

    does: str
    tense: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Every phrase of one language with its kind and its value, ready for one search over a text."""

    phrases: tuple[tuple[str, str, Any], ...]


@cache
def load_grammar(language: Language) -> Grammar:
    """The packaged grammar of a language; an empty one where there is none."""
    if language not in {"en", "ru", "kk"}:
        return Grammar(())
    data = read_yaml(f"grammar_{language}.yaml")
    found: list[tuple[str, str, Any]] = [(phrase, "act", act) for phrase, act in _acts(data["acts"])]
    for kind in ("events", "heads", "days", "months", "ordinals"):
        found += [(phrase, kind, value) for value, phrases in data[kind].items() for phrase in phrases]
    for kind in ("future", "cancelled", "sides", "virtual", "next", "weekdays", "about"):
        found += [(phrase, kind, number) for number, phrase in enumerate(data[kind])]
    if language == "ru":
        found = [entry for known in found for entry in _inflected(*known)]
    return Grammar(tuple(_with_capitals(found)))


def _inflected(phrase: str, kind: str, value: Any) -> list[tuple[str, str, Any]]:
    """A Russian ordinal in all its forms but that of "в первую очередь"; any other phrase as it stands."""
    forms = adjective_forms(phrase) - {"первую"} if kind == "ordinals" else {phrase}
    return [(form, kind, value) for form in sorted(forms)]


def _acts(acts: dict[str, dict[str, list[str]]]) -> list[tuple[str, Act]]:
    return [(p, Act(does, tense)) for does, forms in acts.items() for tense, phrases in forms.items() for p in phrases]


def _with_capitals(found: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    """The phrases, and the sides, events and days as they stand at the head of a sentence."""
    again = [
        (phrase[:1].upper() + phrase[1:], kind, value)
        for phrase, kind, value in found
        if kind in {"sides", "events", "next", "days"} and phrase[:1].islower()
    ]
    return list(dict.fromkeys([*found, *again]))
