"""The rows of what was found in one article: sentences, meetings and people, topics, promises."""

import json
from bisect import bisect_right
from collections.abc import Collection

from parley.codebook.renamed import usual_city
from parley.model import STRENGTHS, Coding, Meeting, Mention, Participant, Reading
from parley.store import aliases, pins
from parley.store.corrected import corrected
from parley.store.corrections import of_article
from parley.store.meetings import Report
from parley.store.merging import find_meeting, place_mentions, refresh, statuses
from parley.store.pins import Tie
from parley.store.sqlite import Connection
from parley.store.words import person_row, series_slug, topic_row

SENTENCE = "INSERT INTO sentences (article_id, n, start_at, end_at) VALUES (?, ?, ?, ?)"
SENTENCES = "SELECT article_id, n, start_at, end_at FROM sentences WHERE article_id = ? ORDER BY n"
CUT_SENTENCES = "DELETE FROM sentences WHERE article_id = ?"
HELD = "SELECT key, published_on FROM articles WHERE id = ?"
SENTENCE_IDS = "SELECT id FROM sentences WHERE article_id = ? ORDER BY n"
REPORT = """
INSERT INTO reports (meeting_id, article_id, n, focal, status, kind, series, series_key, edition, edition_basis,
    start_on, end_on, place, country, parties, start_at, end_at, date_start_at, date_end_at, rule, confidence,
    checked)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PARTICIPANT = """
INSERT INTO participants (article_id, meeting_id, person_id, name, office, party, present, start_at, end_at, rule,
    confidence, checked)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
