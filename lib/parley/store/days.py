"""Dates of any precision ("2023-11-06", "2023-11", "2023") as whole numbers and as intervals of days."""

from calendar import monthrange
from datetime import date

Interval = tuple[date, date]


def day_of(iso: str | None) -> int:
    """`yyyymmdd`; what the date leaves open is 00, so "2023-11" is 20231100 and sorts before its days; 0 for none."""
    parts = [int(part) for part in iso.split("-")] if iso else []
    year, month, day = (*parts, 0, 0, 0)[:3]
    return year * 10_000 + month * 100 + day


def month_of(iso: str | None) -> int:
    """`yyyymm`; "2023" alone is 202300, as its month is not known; 0 for none."""
    return day_of(iso) // 100


def interval(start: str | None, end: str | None = None) -> Interval | None:
    """The first and the last day that the date, or the two dates, can mean; None without a start."""
    if not start:
        return None
    first, last = _span(start), _span(end or start)
    return min(first[0], last[0]), max(first[1], last[1])


def gap(a: Interval, b: Interval) -> int:
    """Days between two intervals; 0 where they touch or overlap."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def is_day(iso: str | None) -> bool:
    """Whether the date is exact to the day."""
    return bool(iso) and len(iso or "") == len("2023-11-06")


def _span(iso: str) -> Interval:
    """A stored date that is none ("31 June") counts as its month, or its year: one of them must not stop a page."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not 1 <= month <= 12:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
