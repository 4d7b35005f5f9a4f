"""The meetings of a coding and the people at them, as people have corrected them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from parley.model import Coding, Meeting, Participant
from parley.store.corrections import Correction
from parley.store.judged import BY_A_PERSON, added, folded, judge, kept, stands_at, values

People = tuple[Participant, ...]


def with_meetings(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Meetings; what belonged to a rejected one belongs to none, and its people are only spoken of."""
    told = (*coding.meetings, *_added(coding, own))
    judged = [judge(meeting, [one for one in own if _is_of(n, one, told, coding)]) for n, meeting in enumerate(told)]
    left = [n for n, meeting in enumerate(judged) if meeting is not None]
    now: dict[int | None, int] = {n: place for place, n in enumerate(left)}
    gone = [person for n, meeting in enumerate(told) if n not in now for person in meeting.participants]
    return replace(
        coding,
        meetings=tuple(_at(n, now[n], meeting) for n, meeting in enumerate(judged) if meeting is not None),
        spoken_of=(*coding.spoken_of, *gone),
        readings=tuple(replace(one, meeting=now.get(one.meeting)) for one in coding.readings),
        commitments=tuple(replace(one, meeting=now.get(one.meeting)) for one in coding.commitments),
    )


def _at(n: int, place: int, meeting: Meeting) -> Meeting:
    """A meeting that keeps its place among those found, by which decisions know it."""
    return meeting if n == place else replace(meeting, n=n)


def _is_of(n: int, one: Correction, told: Sequence[Meeting], coding: Coding) -> bool:
    """By its sentence; by its place in the article too where that sentence tells of several."""
    alike = [place for place, other in enumerate(told) if stands_at(one.anchor, other.evidence, coding)]
    return n in alike and (len(alike) == 1 or one.anchor.n in (None, n))


def _added(coding: Coding, own: Sequence[Correction]) -> Iterable[Meeting]:
    """The meetings that people added; of those in a sentence that tells of another, the place is after all others."""
    for one, place in added(coding, own):
        told = {"focal": True, "status": "held", "kind": "other", "parties": (), **values(one.after)}
        dated = place if told.get("start") else None
        yield Meeting(**told, evidence=place, date_evidence=dated, rule=BY_A_PERSON)


def with_people(coding: Coding, own: Sequence[Correction]) -> Coding:
    """People at each meeting and those spoken of; one who was present after all, or not, moves between the two."""

    def is_of(person: Participant, one: Correction) -> bool:
        named = one.anchor.start is None and folded(one.anchor.quote) == folded(person.name)  # ids change with rules
        return (named or person.person_id == one.anchor.which) and stands_at(one.anchor, person.evidence, coding)

    everyone = [*coding.spoken_of, *(person for meeting in coding.meetings for person in meeting.participants)]
    seats = {
        person.person_id: bool(one.after["present"])
        for one in own
        if _moves(one)
        for person in everyone
        if is_of(person, one)
    }
    judged = [replace(one, after=None) if _moves(one) else one for one in own]
    known = {person.person_id for person in everyone}
    fresh: dict[str, Participant] = {}
    for one, place in added(coding, own):
        if one.anchor.which not in known:
            fresh[one.anchor.which] = Participant(**_told(one), evidence=place)
            seats.setdefault(one.anchor.which, bool(dict(one.after or {}).get("present", True)))
    meetings = [kept(meeting.participants, judged, is_of) for meeting in coding.meetings]
    return _seated(coding, meetings, kept((*coding.spoken_of, *fresh.values()), judged, is_of), seats)


def _moves(one: Correction) -> bool:
    return one.field == "present" and one.verdict == "corrected"


def _told(one: Correction) -> dict[str, Any]:
    """What a person who was added is said to be; where they sat is no field of theirs."""
    said = {name: value for name, value in values(one.after).items() if name != "present"}
    known = {"name": one.anchor.which, "person_id": one.anchor.which, "office": None, "party": None, **said}
    return {**known, "rule": BY_A_PERSON}


def _seated(coding: Coding, meetings: Sequence[People], spoken: People, seats: dict[str, bool]) -> Coding:
    """Everyone where they belong: at the meeting that the article reports, or among those spoken of."""
    risen = [person for told in meetings for person in told if seats.get(person.person_id) is False]
    seated = [tuple(person for person in told if person not in risen) for told in meetings]
    table = next((n for n, meeting in enumerate(coding.meetings) if meeting.focal), None)
    came = [person for person in spoken if table is not None and seats.get(person.person_id) is True]
    if table is not None:
        seated[table] = (*seated[table], *came)
    told = zip(coding.meetings, seated, strict=True)
    return replace(
        coding,
        meetings=tuple(replace(meeting, participants=people) for meeting, people in told),
        spoken_of=(*(person for person in spoken if person not in came), *risen),
    )
