"""A coding as people have corrected it. Pure: what stands of the corrections is given, oldest first.

A finding is found again by what it is and by its sentence; a correction whose finding is not there any more waits.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from parley.codebook.confidence import confidence
from parley.model import STRENGTHS, Coding, Commitment, Evidence, Mention, Reading
from parley.store.corrected_meetings import with_meetings
from parley.store.corrected_people import with_people
from parley.store.corrections import Correction, Part
from parley.store.judged import BY_A_PERSON, added, before, kept, meeting_of, stands_at, values


def corrected(coding: Coding, corrections: Sequence[Correction]) -> Coding:
    """What was found, as people decided: a rejected finding is gone, a corrected one says what they say."""
    for part, apply in APPLY.items():
        own = [correction for correction in corrections if correction.part == part and not correction.undone_at]
        if own:
            coding = apply(coding, own)
    return coding


def _with_topics(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Topics in sentences, and what the sentences that are left say of each.

    A topic of which no sentence is left was not dealt with, so its reading goes too.
    """

    def is_of(mention: Mention, one: Correction) -> bool:
        return mention.topic == one.anchor.which and stands_at(one.anchor, mention.evidence, coding)

    mentions, readings = list(coding.mentions), {reading.topic: reading for reading in coding.readings}
    for one, place in added(coding, own):
        left = kept(mentions, before(one, own), is_of)
        if not any(is_of(mention, one) for mention in left):
            mentions = [mention for mention in mentions if not is_of(mention, one)]
            fresh = _added_topic(one, place, coding)
            is_told = any(mention.topic == fresh.topic for mention in left)
            known = readings.get(fresh.topic) if is_told else None
            reading = readings[fresh.topic] = known or Reading(fresh.topic, "noted", None, fresh.meeting)
            mentions.append(replace(fresh, meeting=None) if fresh.meeting == reading.meeting else fresh)
    left = kept(sorted(mentions, key=lambda mention: mention.evidence.start), own, is_of)
    by_topic = {topic: [mention for mention in left if mention.topic == topic] for topic in readings}
    changed = {one.anchor.which for one in own if one.verdict in ("added", "rejected")}
    made = (
        _read_again(reading, by_topic[topic]) if topic in changed else reading
        for topic, reading in readings.items()
        if by_topic[topic]
    )
    return replace(coding, mentions=left, readings=tuple(made))


def _added_topic(one: Correction, place: Evidence, coding: Coding) -> Mention:
    """A topic that a person added to a sentence, with how firmly it is put there and by whom."""
    said: dict[str, Any] = {"strength": "noted", **values(one.after), "meeting": meeting_of(one, coding)}
    return Mention(one.anchor.which, place, BY_A_PERSON, **said)


def _read_again(reading: Reading, mentions: Sequence[Mention]) -> Reading:
    """What the sentences that are left say of a topic: the firmest wording, the first of equals."""
    told = [(one.strength, one) for one in mentions if one.strength]
    if len(told) < len(mentions):  # coded before sentences were told apart
        return reading
    strength, firmest = max(told, key=lambda one: STRENGTHS.index(one[0]))
    about = tuple(dict.fromkeys(what for _, one in told for what in one.about))
    if (strength, firmest.by, about) == (reading.strength, reading.by, reading.about):
        return reading
    sure = 1.0 if firmest.rule == BY_A_PERSON else confidence("strength", strength)
    return replace(reading, strength=strength, by=firmest.by, about=about, confidence=sure)


def _with_readings(coding: Coding, own: Sequence[Correction]) -> Coding:
    """How firmly, by whom, at which meeting and on what a topic was dealt with; its sentences count as checked.

    Whose voice a person says that a topic is, all its sentences are.
    """
    found = {reading.topic: reading.by for reading in coding.readings}
    readings = kept(coding.readings, own, lambda reading, one: reading.topic == one.anchor.which)
    last = len(coding.meetings)
    readings = tuple(
        one if one.meeting is None or one.meeting < last else replace(one, meeting=None) for one in readings
    )
    checked = {reading.topic for reading in readings if reading.checked}
    voices = {reading.topic: reading.by for reading in readings if reading.by != found[reading.topic]}
    mentions = (
        replace(one, checked=one.checked or one.topic in checked, by=voices.get(one.topic, one.by))
        for one in coding.mentions
    )
    return replace(coding, readings=readings, mentions=tuple(mentions))


def _with_promises(coding: Coding, own: Sequence[Correction]) -> Coding:
    """Promises by their sentence; told apart within one that holds several by who makes them and their kind."""

    def named(promise: Commitment) -> str:
        return f"{promise.actor}:{promise.kind}"

    def names(promise: Commitment) -> set[str]:
        """As it was found, and as people have put it since: each saw the promise under the name of their day."""
        known, now = {named(promise)}, promise
        for one in own:
            if one.verdict == "corrected" and one.anchor.which in known and in_sentence(promise, one):
                now = replace(now, **values(one.after))
                known.add(named(now))
        return known

    def in_sentence(promise: Commitment, one: Correction) -> bool:
        return stands_at(one.anchor, promise.sentence, coding)

    def is_of(promise: Commitment, one: Correction) -> bool:
        alone = sum(in_sentence(other, one) for other in promises) == 1 and one.verdict != "added"
        return in_sentence(promise, one) and (alone or one.anchor.which in ("", *names(promise)))

    promises = list(coding.commitments)
    for one, place in added(coding, own):
        told = {"actor": "both", "kind": "agreed", "topics": (), "due": None, **values(one.after)}
        fresh = Commitment(**{**told, "meeting": meeting_of(one, coding)}, sentence=place, rule=BY_A_PERSON)
        there = [other for other in promises if (other.sentence.start, named(other)) == (place.start, named(fresh))]
        if not kept(there, before(one, own), is_of):  # rejected before: what is said of it now is what holds
            promises = [*(other for other in promises if other not in there), fresh]
    promises.sort(key=lambda one: one.sentence.start)
    return replace(coding, commitments=kept(tuple(promises), own, is_of))


APPLY: dict[Part, Callable[[Coding, Sequence[Correction]], Coding]] = {
    "meeting": with_meetings,
    "person": with_people,
    "topic": _with_topics,
    "reading": _with_readings,
    "promise": _with_promises,
}
