"""How sure each finding is: by its kind, as the codebook knows how often that kind was right."""

from dataclasses import replace

from parley.codebook.confidence import confidence, tense_alone
from parley.codebook.topics import Weight
from parley.model import Coding, Commitment, Meeting, Participant, Reading

_MET = {True: "meeting", False: "no meeting"}


def with_confidence(coding: Coding) -> Coding:
    """The coding with the confidence of each of its findings; mentions have theirs from the start."""
    met = _MET[any(meeting.focal for meeting in coding.meetings)]
    return replace(
        coding,
        meetings=tuple(_meeting(meeting) for meeting in coding.meetings),
        spoken_of=tuple(_person(person) for person in coding.spoken_of),
        # Made anew rather than replaced, here and below: of so many, that is a tenth of an article's time.
        readings=tuple(
            Reading(r.topic, r.strength, r.by, r.meeting, r.about, confidence("strength", r.strength))
            for r in coding.readings
        ),
        commitments=tuple(_promise(promise, met) for promise in coding.commitments),
    )


def _promise(promise: Commitment, met: str) -> Commitment:
    is_bare = promise.kind == "intends" and promise.rule.casefold().partition(" ")[0] in tense_alone()
    return replace(promise, confidence=confidence("promise", f"{'will' if is_bare else promise.kind}, {met}"))


def of_topic(weight: Weight, is_told: bool, is_met: bool) -> float:
    """By how the phrase counts, whether its sentence says that anything was dealt with, and whether any side met."""
    return confidence("topic", f"{weight}, {'told' if is_told else 'not told'}, {_MET[is_met]}")


def _meeting(meeting: Meeting) -> Meeting:
    kind = meeting.rule.partition(":")[0] if meeting.rule.startswith("recalled") else meeting.rule
    people = tuple(_person(person) for person in meeting.participants)
    return replace(meeting, participants=people, confidence=confidence("meeting", kind))


def _person(one: Participant) -> Participant:
    kind = f"{one.rule.partition(':')[0]}, {'office' if one.office else 'no office'}"
    return Participant(
        one.name, one.office, one.party, one.person_id, one.evidence, one.rule, confidence("person", kind)
    )
