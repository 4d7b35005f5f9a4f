"""Findings as decisions leave them: which decision is of which finding, and what becomes of it. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from parley.model import Coding, Commitment, Evidence, Meeting, Mention, Participant, Reading
from parley.store.corrections import ADDED_FROM, Anchor, Correction, newest

Finding = TypeVar("Finding", Meeting, Participant, Mention, Reading, Commitment)
LISTS = ("parties", "about", "topics")
BY_A_PERSON = "added by a person"
"""The rule of a finding that a person added."""


def place_of(anchor: Anchor, coding: Coding) -> Evidence | None:
    """The sentence that an anchor names, by its words, the nearest where they stand twice; None where it is gone."""
    wanted, start = folded(anchor.quote), anchor.start
    if start is None or not wanted:
        return None
    told = [(sentence, folded(sentence.text)) for sentence in coding.sentences]
    found = [one for one, text in told if text == wanted]
    found = found or [one for one, text in told if text and (wanted in text or text in wanted)]  # cut another way
    return min(found, key=lambda sentence: abs(sentence.start - start)).evidence if found else None


def folded(text: str) -> str:
    """Words as two texts of one article share them: without regard to case and white space."""
    return " ".join(text.casefold().split())


def stands_at(anchor: Anchor, evidence: Evidence, coding: Coding) -> bool:
    """Whether a finding stands in the sentence of the anchor; any does where the anchor names none."""
    if anchor.start is None:
        return True
    place = place_of(anchor, coding)
    return place is not None and place.start < evidence.end and evidence.start < place.end


def kept(
    findings: Iterable[Finding], corrections: Sequence[Correction], is_of: Callable[[Finding, Correction], bool]
) -> tuple[Finding, ...]:
    """The findings as the corrections that are of them leave them, without the rejected ones."""
    judged = (judge(finding, [one for one in corrections if is_of(finding, one)]) for finding in findings)
    return tuple(finding for finding in judged if finding is not None)


def judge(finding: Finding, corrections: Sequence[Correction]) -> Finding | None:
    """One finding as the newest correction of each of its fields has it; None for a rejected one."""
    by_field = newest(_heeded(corrections))
    whole = by_field.get("")
    if whole and whole.verdict == "rejected":
        return None
    for one in by_field.values():
        if one.verdict == "corrected":
            finding = replace(finding, **values(one.after))
    if any(one.is_checking for one in by_field.values()) and not (whole and whole.verdict == "unsure"):
        return replace(finding, checked=True, confidence=1.0)
    # Nobody knows: it waits with what Parley itself is least sure of.
    return replace(finding, confidence=0.0) if by_field else finding


def _heeded(corrections: Sequence[Correction]) -> list[Correction]:
    """Without what was said of all that an article tells, where a person had said no to this very sentence.

    Who says that a topic is right has the sentences before their eyes that stand, and not those taken away.
    """
    of_it = [one for one in corrections if not one.field and one.anchor.start is not None]
    if not of_it or of_it[-1].verdict != "rejected":
        return list(corrections)
    return [one for one in corrections if one.field or one.anchor.start is not None or one.verdict == "rejected"]


def values(after: Any) -> dict[str, Any]:
    """The fields of a finding as JSON holds them, its lists as tuples again."""
    return {name: tuple(value) if name in LISTS else value for name, value in dict(after or {}).items()}


def place_in(meetings: Sequence[Meeting], at: int) -> int:
    """By which number decisions know the meeting that stands there: its place among those found, or added."""
    n = meetings[at].n
    return at if n is None else n


def are_alike(one: int | None, other: int) -> bool:
    """Whether both places are of meetings found, or both of meetings added; a place that nobody named is of either."""
    return one is None or (one >= ADDED_FROM) == (other >= ADDED_FROM)


def meeting_at(anchor: Anchor, coding: Coding) -> int | None:
    """Where in the coding the meeting of an anchor stands: by sentence; by place where that tells of several."""
    places = {at: place_in(coding.meetings, at) for at in range(len(coding.meetings))}
    alike = [
        at
        for at, n in places.items()
        if are_alike(anchor.n, n) and stands_at(anchor, coding.meetings[at].evidence, coding)
    ]
    exact = [at for at in alike if places[at] == anchor.n]
    return exact[0] if exact else alike[0] if len(alike) == 1 else None


def meeting_of(one: Correction, coding: Coding) -> int | None:
    """The meeting to which a person said that what they added belongs; where they did not say, the one reported."""
    told = dict(one.after or {})
    if "meeting" in told:
        return meeting_at(Anchor(**told["meeting"]), coding) if told["meeting"] else None
    return next((at for at, meeting in enumerate(coding.meetings) if meeting.focal), None)


def added(coding: Coding, corrections: Sequence[Correction]) -> Iterable[tuple[Correction, Evidence]]:
    """The findings that people added, each with its sentence; one whose sentence is gone waits."""
    for one in corrections:
        place = place_of(one.anchor, coding)
        if one.verdict == "added" and place is not None:
            yield one, place


def before(one: Correction, corrections: Sequence[Correction]) -> Sequence[Correction]:
    """The decisions made before this one: what they say of a finding does not bind who adds it after them."""
    return corrections[: corrections.index(one)]
