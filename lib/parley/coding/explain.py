"""Why each finding was made (the rule, the sentence, how sure it is), and what was left out and why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from parley.codebook import Codebook, load
from parley.codebook.confidence import check_below
from parley.codebook.endings import endings
from parley.codebook.topics import Phrase, Topic
from parley.codebook.wording import wording
from parley.codebook.words import read_yaml
from parley.coding.automaton import Hit, Phrases, Words, read_words, spans_of
from parley.coding.names import named_words
from parley.model import Article, Coding, Commitment, Evidence, Language, Meeting, Mention, Participant, Sentence

_COMING = re.compile(
    r"\b(?:will|shall|would|going to|plan\w*|intend\w*|scheduled|due|upcoming|forthcoming|next|looks? forward)\b"
    r"(?: be)?(?: \w+)?"
    r"|\b(?:будет|будут|состоится|состоятся|предстоящ\w+|планиру\w+|запланирован\w+|намерен\w*|следующ\w+)",
    re.IGNORECASE,
)
"""Words that set a meeting in the time to come."""


class _Line(NamedTuple):
    """A line of the codebook: a topic's phrase, or words that deny or set aside (`topic` is then empty)."""

    topic: str
    pattern: str
    weight: str
    file: str


def explain(article: Article, coding: Coding, book: Codebook) -> str:
    """A readable page on an article's coding."""
    sides = [
        f"# {article.title or article.id or 'An article'}",
        f"codebook {coding.codebook_version} · {article.language} · published {article.published_on or 'undated'}",
        *_part("Meetings", (line for meeting in coding.meetings for line in _meeting(meeting))),
        *_part("Topics", _topics(article, coding, book)),
        *_part("Promises", (line for promise in coding.commitments for line in _promise(promise))),
        *_part("Left out", _left_out(article, coding, book)),
    ]
    return "\n".join(sides) + "\n"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n## {title}"
    listed = list(lines)
    yield from listed or ["none"]


def _sure(confidence: float) -> str:
    return f"confidence {confidence:.2f}{' (check first)' if confidence < check_below() else ''}"


def _quote(evidence: Evidence) -> str:
    return f'    "{" ".join(evidence.quote.split())}"'


def _reason(rule: str) -> str:
    """What a rule does, in words; a rule without words is named as it is."""
    told = read_yaml("reasons.yaml")
    return str(told.get(rule) or told.get(rule.partition(":")[0]) or rule)


def _meeting(meeting: Meeting) -> Iterator[str]:
    when = " to ".join(day for day in (meeting.start, meeting.end) if day) or "undated"
    where = ", ".join(part for part in (meeting.place, meeting.country) if part)
    format_ = (
        f" · {meeting.series}" + (f", round {meeting.edition}" if meeting.edition else "") if meeting.series else ""
    )
    if meeting.series_id:
        format_ += f" (dialogue {meeting.series_id}, as the registry names it)"
    elif meeting.series:
        format_ += " (no dialogue of the registry)"
    told = "reported" if meeting.focal else "referred to"
    yield f"- {meeting.kind} of {', '.join(meeting.parties)} · {when} · {where or 'no place'}{format_}"
    yield f"    {told}, {meeting.status}: {_reason(meeting.rule)} [{meeting.rule}] · {_sure(meeting.confidence)}"
    if meeting.status == "planned":
        yield f"    {_why_planned(meeting)}"
    yield _quote(meeting.evidence)
    if meeting.date_evidence and meeting.date_evidence != meeting.evidence:
        yield "    its date:"
        yield _quote(meeting.date_evidence)
    for person in meeting.participants:
        yield f"    {_person(person)}"


def _why_planned(meeting: Meeting) -> str:
    """What in the sentence says that the meeting is still to come."""
    words = _COMING.search(meeting.evidence.quote)
    said = f'as "{words.group()}" stands in its sentence' if words else "as its date comes after the day of publication"
    return f"planned, {said}"


def _person(person: Participant) -> str:
    office = f", {person.office}" if person.office else ""
    return f"{person.name}{office} ({person.party or 'no side'}) [{person.rule}] · {_sure(person.confidence)}"


def _topics(article: Article, coding: Coding, book: Codebook) -> Iterator[str]:
    lines = _lines(book, article.language)
    for mention in coding.mentions:
        yield f'- {mention.topic}: "{mention.rule}" {_origin(mention, lines)} · {_sure(mention.confidence)}'
        yield _quote(mention.evidence)
    for reading in coding.readings:
        by, about = reading.by or "nobody named", f", about {', '.join(reading.about)}" if reading.about else ""
        yield f"  {reading.topic}: {reading.strength} by {by}{about} · {_sure(reading.confidence)}"


