"""The public form of a coding: one plain row an article, as `parley code` prints it."""

from typing import Any

from parley.model import Article, Coding, Commitment, Evidence, LeftOut, Meeting, Mention, Participant, Reading

Row = dict[str, Any]


def as_row(article: Article, coding: Coding) -> Row:
    """The article with everything found in it, ready for JSON; spans index `text`."""
    return {
        "id": article.id,
        "title": article.title,
        "published_on": article.published_on,
        "language": article.language,
        "text": article.text,
        "sources": list(coding.sources),
        "left_out": [_left_out(passage) for passage in article.left_out],
        "meetings": [_meeting(meeting) for meeting in coding.meetings],
        "spoken_of": [_person(person) for person in coding.spoken_of],
        "topics": _topics(coding.mentions),
        "readings": {reading.topic: _reading(reading) for reading in coding.readings},
        "commitments": [_commitment(promise) for promise in coding.commitments],
        "codebook_version": coding.codebook_version,
    }


def _span(evidence: Evidence) -> Row:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _left_out(passage: LeftOut) -> Row:
    return {"quote": passage.quote, "at": passage.at}


def _meeting(meeting: Meeting) -> Row:
    return {
        "focal": meeting.focal,
        "status": meeting.status,
        "kind": meeting.kind,
        "series": meeting.series,
        "series_id": meeting.series_id,
        "edition": meeting.edition,
        "edition_basis": meeting.edition_basis,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "country": meeting.country,
        "parties": list(meeting.parties),
        "participants": [_person(person) for person in meeting.participants],
        "evidence": _span(meeting.evidence),
        "date_evidence": _span(meeting.date_evidence) if meeting.date_evidence else None,
        "rule": meeting.rule,
        "confidence": meeting.confidence,
    }


def _person(person: Participant) -> Row:
    return {
        "name": person.name,
        "office": person.office,
        "party": person.party,
        "person_id": person.person_id,
        "evidence": _span(person.evidence),
        "rule": person.rule,
        "confidence": person.confidence,
    }


def _topics(mentions: tuple[Mention, ...]) -> dict[str, list[Row]]:
    topics: dict[str, list[Row]] = {}
    for mention in mentions:
        row = {**_span(mention.evidence), "rule": mention.rule, "confidence": mention.confidence}
        topics.setdefault(mention.topic, []).append(row)
    return topics


def _reading(reading: Reading) -> Row:
    return {
        "strength": reading.strength,
        "by": reading.by,
        "meeting": reading.meeting,
        "about": list(reading.about),
        "confidence": reading.confidence,
    }


def _commitment(promise: Commitment) -> Row:
    return {
        "actor": promise.actor,
        "kind": promise.kind,
        "topics": list(promise.topics),
        "due": promise.due,
        "meeting": promise.meeting,
        "sentence": _span(promise.sentence),
        "rule": promise.rule,
        "confidence": promise.confidence,
    }