MENTION = """
INSERT INTO mentions (article_id, sentence_id, topic_id, meeting_id, source_id, language, day, month, discussed,
    strength, by_party, said_by, about, strength_confidence, start_at, end_at, rule, confidence, checked)
SELECT ?, ?, ?, ?, source_id, language, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM articles WHERE id = ?
"""
COMMITMENT = """
INSERT INTO commitments (article_id, meeting_id, actor, kind, topics, due_on, start_at, end_at, rule, confidence,
    checked)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def write_findings(db: Connection, article_id: int, coding: Coding, held: Collection[int] = ()) -> None:
    """Write all that the coding holds, as people corrected it, and bring the meetings that it tells of up to date.

    `held` are the starts of the sentences by which the article told of meetings until now.
    """
    key, published = db.execute(HELD, (article_id,)).fetchone()
    found = [meeting.evidence.start for meeting in coding.meetings]
    called = aliases.of_article(db, key)
    coding = corrected(aliases.as_decided(coding, called), aliases.on_people(of_article(db, key), called))
    places = [n if meeting.n is None else meeting.n for n, meeting in enumerate(coding.meetings)]
    sentences = _write_sentences(db, article_id, coding)
    starts = {n: meeting.evidence.start for n, meeting in zip(places, coding.meetings, strict=True)}
    ties = pins.ties_of(db, key, starts, found, held)
    meetings = []
    for n, meeting in zip(places, coding.meetings, strict=True):
        told = report_of(article_id, meeting, published)
        meetings.append(_write_meeting(db, n, meeting, told, ties.get(n, Tie())))
        pins.attach(db, key, n, starts[n], meetings[-1])
    for person in coding.spoken_of:
        _write_person(db, article_id, None, person)
    _write_mentions(db, article_id, coding, sentences, meetings)
    _write_commitments(db, article_id, coding, meetings)
    refresh(db, meetings)
    place_mentions(db, article_id=article_id)


def report_of(article_id: int, meeting: Meeting, published: str | None) -> Report:
    """A meeting as the article tells it, in the form that the merge compares."""
    key = meeting.series_id or (series_slug(meeting.series) if meeting.series else None)
    return Report(
        article_id=article_id,
        focal=meeting.focal,
        status=meeting.status,
        kind=meeting.kind,
        parties=tuple(sorted(set(meeting.parties))),
        series=key or None,
        series_name=meeting.series or meeting.series_id,
        edition=meeting.edition,
        edition_basis=meeting.edition_basis,
        start=meeting.start,
        end=meeting.end,
        place=usual_city(meeting.place) if meeting.place else None,
        country=meeting.country,
        people=frozenset((person.person_id, person.party) for person in meeting.participants),
        published=published,
        is_dated=meeting.date_evidence is not None or meeting.start is None,
    )


def _write_sentences(db: Connection, article_id: int, coding: Coding) -> list[int]:
    told = [(article_id, n, sentence.start, sentence.end) for n, sentence in enumerate(coding.sentences)]
    # Read anew they are mostly the same, and taking a sentence away costs a look at all topics.
    if db.execute(SENTENCES, (article_id,)).fetchall() != told:
        db.execute(CUT_SENTENCES, (article_id,))
        db.executemany(SENTENCE, told)
    return [row[0] for row in db.execute(SENTENCE_IDS, (article_id,))]


def _write_meeting(db: Connection, n: int, meeting: Meeting, report: Report, tie: Tie) -> int:
    article_id = report.article_id
    meeting_id = find_meeting(db, report, tie)
    dated = meeting.date_evidence
    db.execute(
        REPORT,
        (
            *(meeting_id, article_id, n, int(meeting.focal), meeting.status, meeting.kind),
            *(report.series_name, report.series, meeting.edition, meeting.edition_basis),
            *(meeting.start, meeting.end, report.place, meeting.country, json.dumps(report.parties)),
            *(meeting.evidence.start, meeting.evidence.end),
            *((dated.start, dated.end) if dated else (None, None)),
            *(meeting.rule, meeting.confidence, int(meeting.checked)),
        ),
    )
    for person in meeting.participants:
        _write_person(db, article_id, meeting_id, person)
    return meeting_id


def _write_person(db: Connection, article_id: int, meeting_id: int | None, person: Participant) -> None:
    db.execute(
        PARTICIPANT,
        (
            *(article_id, meeting_id, person_row(db, person.person_id, person.name)),
            *(person.name, person.office, person.party, int(meeting_id is not None)),
            *(person.evidence.start, person.evidence.end, person.rule, person.confidence, int(person.checked)),
        ),
    )


def _write_mentions(db: Connection, article_id: int, coding: Coding, sentences: list[int], meetings: list[int]) -> None:
    starts = [sentence.start for sentence in coding.sentences]
    readings = {reading.topic: reading for reading in coding.readings}
    told = [meeting.status for meeting in coding.meetings]
    decided = statuses(db, meetings)
    status = [decided.get(row, said) for row, said in zip(meetings, told, strict=True)]
    rows = []
    for mention in coding.mentions:
        place = max(0, bisect_right(starts, mention.evidence.start) - 1)
        reading = readings.get(mention.topic) or Reading(mention.topic, "noted", None, None)
        tied = reading.meeting if mention.meeting is None else mention.meeting
        rows.append(
            (
                *(article_id, sentences[place], topic_row(db, mention.topic)),
                meetings[tied] if tied is not None else None,
                # An agenda announced for a meeting to come was not yet discussed (CODEBOOK.md, `meeting`).
                int(tied is None or status[tied] == "held"),
                *(STRENGTHS.index(reading.strength), reading.by, _voice(mention, reading)),
                json.dumps(reading.about, ensure_ascii=False),
                1.0 if reading.checked else reading.confidence,
                *(mention.evidence.start, mention.evidence.end, mention.rule, mention.confidence),
                *(int(mention.checked), article_id),
            )
        )
    db.executemany(MENTION, rows)


def _voice(mention: Mention, reading: Reading) -> str | None:
    """Whose voice a sentence is; coded before sentences were told apart, its topic's."""
    return reading.by if mention.strength is None else mention.by


def _write_commitments(db: Connection, article_id: int, coding: Coding, meetings: list[int]) -> None:
    db.executemany(
        COMMITMENT,
        [
            (
                *(article_id, meetings[c.meeting] if c.meeting is not None else None, c.actor, c.kind),
                *(json.dumps(c.topics), c.due, c.sentence.start, c.sentence.end, c.rule, c.confidence, int(c.checked)),
            )
            for c in coding.commitments
        ],
    )
