"""How often the rounds of a dialogue follow each other, at the same level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from parley.codebook.ranks import LEVELS, Level
from parley.queries.rounds import Round
from parley.store.days import interval

MONTH = 365.2425 / 12
FEWEST_INTERVALS = 2
SPREAD = 1.6
"""An interval so many times longer or shorter than the median one does not follow the rhythm."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """The median interval between rounds of one level in months, and the dated rounds that it rests on.

    No months where there are fewer than two dated rounds; `is_regular` from three on, where most intervals agree.
    """

    level: Level | None
    rounds: tuple[Round, ...]
    months: float | None
    is_regular: bool

    @property
    def next_on(self) -> str | None:
        """The month in which the next round would fall (ISO); None where there is no rhythm to go by."""
        last = _middle(self.rounds[-1]) if self.rounds else None
        if last is None or self.months is None or not self.is_regular:
            return None
        due = date.fromordinal(last.toordinal() + round(self.months * MONTH))
        return due.isoformat()[:7]


def cadences(held: Sequence[Round]) -> tuple[Cadence, ...]:
    """The cadence at each level that the rounds were held at, the most frequent level first."""
    levels = [level for level in (*LEVELS, None) if any(found.level == level for found in held)]
    found = [cadence([one for one in held if one.level == level], level) for level in levels]
    return tuple(sorted(found, key=lambda one: -len(one.rounds)))


def cadence(held: Sequence[Round], level: Level | None) -> Cadence:
    """How often these rounds of one level follow each other; a round of which only the year is known has no say."""
    dated = sorted((found for found in held if _middle(found)), key=lambda found: _middle(found) or date.min)
    gaps = [_months_between(before, after) for before, after in pairwise(dated)]
    if not gaps:
        return Cadence(level, tuple(dated), None, is_regular=False)
    usual = median(gaps)
    fitting = [one for one in gaps if usual / SPREAD <= one <= usual * SPREAD]
    is_regular = len(gaps) >= FEWEST_INTERVALS and len(fitting) * 2 > len(gaps)
    return Cadence(level, tuple(dated), usual, is_regular)


def _months_between(before: Round, after: Round) -> float:
    """Months from one round to the next; where their numbers show that rounds between are not held here, a share."""
    first, last = _middle(before) or date.min, _middle(after) or date.min
    steps = after.edition - before.edition if after.edition and before.edition else 1
    return (last - first).days / MONTH / max(1, steps)


def _middle(found: Round) -> date | None:
    """The middle of the days that a round's date can mean; None for a bare year or no date."""
    days = interval(found.start_on) if found.start_on and len(found.start_on) > len("2023") else None
    return date.fromordinal((days[0].toordinal() + days[1].toordinal()) // 2) if days else None
