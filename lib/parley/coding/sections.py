"""Which sentences of an article belong to which of the meetings that it reports."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.codebook.several import pattern_of
from parley.model import Meeting, Mention, Reading, Sentence

FURTHER = "further"
"""How the rule of a meeting begins that an article tells of after its first, with sentences of its own."""


class Sections:
    """The article's meetings by the sentence with which each begins; all else belongs to the focal one."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self.focal = next((number for number, meeting in enumerate(meetings) if meeting.focal), None)
        begun = sorted((m.evidence.start, n) for n, m in enumerate(meetings) if m.rule.startswith(FURTHER))
        self.reported = {self.focal, *(number for _, number in begun)} if begun else set()
        self._starts = [start for start, _ in begun]
        self._numbers = [number for _, number in begun]

    def at(self, start: int) -> int | None:
        """The number of the meeting to which the sentence at this character belongs; None where none is reported."""
        before = bisect_right(self._starts, start)
        return self._numbers[before - 1] if before else self.focal


def tied(mentions: Sequence[Mention], readings: Sequence[Reading], meetings: Sequence[Meeting]) -> tuple[Mention, ...]:
    """The mentions, each with its own meeting where its topic's reading is of another that the article reports."""
    sections, of = Sections(meetings), {reading.topic: reading.meeting for reading in readings}
    if not sections.reported:
        return tuple(mentions)
    apart = {id(m) for m in mentions if of.get(m.topic) in sections.reported - {None, sections.at(m.evidence.start)}}
    return tuple(replace(m, meeting=sections.at(m.evidence.start)) if id(m) in apart else m for m in mentions)


def told_of_others(sentences: Sequence[Sentence], meetings: Sequence[Meeting]) -> dict[int, int]:
    """Which sentences are about a meeting that the article only mentions, by their numbers."""
    starts = {meeting.evidence.start: number for number, meeting in enumerate(meetings) if not meeting.focal}
    for meeting in meetings:
        if meeting.focal:
            starts.pop(meeting.evidence.start, None)
    told = {at: starts[one.start] for at, one in enumerate(sentences) if one.start in starts} if starts else {}
    # Where the article's own meeting is to come, the next sentence may as well go on about that one.
    own = next((meeting for meeting in meetings if meeting.focal), None)
    return told if own and own.status == "planned" else told | _agenda(sentences, meetings, told)


def agenda_at(sentences: Sequence[Sentence], meetings: Sequence[Meeting]) -> set[int]:
    """The numbers of the sentences that only go on with what a coming meeting will be about."""
    starts = {meeting.evidence.start for meeting in meetings}
    return {at for at in told_of_others(sentences, meetings) if sentences[at].start not in starts}


def _agenda(sentences: Sequence[Sentence], meetings: Sequence[Meeting], told: Mapping[int, int]) -> dict[int, int]:
    """The sentences right after the announcement of a meeting that say what it will be about."""
    agenda: dict[int, int] = {}
    for first, number in told.items():
        if meetings[number].status != "planned":
            continue
        for at in range(first + 1, len(sentences)):
            if at in told or not pattern_of("will_be_about").match(sentences[at].text):
                break
            agenda[at] = number
    return agenda