def _origin(mention: Mention, lines: Phrases[_Line]) -> str:
    """The line of the codebook that found a topic: the longest that stands exactly on its words."""
    text = mention.evidence.quote
    spans = spans_of(text)
    for hit in lines.find(read_words(text)):
        if hit.payload.topic == mention.topic and text[spans[hit.first][0] : spans[hit.end - 1][1]] == mention.rule:
            return f"by `{hit.payload.pattern}` ({hit.payload.weight}) of {hit.payload.file}"
    return "by a rule of grammar"


def _promise(promise: Commitment) -> Iterator[str]:
    topics = ", ".join(promise.topics) or "no topic"
    due = f", due {promise.due}" if promise.due else ""
    yield f'- {promise.kind} by {promise.actor} ({topics}){due}: "{promise.rule}" of data/wording.yaml'
    yield f"    {_sure(promise.confidence)}"
    yield _quote(promise.sentence)


def _left_out(article: Article, coding: Coding, book: Codebook) -> Iterator[str]:
    """Phrases of topics that stand in the text and do not count, each with the reason."""
    lines = _lines(book, article.language)
    counted = {(mention.topic, mention.evidence.start) for mention in coding.mentions}
    for sentence in coding.sentences:
        words = read_words(sentence.text)
        hits = lines.find(words)
        seen: set[str] = set()
        for hit in hits:
            topic = hit.payload.topic
            if (
                topic
                and hit.payload.weight != "excludes"
                and (topic, sentence.start) not in counted
                and topic not in seen
            ):
                seen.add(topic)
                yield from _one_left_out(hit, hits, words, sentence, article.language)
    for person in coding.spoken_of:
        yield f"- {person.name}: named, but not at a meeting"
        yield _quote(person.evidence)
    for passage in article.left_out:
        yield f'- cut before reading: "{" ".join(passage.quote.split())[:120]}"'


def _one_left_out(
    hit: Hit[_Line], hits: list[Hit[_Line]], words: Words, sentence: Sentence, language: Language
) -> Iterator[str]:
    spans = spans_of(sentence.text)
    said = sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
    yield f'- {hit.payload.topic}: "{said}" {_why_not(hit, hits, named_words(words, language))}'
    yield _quote(sentence.evidence)


def _why_not(hit: Hit[_Line], hits: list[Hit[_Line]], named: frozenset[int]) -> str:
    over = [other for other in hits if other.first < hit.end and hit.first < other.end and other is not hit]
    for other in over:
        if other.payload.topic == hit.payload.topic and other.payload.weight == "excludes":
            return f"is excluded by `{other.payload.pattern}` of {other.payload.file}"
    if hit.first in named and hit.end - 1 in named:
        return "stands in a name or a job title"
    for other in hits:
        if other.payload.weight in {"denied", "aside"}:
            return f"is {other.payload.weight}, by `{other.payload.pattern}` of {other.payload.file}"
    if any(other.end - other.first > hit.end - hit.first and other.payload.topic for other in over):
        return "is part of a longer phrase of another topic"
    if hit.payload.weight == "in context":
        return "counts only where its sentence says that something was dealt with"
    return "is in a text or a line that tells of no dealings between states"


@lru_cache(maxsize=6)
def _lines(book: Codebook, language: Language) -> Phrases[_Line]:
    """The topics' phrases and the words that deny, each with the line of the codebook that it is."""
    known = {topic.id: {*topic.phrases} for topic in load().topics}
    found = [
        (
            phrase.pattern,
            _Line(topic.id, phrase.pattern, phrase.weight, _file(topic, phrase, known)),
        )
        for topic in book.topics
        for phrase in topic.phrases
        if phrase.language == language
    ]
    for part in ("denied", "aside"):
        found += [(pattern, _Line("", pattern, part, "data/wording.yaml")) for pattern, _ in wording(part, language)]
    return Phrases(found, endings(language))


def _file(topic: Topic, phrase: Phrase, packaged: Mapping[str, set[Phrase]]) -> str:
    is_packaged = phrase in packaged.get(topic.id, ())
    return f"topics/{topic.group.replace(' ', '-')}.yaml" if is_packaged else "the desk's own codebook"
