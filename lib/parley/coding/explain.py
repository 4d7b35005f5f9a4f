"""Why each finding was made (the rule, the sentence, how sure it is), and what was left out and why."""

import re
from collections.abc import Iterable, Iterator

from parley.codebook import Codebook
from parley.codebook.confidence import check_below
from parley.codebook.words import read_yaml
from parley.coding.automaton import Phrases
from parley.coding.why import Cause, Line, lines_of, origin, refusals
from parley.model import Article, Coding, Commitment, Evidence, Meeting, Mention, Participant

_COMING = re.compile(
    r"\b(?:will|shall|would|going to|plan\w*|intend\w*|scheduled|due|upcoming|forthcoming|next|looks? forward)\b"
    r"(?: be)?(?: \w+)?"
    r"|\b(?:будет|будут|состоится|состоятся|предстоящ\w+|планиру\w+|запланирован\w+|намерен\w*|следующ\w+)",
    re.IGNORECASE,
)
"""Words that set a meeting in the time to come."""


_CAUSES: dict[Cause, str] = {
    "excluded": "is excluded by `{}` of {}",
    "name": "stands in a name or a job title",
    "denied": "is denied, by `{}` of {}",
    "aside": "is aside, by `{}` of {}",
    "longer": "is part of a longer phrase of another topic",
    "in context": "counts only where its sentence says that something was dealt with",
    "elsewhere": "is in a text or a line that tells of no dealings between states",
}


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
    lines = lines_of(book, article.language)
    for mention in coding.mentions:
        yield f'- {mention.topic}: "{mention.rule}" {_origin(mention, lines)} · {_sure(mention.confidence)}'
        yield _quote(mention.evidence)
    for reading in coding.readings:
        by, about = reading.by or "nobody named", f", about {', '.join(reading.about)}" if reading.about else ""
        yield f"  {reading.topic}: {reading.strength} by {by}{about} · {_sure(reading.confidence)}"


def _origin(mention: Mention, lines: Phrases[Line]) -> str:
    """The line of the codebook that found a topic."""
    line = origin(mention, lines)
    return f"by `{line.pattern}` ({line.weight}) of {line.file}" if line else "by a rule of grammar"


def _promise(promise: Commitment) -> Iterator[str]:
    topics = ", ".join(promise.topics) or "no topic"
    due = f", due {promise.due}" if promise.due else ""
    yield f'- {promise.kind} by {promise.actor} ({topics}){due}: "{promise.rule}" of data/wording.yaml'
    yield f"    {_sure(promise.confidence)}"
    yield _quote(promise.sentence)


def _left_out(article: Article, coding: Coding, book: Codebook) -> Iterator[str]:
    """Phrases of topics that stand in the text and do not count, each with the reason."""
    counted = {(mention.topic, mention.evidence.start) for mention in coding.mentions}
    for one in refusals(coding.sentences, counted, article.language, lines_of(book, article.language)):
        line = (one.line.pattern, one.line.file) if one.line else ()
        yield f'- {one.topic}: "{one.said}" {_CAUSES[one.cause].format(*line)}'
        yield _quote(one.sentence.evidence)
    for person in coding.spoken_of:
        yield f"- {person.name}: named, but not at a meeting"
        yield _quote(person.evidence)
    for passage in article.left_out:
        yield f'- cut before reading: "{" ".join(passage.quote.split())[:120]}"'
