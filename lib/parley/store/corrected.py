"""A coding as people have corrected it. Pure: what stands of the corrections is given, oldest first.

A finding is found again by what it is and by its sentence; a correction whose finding is not there any more waits.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from parley.model import Coding, Commitment, Mention, Reading
from parley.store.corrected_meetings import with_meetings, with_people
from parley.store.corrections import Correction, Part
from parley.store.judged import BY_A_PERSON, added, kept, stands_at, values


def corrected(coding: Coding, corrections: Sequence[Correction]) -> Coding:
    """What was found, as people decided: a rejected finding is gone, a corrected one says what they say."""
    for part, apply in APPLY.items():
        own = [correction for correction in corrections if correction.part == part and not correction.undone_at]
        if own:
            coding = apply(coding, own)
    return coding


def _with_topics(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Topics in sentences; a topic of which no sentence is left was not dealt with, so its reading goes too."""

    def is_of(mention: Mention, one: Correction) -> bool:
        return mention.topic == one.anchor.which and stands_at(one.anchor, mention.evidence, coding)

    mentions, readings = list(coding.mentions), list(coding.readings)
    focal = next((n for n, meeting in enumerate(coding.meetings) if meeting.focal), None)
    for one, place in added(coding, own):
        if not any(is_of(mention, one) for mention in mentions):
            mentions.append(Mention(one.anchor.which, place, BY_A_PERSON))
        if all(reading.topic != one.anchor.which for reading in readings):
            told = {"strength": "noted", "by": None, "meeting": focal, **values(one.after)}
            readings.append(Reading(one.anchor.which, **told))
    left = kept(sorted(mentions, key=lambda mention: mention.evidence.start), own, is_of)
    told_of = {mention.topic for mention in left}
    return replace(coding, mentions=left, readings=tuple(one for one in readings if one.topic in told_of))


def _with_readings(coding: Coding, own: Sequence[Correction]) -> Coding:
    """How firmly, by whom, at which meeting and on what a topic was dealt with; its sentences count as checked."""
    readings = kept(coding.readings, own, lambda reading, one: reading.topic == one.anchor.which)
    last = len(coding.meetings)
    readings = tuple(
        one if one.meeting is None or one.meeting < last else replace(one, meeting=None) for one in readings
    )
    checked = {reading.topic for reading in readings if reading.checked}
    mentions = (replace(one, checked=one.checked or one.topic in checked) for one in coding.mentions)
    return replace(coding, readings=readings, mentions=tuple(mentions))


def _with_promises(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Promises by their sentence; told apart within one that holds several by who makes them and their kind."""

    def named(promise: Commitment) -> str:
        return f"{promise.actor}:{promise.kind}"

    def is_of(promise: Commitment, one: Correction) -> bool:
        if not stands_at(one.anchor, promise.sentence, coding):
            return False
        alike = [other for other in promises if stands_at(one.anchor, other.sentence, coding)]
        return len(alike) == 1 or one.anchor.which in ("", named(promise))

    promises = list(coding.commitments)
    focal = next((n for n, meeting in enumerate(coding.meetings) if meeting.focal), None)
    for one, place in added(coding, own):
        told = {"actor": "both", "kind": "agreed", "topics": (), "due": None, "meeting": focal, **values(one.after)}
        fresh = Commitment(**told, sentence=place, rule=BY_A_PERSON)
        if all((other.sentence.start, named(other)) != (place.start, named(fresh)) for other in promises):
            promises.append(fresh)
    promises.sort(key=lambda one: one.sentence.start)
    return replace(coding, commitments=kept(tuple(promises), own, is_of))


APPLY: dict[Part, Callable[[Coding, Sequence[Correction]], Coding]] = {
    "meeting": with_meetings,
    "person": with_people,
    "topic": _with_topics,
    "reading": _with_readings,
    "promise": _with_promises,
}
