"""Which sentences of an article belong to which of the meetings that it reports."""

from bisect import bisect_right
from collections.abc import Sequence

from parley.model import Meeting

FURTHER = "further"
"""How the rule of a meeting begins that an article tells of after its first, with sentences of its own."""


class Sections:
    """The article's meetings by the sentence with which each begins; all else belongs to the focal one."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self.focal = next((number for number, meeting in enumerate(meetings) if meeting.focal), None)
        begun = sorted((m.evidence.start, n) for n, m in enumerate(meetings) if m.rule.startswith(FURTHER))
        self._starts = [start for start, _ in begun]
        self._numbers = [number for _, number in begun]

    def at(self, start: int) -> int | None:
        """The number of the meeting to which the sentence at this character belongs; None where none is reported."""
        before = bisect_right(self._starts, start)
        return self._numbers[before - 1] if before else self.focal
