"""Which questions to the database took long: kept in memory, the worst of each, and never more than so many.

Nothing is written: a reader's question waits for no disk, and a Parley for reading alone can tell too.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from threading import Lock
from time import perf_counter
from typing import TypeVar

from parley.model import Filters

SLOW_MS = 250
"""From so many milliseconds on a question is slow: with what Streamlit adds, a reader then waits and notices."""
MOST_QUESTIONS, MOST_TIMES = 40, 100
"""So many questions are kept, those with the longest time; and of each so many times, the newest."""

Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Slow:
    """A question that was slow: its name in the code, how often, and under which filters it was slowest.

    `filters` is None where the question knows none. `median_ms` is that of the times kept, slow ones alone.
    """

    question: str
    times: int
    slowest_ms: int
    median_ms: int
    last_at: datetime
    filters: Filters | None


@dataclass(slots=True)
class _Kept:
    """What is remembered of one question."""

    last_at: datetime
    times: int = 0
    slowest_ms: int = 0
    filters: Filters | None = None
    newest: deque[int] = field(default_factory=lambda: deque(maxlen=MOST_TIMES))


class Watch:
    """Measures questions, those of several readers at once, and remembers the slow ones; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = perf_counter, now: Callable[[], datetime] = _now) -> None:
        self.since = now()
        self._clock, self._now = clock, now
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()

    def measured(self, question: str, about: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
        """The answer; the question is remembered under its name where it took long, even where it failed."""
        began = self._clock()
        try:
            return answer()
        finally:
            took = round((self._clock() - began) * 1000)
            if took >= SLOW_MS:
                logger.warning("A question to the database took %d ms: %s", took, question)
                self._keep(question, next((one for one in about if isinstance(one, Filters)), None), took)

    def slow(self) -> list[Slow]:
        """The questions that were slow, the slowest first."""
        with self._lock:
            found = [
                Slow(name, one.times, one.slowest_ms, round(median(one.newest)), one.last_at, one.filters)
                for name, one in self._kept.items()
            ]
        return sorted(found, key=lambda one: -one.slowest_ms)

    def _keep(self, question: str, filters: Filters | None, took: int) -> None:
        with self._lock:
            one = self._kept.setdefault(question, _Kept(self._now()))
            one.times, one.last_at = one.times + 1, self._now()
            one.newest.append(took)
            if took > one.slowest_ms:
                one.slowest_ms, one.filters = took, filters
            if len(self._kept) > MOST_QUESTIONS:
                del self._kept[min(self._kept, key=lambda name: self._kept[name].slowest_ms)]
