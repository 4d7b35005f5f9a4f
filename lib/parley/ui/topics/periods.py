"""Years (`yyyy`) and quarters (`yyyyq`) in a row, and how they are said."""

from collections.abc import Sequence

from parley.charts.bars import quarter_name

MOST_PERIODS = 400


def every_period(known: Sequence[int], step: str) -> list[int]:
    """All periods from the first to the last of those known; only the known ones where that would be too many."""
    if not known:
        return []
    first, last = min(known), max(known)
    if step == "year":
        every = list(range(first, last + 1))
    else:
        start, end = first // 10 * 4 + first % 10 - 1, last // 10 * 4 + last % 10 - 1
        every = [n // 4 * 10 + n % 4 + 1 for n in range(start, end + 1)]
    return every if len(every) <= MOST_PERIODS else sorted(set(known))


def named_period(period: int, step: str) -> str:
    """ "2023" or "Q4 2023"."""
    return quarter_name(period) if step == "quarter" else str(period)
