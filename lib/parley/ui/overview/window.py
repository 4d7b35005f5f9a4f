"""The current window and the one before it: the filter's dates, else the twelve months up to the newest meeting."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.model import Filters
from parley.ui.words import MONTHS, on_date

YEAR = 12


@dataclass(frozen=True, slots=True)
class Window:
    """Two sets of filters of the same length in time, one right before the other, and how each is said."""

    now: Filters
    before: Filters
    said: str
    said_before: str


def window(filters: Filters, newest_month: int, first_day: int, last_day: int) -> Window | None:
    """The two windows under the filters; None where there is nothing earlier to compare with.

    `newest_month` (yyyymm) and the days (yyyymmdd) are those of the meetings under the filters, 0 where unknown.
    """
    if filters.last_rounds or not newest_month:
        return None
    if filters.since or filters.until:
        return _of_dates(filters, first_day, last_day)
    plain = newest_month // 100 * 12 + newest_month % 100 - 1
    now, before = _months(plain - YEAR + 1, plain), _months(plain - 2 * YEAR + 1, plain - YEAR)
    return Window(replace(filters, period=now), replace(filters, period=before), _in_months(now), _in_months(before))


def _of_dates(filters: Filters, first_day: int, last_day: int) -> Window:
    """The filter's own dates, an open end closed by the first or the last meeting; and as many days before them."""
    since = first_of(filters.since or on_iso(first_day))
    until = last_of(filters.until or on_iso(last_day))
    length = max(timedelta(days=1), until - since + timedelta(days=1))
    then_since, then_until = since - length, since - timedelta(days=1)
    before = replace(filters, since=then_since.isoformat(), until=then_until.isoformat())
    return Window(filters, before, _between(since, until), _between(then_since, then_until))


def on_iso(day: int) -> str:
    """A day number (yyyymmdd, 00 for what is not known) as an ISO date of that precision."""
    known = (f"{day // 10_000:04d}", f"{day // 100 % 100:02d}", f"{day % 100:02d}")
    return "-".join(part for part in known if part != "00")


def first_of(iso: str) -> date:
    """The first day that an ISO date of any precision can mean."""
    return date.fromisoformat(f"{iso}-01-01"[:10])


def last_of(iso: str) -> date:
    """The last day that an ISO date of any precision can mean."""
    if len(iso) == len("2023-11-06"):
        return date.fromisoformat(iso)
    year, _, month = iso.partition("-")
    last = int(month or 12)
    return date(int(year), last, monthrange(int(year), last)[1])


def _months(first: int, last: int) -> tuple[int, int]:
    """Months counted from year 0 as yyyymm."""
    return first // 12 * 100 + first % 12 + 1, last // 12 * 100 + last % 12 + 1


def _in_months(period: tuple[int, int]) -> str:
    first, last = (f"{MONTHS[month % 100 - 1]} {month // 100}" for month in period)
    return f"{first} – {last}"


def _between(since: date, until: date) -> str:
    return f"{on_date(since.isoformat())} – {on_date(until.isoformat())}"
