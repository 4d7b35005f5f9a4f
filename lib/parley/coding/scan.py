"""Each sentence read once: its words, the topics in it, and how things are said in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parley.codebook import Codebook
from parley.codebook.endings import endings
from parley.codebook.topics import Weight
from parley.codebook.wording import wording
from parley.coding.automaton import Hit, Phrases, Words, read_words
from parley.coding.names import named_words
from parley.coding.sources import is_source_line
from parley.model import STRENGTHS, Language, Sentence, Strength

_STRENGTH: dict[str, Strength] = {strength: strength for strength in STRENGTHS}
_TURNS = frozenset({"but", "however", "instead", "although", "though", "но", "однако", "зато", "бірақ", ";", ":"})


@dataclass(frozen=True, slots=True)
class Found:
    """A topic's phrase at words `[first, end)` of a sentence, as it stands there."""

    topic: str
    first: int
    end: int
    text: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Scanned:
    """A sentence with its words, its topics, and the verbs and set phrases that say how firm it is."""

    sentence: Sentence
    words: Words
    topics: tuple[Found, ...]
    cues: tuple[Hit[Strength], ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    topics: Phrases[tuple[str, Weight]]
    strength: Phrases[Strength]
    dealing: Phrases[str]
    denied: Phrases[str]
    aside: Phrases[str]


@cache
def _lexicon(book: Codebook, language: Language) -> _Lexicon:
    ends = endings(language)
    phrases = ((p.pattern, (t.id, p.weight)) for t in book.topics for p in t.phrases if p.language == language)
    return _Lexicon(
        Phrases(phrases, ends),
        Phrases(((pattern, _STRENGTH[kind]) for pattern, kind in wording("strength", language)), ends),
        Phrases(wording("dealing", language), ends),
        Phrases(wording("denied", language), ends),
        Phrases(wording("aside", language), ends),
    )


def scan(sentences: tuple[Sentence, ...], language: Language, book: Codebook) -> tuple[Scanned, ...]:
    """Read every sentence once for all that topics, readings and commitments need; linear in the text."""
    lexicon = _lexicon(book, language)
    return tuple(_scan_one(sentence, language, lexicon) for sentence in sentences)


def _scan_one(sentence: Sentence, language: Language, lexicon: _Lexicon) -> Scanned:
    words = read_words(sentence.text)
    hits = [] if is_source_line(sentence.text) else lexicon.topics.find(words)
    if not hits:
        return Scanned(sentence, words, (), tuple(lexicon.strength.find(words)))
    cues = tuple(lexicon.strength.find(words))
    aside = {at for hit in lexicon.aside.find(words) for at in range(hit.first, hit.end)}
    counting = _outside_names(hits, named_words(words, language) | aside)
    counting = _without_denied(counting, words, lexicon.denied.find(words))
    if not cues and not lexicon.dealing.find(words):
        counting = [hit for hit in counting if hit.payload[1] != "in context"]
    found = tuple(_found(hit, sentence, words) for hit in _widest(counting))
    return Scanned(sentence, words, found, cues)


def _found(hit: Hit[tuple[str, Weight]], sentence: Sentence, words: Words) -> Found:
    topic, weight = hit.payload
    text = sentence.text[words.spans[hit.first][0] : words.spans[hit.end - 1][1]]
    return Found(topic, hit.first, hit.end, text, weight)


def _outside_names(hits: list[Hit[tuple[str, Weight]]], named: frozenset[int]) -> list[Hit[tuple[str, Weight]]]:
    """Hits that stand neither in the name of an organ nor in an exclusion of their own topic."""
    excluded: dict[str, set[int]] = {}
    for hit in hits:
        topic, weight = hit.payload
        if weight == "excludes":
            excluded.setdefault(topic, set()).update(range(hit.first, hit.end))
    return [
        hit
        for hit in hits
        if hit.payload[1] != "excludes"
        and not (hit.first in named and hit.end - 1 in named)
        and not excluded.get(hit.payload[0], set()).intersection(range(hit.first, hit.end))
    ]


def _without_denied(
    hits: list[Hit[tuple[str, Weight]]], words: Words, denials: list[Hit[str]]
) -> list[Hit[tuple[str, Weight]]]:
    """Hits less those that a denial in their part of the sentence covers: what follows it, else what it follows."""
    denied: set[int] = set()
    for denial in denials:
        start, end = _part(words, denial.first)
        after = [at for at, hit in enumerate(hits) if denial.first <= hit.first < end]
        before = [at for at, hit in enumerate(hits) if start <= hit.first < denial.first]
        denied.update(after or before)
    return [hit for at, hit in enumerate(hits) if at not in denied]


def _part(words: Words, at: int) -> tuple[int, int]:
    """The bounds of the part of the sentence around a word, between its turns ("but", "however", ";")."""
    turns = [here for here, form in enumerate(words.forms) if form.casefold() in _TURNS]
    return max((t for t in turns if t < at), default=0), min((t for t in turns if t > at), default=len(words.forms))


def _widest(hits: list[Hit[tuple[str, Weight]]]) -> Iterator[Hit[tuple[str, Weight]]]:
    """Hits less those inside a longer phrase of another topic: "nuclear energy" is not also "energy"."""
    hiding: list[Hit[tuple[str, Weight]]] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.end)):
        hiding = [wide for wide in hiding if wide.end > hit.first]
        topic, weight = hit.payload
        if not any(
            wide.end >= hit.end and wide.end - wide.first > hit.end - hit.first and wide.payload[0] != topic
            for wide in hiding
        ):
            yield hit
        if weight != "beside" and not hit.loose:
            hiding.append(hit)
