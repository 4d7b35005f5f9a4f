"""How sure each finding is: by its kind, as the codebook knows how often that kind was right."""

from collections.abc import Iterator
from dataclasses import replace

from parley.codebook.confidence import confidence, tense_alone
from parley.codebook.topics import Weight
from parley.coding.scan import Found, Scanned
from parley.model import Coding, Commitment, Meeting, Mention, Participant, Reading

WEIGHTS: tuple[Weight, ...] = ("counts", "beside", "in context")
"""How a phrase may count, the surest first."""


def with_confidence(coding: Coding, scanned: tuple[Scanned, ...]) -> Coding:
    """The coding with the confidence of each of its findings."""
    met = "meeting" if any(meeting.focal for meeting in coding.meetings) else "no meeting"
    return replace(
        coding,
        meetings=tuple(_meeting(meeting) for meeting in coding.meetings),
        spoken_of=tuple(_person(person) for person in coding.spoken_of),
        mentions=tuple(_mentions(coding.mentions, scanned, met)),
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


def _mentions(mentions: tuple[Mention, ...], scanned: tuple[Scanned, ...], met: str) -> Iterator[Mention]:
    """By how the phrase counts, whether its sentence says that anything was dealt with, and whether any side met."""
    by_start = {one.sentence.start: one for one in scanned if one.topics}
    for mention in mentions:
        one = by_start[mention.evidence.start]
        kind = f"{_weight(mention, one.topics)}, {'told' if one.cues else 'not told'}, {met}"
        yield Mention(
            mention.topic,
            mention.evidence,
            mention.rule,
            confidence("topic", kind),
            mention.checked,
            mention.meeting,
            mention.strength,
            mention.by,
            mention.about,
        )


def _weight(mention: Mention, topics: tuple[Found, ...]) -> Weight:
    weights = [found.weight for found in topics if found.topic == mention.topic and found.text == mention.rule]
    return weights[0] if len(weights) == 1 else min(weights, key=WEIGHTS.index)


def _meeting(meeting: Meeting) -> Meeting:
    kind = meeting.rule.partition(":")[0] if meeting.rule.startswith("recalled") else meeting.rule
    people = tuple(_person(person) for person in meeting.participants)
    return replace(meeting, participants=people, confidence=confidence("meeting", kind))


def _person(one: Participant) -> Participant:
    kind = f"{one.rule.partition(':')[0]}, {'office' if one.office else 'no office'}"
    return Participant(
        one.name, one.office, one.party, one.person_id, one.evidence, one.rule, confidence("person", kind)
    )
