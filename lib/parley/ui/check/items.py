"""The findings of one document as a person checks them: each with its words, its passages, and what finds it again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parley.charts.theme import GROUP_COLOURS
from parley.model import Coding, Commitment, Evidence, Meeting, Participant, Reading
from parley.store.corrections import Anchor, Part
from parley.store.judged import place_in
from parley.ui.articles.marking import Passage
from parley.ui.articles.passages import STATUS, STRENGTHS
from parley.ui.words import KINDS, listed, meeting_name, on_dates, promise_name, side_name, side_names

GROUPS = tuple(GROUP_COLOURS)
MEETING = ("date", "place", "dialogue", "round", "sides", "kind", "status")
NO_READING = Reading("", "noted", None, None)

Span = tuple[int, int, str]
Said = Mapping[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding: how it is called, what is said of it by field, its passages with their letters, and how sure it is.

    `said` holds each field that can be corrected as it now stands, in the form of a correction.
    """

    key: str
    part: Part
    letter: str
    label: str
    lines: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    anchor: Anchor
    said: Said
    confidence: float
    checked: bool
    group: int = -1


def items_of(coding: Coding, topics: Mapping[str, tuple[str, str]]) -> list[Item]:
    """All findings in the order of a check: meetings with their people, topics, promises, people spoken of.

    `topics` are label and group of each topic by its id.
    """
    return [
        *_meetings(coding),
        *_topics(coding, topics),
        *(_promise(n, promise, topics) for n, promise in enumerate(coding.commitments)),
        *(_person(person, "spoken of, not present") for person in _once(coding.spoken_of)),
    ]


def passages_of(items: list[Item], text: str) -> list[Passage]:
    """Each item's passages as the marked text shows them; of a person the name alone."""
    return [
        Passage(*_place(item, text, start, end), letter, item.key, item.label, item.group if letter == "T" else -1)
        for item in items
        for start, end, letter in item.spans
    ]


def _place(item: Item, text: str, start: int, end: int) -> tuple[int, int]:
    """Where a person's name, or the surname alone, stands in the sentence; of all else the passage itself."""
    if item.letter == "P":
        for name in (item.label, *item.label.split()[-1:]):
            at = text.find(name, start, end)
            if at >= 0:
                return at, at + len(name)
    return start, end


def _meetings(coding: Coding) -> Iterator[Item]:
    for n, meeting in enumerate(coding.meetings):
        yield _meeting(place_in(coding.meetings, n), meeting)
        for person in _once(meeting.participants):
            yield _person(person, "present")


def _once(people: tuple[Participant, ...]) -> Iterator[Participant]:
    """Each person once: corrections of a person hold for all that the article says of them."""
    first: dict[str, Participant] = {}
    for person in people:
        first.setdefault(person.person_id, person)
    yield from first.values()


def _meeting(n: int, meeting: Meeting) -> Item:
    row: dict[str, Any] = {"dialogue": meeting.series, "title": "Meeting", "kind": meeting.kind}
    row |= {"edition": meeting.edition, "edition_basis": meeting.edition_basis}
    where = ", ".join(p for p in (meeting.place, side_name(meeting.country) if meeting.country else "") if p)
    standing = STATUS.get(meeting.status, "reported by this text" if meeting.focal else "referred to in this text")
    lines = (
        ("What", KINDS.get(meeting.kind, "Meeting")),
        ("When", on_dates(meeting.start, meeting.end)),
        ("Where", where or "no place"),
        ("Dialogue", meeting.series or "none, a one-off meeting"),
        ("Sides", listed(side_names(meeting.parties)) if meeting.parties else "none named"),
        ("Told as", standing),
    )
    dated = meeting.date_evidence
    spans = [(meeting.evidence.start, meeting.evidence.end, "M")] + ([(dated.start, dated.end, "D")] if dated else [])
    said: Said = {
        "date": {"start": meeting.start, "end": meeting.end},
        "place": {"place": meeting.place, "country": meeting.country},
        "dialogue": {"series_id": meeting.series_id, "series": meeting.series},
        "round": {"edition": meeting.edition, "edition_basis": meeting.edition_basis},
        "sides": {"parties": list(meeting.parties)},
        "kind": {"kind": meeting.kind},
        "status": {"status": meeting.status},
    }
    name = meeting_name(row, meeting.parties)
    shown = (name, lines, tuple(spans), _anchor("", meeting.evidence, n))
    return Item(f"meeting:{n}", "meeting", "M", *shown, said, meeting.confidence, meeting.checked)


def _person(person: Participant, seat: str) -> Item:
    side = side_name(person.party) if person.party else "no side named"
    lines = (("Office", person.office or "none named"), ("Side", side), ("At the meeting", seat))
    spans = ((person.evidence.start, person.evidence.end, "P"),)
    said: Said = {
        "office": {"office": person.office},
        "name": {"name": person.name},
        "present": {"present": seat == "present"},
    }
    shown = (person.name, lines, spans, Anchor(person.person_id, quote=person.name))
    return Item(f"person:{person.person_id}", "person", "P", *shown, said, person.confidence, person.checked)


def _topics(coding: Coding, topics: Mapping[str, tuple[str, str]]) -> Iterator[Item]:
    """A topic with its sentences and how it was dealt with: checked as one."""
    readings = {reading.topic: reading for reading in coding.readings}
    for topic in dict.fromkeys(mention.topic for mention in coding.mentions):
        own = [mention for mention in coding.mentions if mention.topic == topic]
        reading = readings.get(topic, NO_READING)
        label, group = topics.get(topic, (topic, ""))
        voice = {None: "nobody in particular", "joint": "the sides together"}.get(reading.by)
        lines = [("How firmly", STRENGTHS[reading.strength]), ("By", voice or side_name(reading.by or ""))]
        lines += [("About", listed(reading.about))] if reading.about else []
        said: Said = {"strength": {"strength": reading.strength}, "by": {"by": reading.by}}
        sure, checked = max(mention.confidence for mention in own), all(mention.checked for mention in own)
        spans = tuple((mention.evidence.start, mention.evidence.end, "T") for mention in own)
        colour = GROUPS.index(group) if group in GROUPS else len(GROUPS)
        # Judged in the whole text; the sentence is kept for whoever asks what was before the eyes.
        shown = (label, tuple(lines), spans, Anchor(topic, quote=_sentence_of(own[0].evidence, coding)))
        yield Item(f"topic:{topic}", "topic", "T", *shown, said, sure, checked, colour)


def _sentence_of(passage: Evidence, coding: Coding) -> str:
    return next((one.text for one in coding.sentences if one.start <= passage.start < one.end), passage.quote)


def _promise(n: int, promise: Commitment, topics: Mapping[str, tuple[str, str]]) -> Item:
    row = {"actor": promise.actor, "kind": promise.kind, "due_on": promise.due}
    on = [topics.get(topic, (topic, ""))[0] for topic in promise.topics]
    lines = (
        ("By when", on_dates(promise.due, None) if promise.due else "no deadline"),
        ("On", listed(on) if on else ""),
    )
    said: Said = {"due": {"due": promise.due}, "actor": {"actor": promise.actor}}
    anchor = _anchor(f"{promise.actor}:{promise.kind}", promise.sentence)
    spans = ((promise.sentence.start, promise.sentence.end, "C"),)
    shown = (promise_name(row), tuple(lines), spans, anchor)
    return Item(f"promise:{n}", "promise", "C", *shown, said, promise.confidence, promise.checked)


def _anchor(which: str, evidence: Evidence, n: int | None = None) -> Anchor:
    return Anchor(which, evidence.start, evidence.end, evidence.quote, n)
