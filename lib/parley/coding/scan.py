"""Each sentence read once: its words, the topics in it, and how things are said in it."""

import gc
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from parley.codebook import Codebook
from parley.codebook.endings import endings
from parley.codebook.topics import Weight
from parley.codebook.voices import scene_patterns, voice_patterns
from parley.codebook.wording import wording
from parley.coding.automaton import Hit, Phrases, Spans, Words
from parley.coding.names import named_words
from parley.coding.sources import is_source_line
from parley.model import Language, Sentence, Strength

_VALUES_OF_AN_ARTICLE = 20_000
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
    """What a phrase tells of a topic."""

    topic: str
    weight: Weight


TopicHit = Hit[_Sign]


@lru_cache(maxsize=12)  # Four codebooks: the one in force, and those that somebody tries.
def _lexicon(book: Codebook, language: Language) -> Phrases[Any]:
    """All phrases of a language in one automaton, so that a text is walked once."""
    lexicon = Phrases(_signs(book, language), endings(language))
    # It lives for long; to walk its nodes at each collection would cost a tenth of the time. And what is read in an
    # article holds no cycles: to look for some after every 700 new values would cost another.
    gc.freeze()
    gc.set_threshold(_VALUES_OF_AN_ARTICLE)
    return lexicon


def _signs(book: Codebook, language: Language) -> Iterator[tuple[str, str, _Sign | Strength | str]]:
    """Each phrase with what it is a sign of: a topic, or how, by whom and whether it was dealt with."""
    for topic in book.topics:
        for phrase in topic.phrases:
            if phrase.language == language:
                yield phrase.pattern, "topic", _Sign(topic.id, phrase.weight)
    for part in ("strength", "commitment", "dealing", "denied", "aside"):
        yield from ((pattern, part, value) for pattern, value in wording(part, language))
    yield from ((pattern, "voice", voice) for pattern, voice in voice_patterns(language))
    yield from ((pattern, "scene", name) for pattern, name in scene_patterns(language))


def scan(sentences: tuple[Sentence, ...], language: Language, book: Codebook) -> tuple[Scanned, ...]:
    """Read every sentence once for all that topics, readings and commitments need; linear in the text."""
    lexicon = _lexicon(book, language)
    return tuple(_scan_one(sentence, language, lexicon) for sentence in sentences)


def _scan_one(sentence: Sentence, language: Language, lexicon: Phrases[Any]) -> Scanned:
    words = lexicon.read(sentence.text)
    signs = lexicon.find(words)
    topics = _topics(sentence, words, language, signs) if "topic" in signs else ()
    cues, promises, voices, scenes = (tuple(signs.get(of, ())) for of in ("strength", "commitment", "voice", "scene"))
    return Scanned(sentence, words, topics, cues, promises, voices, scenes)


def _topics(
    sentence: Sentence, words: Words, language: Language, signs: Mapping[str, Sequence[TopicHit]]
) -> tuple[Found, ...]:
    """The sentence's topics outside names, asides and denials; the weak ones only where something is dealt with."""
    if is_source_line(sentence.text):
        return ()
    aside = {at for hit in signs.get("aside", ()) for at in range(hit.first, hit.end)}
    counting = _outside_names(signs["topic"], named_words(words, language) | aside)
    if "denied" in signs:
        counting = _without_denied(counting, words, signs["denied"])
    if "strength" not in signs and "dealing" not in signs:
        counting = [hit for hit in counting if hit.payload.weight != "in context"]
    spans = words.spans if counting else ()
    return tuple([_found(hit, sentence, spans) for hit in _widest(counting)])


def _found(hit: TopicHit, sentence: Sentence, spans: Spans) -> Found:
    topic, weight = hit.payload
    text = sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
    return Found(topic, hit.first, hit.end, text, weight)


def _outside_names(hits: Sequence[TopicHit], named: frozenset[int]) -> list[TopicHit]:
    """Hits that stand neither in the name of an organ nor in an exclusion of their own topic."""
    excluded: dict[str, list[TopicHit]] = {}
    for hit in hits:
        if hit.payload.weight == "excludes":
            excluded.setdefault(hit.payload.topic, []).append(hit)
    return [
        hit
        for hit in hits
        if hit.payload.weight != "excludes"
        and not (hit.first in named and hit.end - 1 in named)
        and not (excluded and any(_excludes(one, hit) for one in excluded.get(hit.payload.topic, ())))
    ]


def _excludes(without: TopicHit, hit: TopicHit) -> bool:
    """Whether an exclusion covers a word of a hit; a whole phrase that says more than it stands ("political and …")."""
    if without.first >= hit.end or without.end <= hit.first:
        return False
    is_within = hit.first <= without.first and without.end <= hit.end
    return hit.loose or not is_within or hit.end - hit.first == without.end - without.first


def _without_denied(hits: list[TopicHit], words: Words, denials: Sequence[TopicHit]) -> list[TopicHit]:
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
        topic, weight = hit.payload
        if not (hiding and _is_hidden(hit, topic, hiding)):
            yield hit
        if weight != "beside" and not hit.loose:
            hiding.append(hit)


def _is_hidden(hit: TopicHit, topic: str, hiding: list[TopicHit]) -> bool:
    length = hit.end - hit.first
    return any(
        wide.end >= hit.end and wide.end - wide.first > length and wide.payload.topic != topic for wide in hiding
    )
