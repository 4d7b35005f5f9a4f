"""Each sentence read once: its words, the topics in it, and how things are said in it."""

import gc
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parley.codebook import Codebook
from parley.codebook.endings import endings
from parley.codebook.topics import Weight
from parley.codebook.voices import scene_patterns, voice_patterns
from parley.codebook.wording import wording
from parley.coding.automaton import Hit, Phrases, Spans, Words, read_words
from parley.coding.names import named_words
from parley.coding.sources import is_source_line
from parley.model import STRENGTHS, Language, Sentence, Strength

_STRENGTH: dict[str, Strength] = {strength: strength for strength in STRENGTHS}
_MOST_DENIED = 40  # Topics that one denial may cover; no sentence of a release has more.
_TURNS = frozenset({"but", "however", "instead", "although", "though", "но", "однако", "зато", "бірақ", ";", ":"})


class Found(NamedTuple):
    """A topic's phrase at words `[first, end)` of a sentence, as it stands there."""

    topic: str
    first: int
    end: int
    text: str
    weight: Weight


class Scanned(NamedTuple):
    """A sentence with its words, its topics, and who says how firmly that something was dealt with or promised."""

    sentence: Sentence
    words: Words
    topics: tuple[Found, ...]
    cues: tuple[Hit[Strength], ...]
    promises: tuple[Hit[str], ...]
    voices: tuple[Hit[str], ...]
    scenes: tuple[Hit[str], ...] = ()
    """The conflicts, their grounds and armed sides that it names."""


class _Sign(NamedTuple):
    """What a phrase tells: a topic, or how, by whom and whether it was dealt with."""

    part: str
    value: str
    weight: Weight = "counts"


TopicHit = Hit[_Sign]


@lru_cache(maxsize=12)  # Four codebooks: the one in force, and those that somebody tries.
def _lexicon(book: Codebook, language: Language) -> Phrases[_Sign]:
    """All phrases of a language in one automaton, so that a text is walked once."""
    lexicon = Phrases(_signs(book, language), endings(language))
    # It lives for long; to walk its nodes at each collection would cost a tenth of the time.
    gc.freeze()
    return lexicon


def _signs(book: Codebook, language: Language) -> Iterator[tuple[str, _Sign]]:
    for topic in book.topics:
        for phrase in topic.phrases:
            if phrase.language == language:
                yield phrase.pattern, _Sign("topic", topic.id, phrase.weight)
    for part in ("strength", "commitment", "dealing", "denied", "aside"):
        yield from ((pattern, _Sign(part, value)) for pattern, value in wording(part, language))
    yield from ((pattern, _Sign("voice", voice)) for pattern, voice in voice_patterns(language))
    yield from ((pattern, _Sign("scene", name)) for pattern, name in scene_patterns(language))


def scan(sentences: tuple[Sentence, ...], language: Language, book: Codebook) -> tuple[Scanned, ...]:
    """Read every sentence once for all that topics, readings and commitments need; linear in the text."""
    lexicon = _lexicon(book, language)
    return tuple(_scan_one(sentence, language, lexicon) for sentence in sentences)


def _scan_one(sentence: Sentence, language: Language, lexicon: Phrases[_Sign]) -> Scanned:
    words = read_words(sentence.text)
    parts: dict[str, list[TopicHit]] = {}
    for hit in lexicon.find(words):
        parts.setdefault(hit.payload.part, []).append(hit)
    cues = tuple(Hit(h.first, h.end, h.loose, _STRENGTH[h.payload.value]) for h in parts.get("strength", ()))
    topics = _topics(sentence, words, language, parts) if "topic" in parts else ()
    promises, voices, scenes = (_values(parts.get(part)) for part in ("commitment", "voice", "scene"))
    return Scanned(sentence, words, topics, cues, promises, voices, scenes)


def _values(hits: list[TopicHit] | None) -> tuple[Hit[str], ...]:
    return tuple([Hit(hit.first, hit.end, hit.loose, hit.payload.value) for hit in hits]) if hits else ()


def _topics(
    sentence: Sentence, words: Words, language: Language, parts: dict[str, list[TopicHit]]
) -> tuple[Found, ...]:
    """The sentence's topics outside names, asides and denials; the weak ones only where something is dealt with."""
    if is_source_line(sentence.text):
        return ()
    aside = {at for hit in parts.get("aside", ()) for at in range(hit.first, hit.end)}
    counting = _outside_names(parts["topic"], named_words(words, language) | aside)
    if "denied" in parts:
        counting = _without_denied(counting, words, parts["denied"])
    if "strength" not in parts and "dealing" not in parts:
        counting = [hit for hit in counting if hit.payload.weight != "in context"]
    spans = words.spans if counting else ()
    return tuple(_found(hit, sentence, spans) for hit in _widest(counting))


def _found(hit: TopicHit, sentence: Sentence, spans: Spans) -> Found:
    _, topic, weight = hit.payload
    text = sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
    return Found(topic, hit.first, hit.end, text, weight)


def _outside_names(hits: list[TopicHit], named: frozenset[int]) -> list[TopicHit]:
    """Hits that stand neither in the name of an organ nor in an exclusion of their own topic."""
    excluded: dict[str, list[TopicHit]] = {}
    for hit in hits:
        if hit.payload.weight == "excludes":
            excluded.setdefault(hit.payload.value, []).append(hit)
    return [
        hit
        for hit in hits
        if hit.payload.weight != "excludes"
        and not (hit.first in named and hit.end - 1 in named)
        and not any(_excludes(without, hit) for without in excluded.get(hit.payload.value, ()))
    ]


def _excludes(without: TopicHit, hit: TopicHit) -> bool:
    """Whether an exclusion covers a word of a hit; a whole phrase that says more than it stands ("political and …")."""
    if without.first >= hit.end or without.end <= hit.first:
        return False
    is_within = hit.first <= without.first and without.end <= hit.end
    return hit.loose or not is_within or hit.end - hit.first == without.end - without.first


def _without_denied(hits: list[TopicHit], words: Words, denials: list[TopicHit]) -> list[TopicHit]:
    """Hits less those that a denial in their part of the sentence covers: what follows it, else what it follows."""
    turns = [-1, *(at for at, form in enumerate(words.low) if form in _TURNS), len(words.forms)]
    starts = [hit.first for hit in hits]
    denied: set[int] = set()
    for denial in denials:
        turn = bisect_left(turns, denial.first + 1)
        here = bisect_left(starts, denial.first)
        after = range(here, bisect_left(starts, turns[turn]))
        denied.update((after or range(bisect_left(starts, turns[turn - 1]), here))[:_MOST_DENIED])
    return [hit for at, hit in enumerate(hits) if at not in denied]


def _widest(hits: list[TopicHit]) -> Iterator[TopicHit]:
    """Hits less those inside a longer phrase of another topic: "nuclear energy" is not also "energy"."""
    hiding: list[TopicHit] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.end)):
        hiding = [wide for wide in hiding if wide.end > hit.first]
        _, topic, weight = hit.payload
        if not any(
            wide.end >= hit.end and wide.end - wide.first > hit.end - hit.first and wide.payload.value != topic
            for wide in hiding
        ):
            yield hit
        if weight != "beside" and not hit.loose:
            hiding.append(hit)
