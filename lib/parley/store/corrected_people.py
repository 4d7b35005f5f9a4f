"""The people of a coding as people have corrected them, decision by decision: the newest says where one is. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.model import Coding, Participant
from parley.store.corrections import Correction
from parley.store.judged import BY_A_PERSON, folded, judge, meeting_of, place_of, stands_at, values


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody at one meeting, by its place, or only spoken of (None): where they were found, and where they are now.

    One person has as many as there are meetings at which they sit. `said` is what people decided of it, oldest first.
    """

    person: Participant
    found_at: int | None
    seat: int | None
    said: tuple[Correction, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether people have put them elsewhere."""
        return self.seat != self.found_at

    def judged(self) -> Participant | None:
        """The person as the decisions leave them; None for one who was rejected."""
        return judge(self.person, self.said)


def with_people(coding: Coding, own: Sequence[Correction]) -> Coding:
    """People at each meeting and those spoken of; one who was present after all, or not, moves between the two."""
    told = (*((at, one) for at, meeting in enumerate(coding.meetings) for one in meeting.participants),)
    namings = tuple(Naming(one, at, at) for at, one in (*told, *((None, one) for one in coding.spoken_of)))
    for one in own:
        step = _with_added if one.verdict == "added" else _moved if _moves(one) else _decided
        namings = step(namings, one, coding)
    meetings = tuple(
        replace(meeting, participants=tuple(_at(namings, at))) for at, meeting in enumerate(coding.meetings)
    )
    return replace(coding, meetings=meetings, spoken_of=tuple(_at(namings, None)))


def _is_of(naming: Naming, one: Correction, coding: Coding) -> bool:
    person = naming.person
    named = one.anchor.start is None and folded(one.anchor.quote) == folded(person.name)  # ids change with rules
    return (named or person.person_id == one.anchor.which) and stands_at(one.anchor, person.evidence, coding)


def _decided(namings: tuple[Naming, ...], one: Correction, coding: Coding) -> tuple[Naming, ...]:
    return tuple(replace(told, said=(*told.said, one)) if _is_of(told, one, coding) else told for told in namings)


def _moves(one: Correction) -> bool:
    return one.field == "present" and one.verdict == "corrected"


def _moved(namings: tuple[Naming, ...], one: Correction, coding: Coding) -> tuple[Naming, ...]:
    """Away from every meeting; or to the one at which they were found before, else to the one that is reported."""
    people = {told.person.person_id for told in namings if _is_of(told, one, coding)}
    table = next((at for at, meeting in enumerate(coding.meetings) if meeting.focal), None)

    def seat(told: Naming) -> int | None:
        if not one.after["present"]:
            return None
        return next((at for at in (told.seat, told.found_at) if at is not None), table)

    moved = tuple(replace(told, seat=seat(told)) if told.person.person_id in people else told for told in namings)
    return _decided(moved, replace(one, after=None), coding)


def _with_added(namings: tuple[Naming, ...], one: Correction, coding: Coding) -> tuple[Naming, ...]:
    """Somebody added to one meeting, or as spoken of: they are there once, and at every other meeting as before.

    Who is added to a meeting is not only spoken of. Who is found there anyway counts as checked; who was rejected there
    is what the person who added them says.
    """
    place = place_of(one.anchor, coding)
    if place is None:
        return namings
    which = one.anchor.which
    seat = meeting_of(one, coding) if dict(one.after or {}).get("present", True) else None
    there = [
        told
        for told in namings
        if told.person.person_id == which and (seat is None or told.seat == seat) and told.judged() is not None
    ]
    if there:
        return tuple(replace(told, said=(*told.said, one)) if told in there else told for told in namings)
    left = (told for told in namings if told.person.person_id != which or told.seat not in (seat, None))
    return (*left, Naming(Participant(**_told(one), evidence=place), seat, seat, (one,)))


def _told(one: Correction) -> dict[str, Any]:
    """What a person who was added is said to be; where they sat is no field of theirs."""
    said = {name: value for name, value in values(one.after).items() if name not in ("present", "meeting")}
    known = {"name": one.anchor.which, "person_id": one.anchor.which, "office": None, "party": None, **said}
    return {**known, "rule": BY_A_PERSON}


def _at(namings: Sequence[Naming], seat: int | None) -> Iterable[Participant]:
    """Who is there: those found there first, then who came; nobody comes to where they are already."""
    here: set[str] = set()
    for told in sorted((told for told in namings if told.seat == seat), key=lambda told: told.is_moved):
        person = told.judged()
        if person is not None and not (told.is_moved and person.person_id in here):
            here.add(person.person_id)
            yield person
