"""What was found in an article, as passages to mark and as words to list."""

from collections.abc import Iterable, Mapping
from typing import Any

from parley.charts.theme import GROUP_COLOURS
from parley.codebook.confidence import check_below
from parley.queries.articles import Found, FoundMeeting, FoundPerson, FoundPromise, FoundTopic
from parley.ui.articles.marking import Passage
from parley.ui.words import counted, listed, meeting_name, on_dates, promise_name, side_name, side_names

GROUPS = tuple(GROUP_COLOURS)
STRENGTHS = {
    "noted": "noted (discussed, raised, reported)",
    "stressed": "stressed (importance, concern or praise)",
    "wished": "wished (a shared desire or readiness)",
    "intended": "intended (will, plan, continue to)",
    "agreed": "agreed (decided, pledged, signed)",
    "done": "done (delivered, in force)",
}
STATUS = {"planned": "planned", "cancelled": "cancelled"}


def passages_of(found: Found, text: str) -> list[Passage]:
    """Every passage behind a finding; a meeting's date belongs to the meeting."""
    return [*_meetings(found), *_people(found, text), *_topics(found), *_promises(found)]


def _meetings(found: Found) -> Iterable[Passage]:
    for meeting in found.meetings:
        name = name_of_meeting(meeting)
        yield from (Passage(*span, "M", key_of(meeting), name) for span in meeting.spans)
        if meeting.date_span:
            when = on_dates(meeting.start_on, meeting.end_on)
            yield Passage(*meeting.date_span, "D", key_of(meeting), f"{when}, {name}")


def _people(found: Found, text: str) -> Iterable[Passage]:
    for person in found.people:
        places = dict.fromkeys(_name_within(text, span, person.written) for span in person.spans)
        yield from (Passage(*place, "P", key_of(person), about_person(person)) for place in places)


def _name_within(text: str, span: tuple[int, int], written: tuple[str, ...]) -> tuple[int, int]:
    """Where the name, or the surname alone, stands in the passage; the passage itself where it does not."""
    for name in (*written, *(name.split()[-1] for name in written if name.split())):
        at = text.find(name, *span)
        if at >= 0:
            return at, at + len(name)
    return span


def _topics(found: Found) -> Iterable[Passage]:
    for topic in found.topics:
        group = GROUPS.index(topic.group) if topic.group in GROUPS else len(GROUPS)
        yield from (Passage(*span, "T", key_of(topic), topic.label, group) for span in topic.spans)


def _promises(found: Found) -> Iterable[Passage]:
    for promise in found.promises:
        yield from (Passage(*span, "C", key_of(promise), name_of_promise(promise)) for span in promise.spans)


def key_of(finding: FoundMeeting | FoundTopic | FoundPerson | FoundPromise) -> str:
    """What tells this finding from all others of the article."""
    if isinstance(finding, FoundMeeting):
        return f"meeting:{finding.n}"
    if isinstance(finding, FoundTopic):
        return f"topic:{finding.topic}"
    if isinstance(finding, FoundPerson):
        return f"person:{finding.person_id}"
    return f"promise:{finding.id}"


def name_of_meeting(meeting: FoundMeeting) -> str:
    """The dialogue and its round, or the kind of meeting and its sides."""
    row: Mapping[str, Any] = {
        "dialogue": meeting.series,
        "edition": meeting.edition,
        "edition_basis": meeting.edition_basis,
        "kind": meeting.kind,
        "title": "Meeting",
    }
    return meeting_name(row, meeting.parties)


def about_meeting(meeting: FoundMeeting) -> list[tuple[str, str]]:
    """Each field that the article tells of a meeting, with its name; what it does not tell is left out."""
    standing = "reported by this article" if meeting.focal else "referred to in this article"
    place = ", ".join(p for p in (meeting.place, side_name(meeting.country) if meeting.country else None) if p)
    fields = [
        ("When", on_dates(meeting.start_on, meeting.end_on)),
        ("Where", place),
        ("Sides", listed(side_names(meeting.parties))),
        ("Told as", STATUS.get(meeting.status, standing)),
    ]
    return [(name, value) for name, value in fields if value]


def about_person(person: FoundPerson) -> str:
    """Name, offices and side in one line."""
    side = side_name(person.party) if person.party else None
    return ", ".join(part for part in (person.name, *person.offices, side) if part)


CHECK = "not sure: check first"
"""What stands beside a finding of a kind that was often wrong."""


def about_topic(topic: FoundTopic) -> str:
    """How firmly it was put, by whom, about what, and whether it was yet discussed."""
    voice = {None: None, "joint": "by the sides together"}.get(topic.by, f"by {side_name(topic.by or '')}")
    parts = [
        f"Firmest wording: {STRENGTHS[topic.strength]}",
        voice,
        f"about {listed(topic.about)}" if topic.about else None,
        None if topic.discussed else "on the agenda of a meeting to come, so not counted as discussed",
        counted(len(topic.spans), "sentence"),
        CHECK if topic.confidence < check_below() else None,
    ]
    return " · ".join(part for part in parts if part)


def name_of_promise(promise: FoundPromise) -> str:
    """Who undertakes it and how: "Kazakhstan: pledges"."""
    return promise_name({"actor": promise.actor, "kind": promise.kind, "due_on": promise.due_on})
