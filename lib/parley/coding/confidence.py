"""How sure each finding is: by its kind, as the codebook knows how often that kind was right."""

from collections.abc import Mapping
from dataclasses import replace

from parley.codebook.confidence import confidence
from parley.codebook.topics import Weight
from parley.coding.scan import Scanned
from parley.model import Coding, Meeting, Mention, Participant

WEIGHTS: tuple[Weight, ...] = ("counts", "beside", "in context")
"""How a phrase may count, the surest first."""


def with_confidence(coding: Coding, scanned: tuple[Scanned, ...]) -> Coding:
    """The coding with the confidence of each of its findings."""
    met = "meeting" if any(meeting.focal for meeting in coding.meetings) else "no meeting"
    by_start = {one.sentence.start: one for one in scanned}
    return replace(
        coding,
        meetings=tuple(_meeting(meeting) for meeting in coding.meetings),
        spoken_of=tuple(_person(person) for person in coding.spoken_of),
        mentions=tuple(
            replace(mention, confidence=confidence("topic", kind_of_mention(mention, by_start, met)))
            for mention in coding.mentions
        ),
        readings=tuple(replace(r, confidence=confidence("strength", r.strength)) for r in coding.readings),
        commitments=tuple(replace(c, confidence=confidence("promise", f"{c.kind}, {met}")) for c in coding.commitments),
    )


def kind_of_mention(mention: Mention, by_start: Mapping[int, Scanned], met: str) -> str:
    """How its phrase counts, whether its sentence says that anything was dealt with, and whether any side met."""
    one = by_start[mention.evidence.start]
    weights = {found.weight for found in one.topics if found.topic == mention.topic and found.text == mention.rule}
    weight = next((weight for weight in WEIGHTS if weight in weights), WEIGHTS[0])
    return f"{weight}, {'told' if one.cues else 'not told'}, {met}"


def _meeting(meeting: Meeting) -> Meeting:
    kind = meeting.rule.partition(":")[0] if meeting.rule.startswith(("recalled", "announced")) else meeting.rule
    people = tuple(_person(person) for person in meeting.participants)
    return replace(meeting, participants=people, confidence=confidence("meeting", kind))


def _person(person: Participant) -> Participant:
    kind = f"{person.rule.partition(':')[0]}, {'office' if person.office else 'no office'}"
    return replace(person, confidence=confidence("person", kind))
