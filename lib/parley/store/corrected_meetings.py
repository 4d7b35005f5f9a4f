"""The meetings of a coding as people have corrected them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from parley.model import Coding, Meeting
from parley.store.corrections import ADDED_FROM, Correction
from parley.store.judged import BY_A_PERSON, added, are_alike, judge, place_in, stands_at, values


def with_meetings(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Meetings; what belonged to a rejected one belongs to none, and its people are only spoken of."""
    own = list(_numbered(own))
    told = _with_added(coding, own)
    places = [place_in(told, at) for at in range(len(told))]
    judged = [judge(meeting, [one for one in own if _is_of(at, one, told, coding)]) for at, meeting in enumerate(told)]
    left = [at for at, meeting in enumerate(judged) if meeting is not None]
    now: dict[int | None, int] = {at: place for place, at in enumerate(left)}
    gone = [person for at, meeting in enumerate(told) if at not in now for person in meeting.participants]
    meetings = tuple(_at(places[at], now[at], meeting) for at, meeting in enumerate(judged) if meeting is not None)
    home = _home(meetings, own)

    def belongs(meeting: int | None) -> int | None:
        return now.get(meeting, home)

    return replace(
        coding,
        meetings=meetings,
        spoken_of=(*coding.spoken_of, *gone),
        mentions=tuple(
            one if one.meeting is None else replace(one, meeting=now.get(one.meeting)) for one in coding.mentions
        ),
        readings=tuple(replace(one, meeting=belongs(one.meeting)) for one in coding.readings),
        commitments=tuple(replace(one, meeting=belongs(one.meeting)) for one in coding.commitments),
    )


def _numbered(own: Sequence[Correction]) -> Iterable[Correction]:
    """What people decided, each meeting that they added with its place: the one it was given, else the next."""
    number = ADDED_FROM
    for one in own:
        if one.verdict == "added":
            yield one if one.anchor.n is not None else replace(one, anchor=replace(one.anchor, n=number))
            number += 1
        else:
            yield one


def _at(n: int, place: int, meeting: Meeting) -> Meeting:
    """A meeting that keeps its place among those found, by which decisions know it."""
    return meeting if n == place else replace(meeting, n=n)


def _is_of(at: int, one: Correction, told: Sequence[Meeting], coding: Coding) -> bool:
    """By its sentence; by its place in the article too where that sentence tells of several."""
    if one.verdict == "added":
        return place_in(told, at) == one.anchor.n
    alike = [
        place
        for place, other in enumerate(told)
        if are_alike(one.anchor.n, place_in(told, place)) and stands_at(one.anchor, other.evidence, coding)
    ]
    return at in alike and (len(alike) == 1 or one.anchor.n in (None, place_in(told, at)))


def _with_added(coding: Coding, own: Sequence[Correction]) -> tuple[Meeting, ...]:
    """The meetings with those that people added: one that the rules have come to find in that sentence stands once."""
    told = list(coding.meetings)
    for one, place in added(coding, own):
        said: dict[str, Any] = {"focal": True, "status": "held", "kind": "other", "parties": (), **values(one.after)}
        said.pop("takes", None)
        dated = place if said.get("start") else None
        fresh = Meeting(**said, evidence=place, date_evidence=dated, rule=BY_A_PERSON, n=one.anchor.n)
        twin = next((at for at, other in enumerate(told) if other.evidence == place and _is_one(other, fresh)), None)
        if twin is None:
            told.append(fresh)
        else:
            told[twin] = replace(fresh, participants=told[twin].participants)
    return tuple(told)


def _is_one(found: Meeting, fresh: Meeting) -> bool:
    """Whether a meeting found is the one that a person added to that sentence: the same sides, and no other day."""
    days = {found.start, fresh.start} - {None}
    return found.rule != BY_A_PERSON and set(found.parties) == set(fresh.parties) and len(days) < 2


def _home(meetings: Sequence[Meeting], own: Sequence[Correction]) -> int | None:
    """The meeting that takes what belongs to none: one that a person added to a text that reports no other."""
    if any(meeting.focal and (meeting.n or 0) < ADDED_FROM for meeting in meetings):
        return None
    takes = {one.anchor.n for one in own if one.verdict == "added" and dict(one.after or {}).get("takes")}
    return next((at for at, meeting in enumerate(meetings) if meeting.n in takes), None)
