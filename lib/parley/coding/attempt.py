"""A sentence tried: what Parley would find in it, on which words, and why not more. Nothing is kept."""

import re
from dataclasses import dataclass

from parley.codebook import Codebook
from parley.coding import code
from parley.coding.why import Line, Refusal, lines_of, origin, refusals
from parley.model import Article, Coding, Language, Mention, Reading

MOST = 5_000
"""Letters of a text that is tried; more is an article, and belongs into the Inbox."""
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fired:
    """A topic that was found: on which words, by which line of the codebook, and how it was read."""

    mention: Mention
    line: Line | None
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was found in a text, and which phrases stand in it without counting."""

    language: Language
    coding: Coding
    fired: tuple[Fired, ...]
    refused: tuple[Refusal, ...]


def language_of(text: str) -> Language:
    """The language that the letters of a sentence tell."""
    if _KAZAKH.search(text):
        return "kk"
    return "ru" if _CYRILLIC.search(text) else "en"


def attempt(text: str, language: Language | None, book: Codebook) -> Attempt:
    """Read a sentence by this codebook; where no language is given, in that of its letters."""
    spoken = language or language_of(text)
    found = code(Article("", text[:MOST], language=spoken), book)
    lines = lines_of(book, spoken)
    readings = {reading.topic: reading for reading in found.readings}
    fired = tuple(Fired(one, origin(one, lines), readings.get(one.topic)) for one in found.mentions)
    counted = {(mention.topic, mention.evidence.start) for mention in found.mentions}
    return Attempt(spoken, found, fired, tuple(refusals(found.sentences, counted, spoken, lines)))
