"""Lines of the codebook found in a text: which one found a topic, and why others did not count."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from parley.codebook import Codebook, load
from parley.codebook.endings import endings
from parley.codebook.topics import Phrase, Topic
from parley.codebook.wording import wording
from parley.coding.automaton import Hit, Phrases, spans_of
from parley.coding.names import named_words
from parley.model import Language, Mention, Sentence

OWN = "the desk's own codebook"


class Line(NamedTuple):
    """A line of the codebook: a topic's phrase, or words that deny or set aside (`topic` is then empty)."""

    topic: str
    pattern: str
    weight: str
    file: str


Cause = Literal["excluded", "name", "denied", "aside", "longer", "in context", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A topic's phrase that stands in a sentence as `said` and does not count; `line` is what keeps it out, if one."""

    topic: str
    said: str
    sentence: Sentence
    cause: Cause
    line: Line | None = None


def origin(mention: Mention, lines: Phrases[Line]) -> Line | None:
    """The line that found a topic: the longest that stands exactly on its words; None for a rule of grammar."""
    text = mention.evidence.quote
    spans = spans_of(text)
    for hit in lines.find(lines.read(text))[""]:
        if hit.payload.topic == mention.topic and text[spans[hit.first][0] : spans[hit.end - 1][1]] == mention.rule:
            return hit.payload
    return None


def refusals(
    sentences: Iterable[Sentence], counted: Container[tuple[str, int]], language: Language, lines: Phrases[Line]
) -> Iterator[Refusal]:
    """Phrases of topics that stand in sentences and do not count; `counted` are the topics with where they begin."""
    for sentence in sentences:
        words = lines.read(sentence.text)
        hits = lines.find(words)[""]
        seen: set[str] = set()
        for hit in hits:
            topic = hit.payload.topic
            is_found = topic and hit.payload.weight != "excludes" and topic not in seen
            if is_found and (topic, sentence.start) not in counted:
                seen.add(topic)
                spans = spans_of(sentence.text)
                said = sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
                yield Refusal(topic, said, sentence, *_why_not(hit, hits, named_words(words, language)))


def _why_not(hit: Hit[Line], hits: list[Hit[Line]], named: frozenset[int]) -> tuple[Cause, Line | None]:
    over = [other for other in hits if other.first < hit.end and hit.first < other.end and other is not hit]
    for other in over:
        if other.payload.topic == hit.payload.topic and other.payload.weight == "excludes":
            return "excluded", other.payload
    if hit.first in named and hit.end - 1 in named:
        return "name", None
    for other in hits:
        if other.payload.weight == "denied":
            return "denied", other.payload
        if other.payload.weight == "aside":
            return "aside", other.payload
    for other in over:
        if other.end - other.first > hit.end - hit.first and other.payload.topic:
            return "longer", other.payload
    return ("in context" if hit.payload.weight == "in context" else "elsewhere"), None


@lru_cache(maxsize=6)
def lines_of(book: Codebook, language: Language) -> Phrases[Line]:
    """The topics' phrases and the words that deny, each with the line of the codebook that it is."""
    known = {topic.id: {*topic.phrases} for topic in load().topics}
    found = [
        (phrase.pattern, "", Line(topic.id, phrase.pattern, phrase.weight, _file(topic, phrase, known)))
        for topic in book.topics
        for phrase in topic.phrases
        if phrase.language == language
    ]
    for part in ("denied", "aside"):
        found += [(pattern, "", Line("", pattern, part, "data/wording.yaml")) for pattern, _ in wording(part, language)]
    return Phrases(found, endings(language))


def _file(topic: Topic, phrase: Phrase, packaged: Mapping[str, set[Phrase]]) -> str:
    is_packaged = phrase in packaged.get(topic.id, ())
    return f"topics/{topic.group.replace(' ', '-')}.yaml" if is_packaged else OWN
