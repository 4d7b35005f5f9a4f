"""One article with everything found in it, for the reader."""

import json
from dataclasses import dataclass
from typing import Any

from parley.model import STRENGTHS
from parley.queries.read import Connection

ARTICLE = """
SELECT a.id, a.title, a.text, s.name, a.url, a.published_on, a.published_basis, a.language, a.left_out,
       a.named_sources, a.is_sample
FROM articles a LEFT JOIN sources s ON s.id = a.source_id WHERE a.id = ?
"""
MEETINGS = """
SELECT r.n, r.meeting_id, r.focal, r.status, r.kind, r.series, r.edition, r.edition_basis, r.start_on, r.end_on,
       r.place, r.country, r.parties, r.start_at, r.end_at, r.date_start_at, r.date_end_at
FROM reports r WHERE r.article_id = ? ORDER BY r.n
"""
TOPICS = """
SELECT t.topic, t.label, t.topic_group, m.strength, m.by_party, m.about, m.discussed, m.meeting_id,
       m.confidence, s.start_at, s.end_at
FROM mentions m JOIN topics t ON t.id = m.topic_id JOIN sentences s ON s.id = m.sentence_id
WHERE m.article_id = ? ORDER BY t.id, s.start_at
"""
PEOPLE = """
SELECT p.person_id, n.name, p.office, p.party, p.present, p.name, p.start_at, p.end_at
FROM participants p JOIN people n ON n.id = p.person_id
WHERE p.article_id = ? ORDER BY p.present DESC, p.start_at
"""
PROMISES = """
SELECT c.id, c.actor, c.kind, c.topics, c.due_on, c.meeting_id, c.start_at, c.end_at,
       c.confidence
FROM commitments c WHERE c.article_id = ? ORDER BY c.start_at, c.id
"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article as the store keeps it; `left_out` are places in the text with what was cut there."""

    id: int
    title: str
    text: str
    source: str | None
    url: str | None
    published_on: str | None
    published_basis: str | None
    language: str
    left_out: tuple[tuple[int, str], ...]
    named_sources: tuple[str, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting as this article tells it; spans are characters of its text."""

    n: int
    meeting_id: int
    focal: bool
    status: str
    kind: str
    series: str | None
    edition: int | None
    edition_basis: str | None
    start_on: str | None
    end_on: str | None
    place: str | None
    country: str | None
    parties: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    date_span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """A topic with its sentences, the firmest wording and whose voice that is."""

    topic: str
    label: str
    group: str
    strength: str
    by: str | None
    about: tuple[str, ...]
    discussed: bool
    meeting_id: int | None
    spans: tuple[tuple[int, int], ...]
    confidence: float = 1.0
    """That of the surest of its sentences."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person with each office that the article gives and each form of the name, present or only spoken of."""

    person_id: int
    name: str
    offices: tuple[str, ...]
    party: str | None
    is_present: bool
    written: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundPromise:
    """A sentence in which a side undertakes, demands or signs something."""

    id: int
    actor: str
    kind: str
    topics: tuple[str, ...]
    due_on: str | None
    meeting_id: int | None
    spans: tuple[tuple[int, int], ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that Parley found in one article."""

    meetings: tuple[FoundMeeting, ...]
    topics: tuple[FoundTopic, ...]
    people: tuple[FoundPerson, ...]
    promises: tuple[FoundPromise, ...]


def stored_article(db: Connection, article_id: int) -> StoredArticle | None:
    """The article with this id; None where there is none (any more)."""
    row = db.execute(ARTICLE, (article_id,)).fetchone()
    if row is None:
        return None
    left_out, named, is_sample = row[8:]
    cuts = tuple((int(cut["at"]), str(cut["quote"])) for cut in json.loads(left_out))
    fields = (*row[:8], cuts, tuple(json.loads(named)), bool(is_sample))
    return StoredArticle(*fields)


def found_in(db: Connection, article_id: int) -> Found:
    """All that was found in one article, in reading order."""
    return Found(
        tuple(_meeting(row) for row in db.execute(MEETINGS, (article_id,))),
        _topics(db.execute(TOPICS, (article_id,)).fetchall()),
        _people(db.execute(PEOPLE, (article_id,)).fetchall()),
        tuple(_promise(row) for row in db.execute(PROMISES, (article_id,))),
    )


def _meeting(row: Any) -> FoundMeeting:
    parties, start, end, date_start, date_end = row[12:]
    date_span = None if date_start is None else (date_start, date_end)
    sides = tuple(json.loads(parties))
    fields = (row[0], row[1], bool(row[2]), *row[3:12], sides, ((start, end),), date_span)
    return FoundMeeting(*fields)


def _topics(rows: list[Any]) -> tuple[FoundTopic, ...]:
    by_topic: dict[str, list[Any]] = {}
    for row in rows:
        by_topic.setdefault(row[0], []).append(row)
    return tuple(_topic(topic, here) for topic, here in by_topic.items())


def _topic(topic: str, rows: list[Any]) -> FoundTopic:
    _, label, group, strength, by, about, discussed, meeting_id, _, _, _ = max(rows, key=lambda row: row[3])
    spans = tuple(dict.fromkeys((row[-2], row[-1]) for row in rows))
    return FoundTopic(
        *(topic, label, group, STRENGTHS[strength], by, tuple(json.loads(about)), bool(discussed), meeting_id, spans),
        confidence=max(row[-3] for row in rows),
    )


def _people(rows: list[Any]) -> tuple[FoundPerson, ...]:
    by_person: dict[int, list[Any]] = {}
    for row in rows:
        by_person.setdefault(row[0], []).append(row)
    return tuple(_person(person, here) for person, here in by_person.items())


def _person(person_id: int, rows: list[Any]) -> FoundPerson:
    offices = tuple(dict.fromkeys(row[2] for row in rows if row[2]))
    party = next((row[3] for row in rows if row[3]), None)
    spans = tuple(dict.fromkeys((row[-2], row[-1]) for row in rows))
    written = tuple(dict.fromkeys(row[5] for row in rows))
    return FoundPerson(person_id, rows[0][1], offices, party, any(row[4] for row in rows), written, spans)


def _promise(row: Any) -> FoundPromise:
    identity, actor, kind, topics, due_on, meeting_id, start, end, sure = row
    return FoundPromise(identity, actor, kind, tuple(json.loads(topics)), due_on, meeting_id, ((start, end),), sure)
