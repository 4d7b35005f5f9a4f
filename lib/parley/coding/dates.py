"""Dates in a text: written out, as a range, in part, or told from another day ("yesterday", "a day later")."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from parley.coding.atoms import Atom
from parley.coding.datelines import dateline_end

_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
_TO = r"(?:\s?-\s?|\s(?:to|and|through|until|по|и)\s)"
_AFTER = re.compile(rf"\.? {_DAY}(?:{_TO}{_DAY})?(?:,? (\d{{4}})(?!\d))?")
_YEAR_AFTER = re.compile(r"(?:,| of)? (\d{4})(?!\d)(?: г)?")
_BEFORE = re.compile(rf"(?<![\d.,:]){_DAY}(?:{_TO}{_DAY})?(?: of)? $")
# What may not stand before a year is looked at after its first digits: so the text is searched for these alone.
_YEAR = re.compile(r"(?:19|20)(?<![\d$€£.,/-]\d\d)\d\d(?![\d%])(?!-\d\d\d\d)")
_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|last|next|this|until|by|early|late|mid|each|for|from|during|в|до|на)[ -])$"
)
# Kazakh sets the year first: "2024 жылғы 7 мамырда".
_YEAR_BEFORE = re.compile(r"(\d{4}) жыл\w{0,4} $")
_BETWEEN = re.compile(r"\s?(?:-|to|through|until)\s?")
_IN_YEAR = re.compile(
    r"\b(?:in|of|late|early|during|by|since|mid|late in|year|through|spring|summer|autumn|fall|winter|"
    r"весной|летом|осенью|зимой|в)[ -]$",
    re.IGNORECASE,
)
_WINDOW = 16
_STALE_DAYS = 31

Sort = Literal["written", "today", "near", "later", "year"]


class When(NamedTuple):
    """A date as the text gives it, at `[at, till)`: ISO start and end as precise as told; `ahead` if it lies to come.

    A date told from another ("a day later") has no `start`, but `shift`, in days.
    """

    at: int
    till: int
    sort: Sort
    start: str | None = None
    end: str | None = None
    ahead: str | None = None
    shift: int = 0


def find_dates(text: str, atoms: Sequence[Atom], published_on: str | None) -> list[When]:
    """Every date in the text, in order; those without a year are set nearest to the day of publication."""
    today = _as_date(published_on)
    found: list[When] = []
    head = dateline_end(text)
    for atom in atoms:
        if atom.end <= head:
            continue
        if atom.kind == "months":
            when = _written(text, atom, today)
        elif atom.kind == "weekdays":
            when = _weekday(atom, today)
        elif atom.kind == "days":
            when = _told(atom, today)
        else:
            continue
        if when:
            found.append(when)
    return _joined(text, _without_shadows(_with_years(text, found)))


def _as_date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def _written(text: str, atom: Atom, today: date | None) -> When | None:
    """The date around a month's name."""
    after = _AFTER.match(text, atom.end)
    if after:
        year = after[3]
        return _dated(atom.start, after.end(), atom.value, (after[1], after[2]), year, today)
    year_after = _YEAR_AFTER.match(text, atom.end)
    year = year_after[1] if year_after else None
    till = year_after.end() if year_after else atom.end
    low = max(0, atom.start - _WINDOW)
    before = _BEFORE.search(text[low : atom.start])
    at = low + before.start() if before else atom.start
    year_before = _YEAR_BEFORE.search(text[max(0, at - _WINDOW) : at]) if year is None else None
    if year_before:
        at, year = at - len(year_before[0]), year_before[1]
    if before:
        return _dated(at, till, atom.value, (before[1], before[2]), year, today)
    if year:
        return When(at, till, "written", f"{year}-{atom.value:02}")
    if not _PREPOSITION.search(text[low : atom.start].lower()) or (
        atom.end - atom.start < 4 and text[atom.start : atom.end] != "May"
    ):
        return None
    near = _nearest(today, atom.value, 15)
    return When(atom.start, till, "near", near.isoformat()[:7]) if near else None


def _dated(
    at: int, till: int, month: int, days: tuple[str, str | None], year: str | None, today: date | None
) -> When | None:
    first, last = int(days[0]), int(days[1]) if days[1] else None
    try:
        if year:
            start = date(int(year), month, first)
        else:
            near = _nearest(today, month, first)
            if near is None:
                return None
            start = near
        end = start.replace(day=last) if last and last > first else None
    except ValueError:
        return None
    return When(at, till, "written" if year else "near", start.isoformat(), end.isoformat() if end else None)


def _nearest(today: date | None, month: int, day: int) -> date | None:
    """The day of this month that lies nearest to the day of publication."""
    if today is None:
        return None
    choices = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            choices.append(date(year, month, day))
        except ValueError:
            continue
    return min(choices, key=lambda d: abs((d - today).days), default=None)


def _weekday(atom: Atom, today: date | None) -> When | None:
    """The last such day up to publication; `ahead` is the next one."""
    if today is None:
        return None
    back = (today.weekday() - atom.value) % 7
    ahead = (atom.value - today.weekday()) % 7 or 7
    return When(
        atom.start,
        atom.end,
        "near",
        (today - timedelta(back)).isoformat(),
        ahead=(today + timedelta(ahead)).isoformat(),
    )


def _told(atom: Atom, today: date | None) -> When | None:
    """A day told from the day of publication, or from another date of the text."""
    shifts = {"next day": 1, "day before": -1, "two days later": 2}
    if atom.value in shifts:
        return When(atom.start, atom.end, "later", shift=shifts[atom.value])
    if today is None:
        return None
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if atom.value in days:
        return When(atom.start, atom.end, "today", (today + timedelta(days[atom.value])).isoformat())
    step, unit = atom.value.split()
    way = {"next": 1, "last": -1, "this": 0}[step]
    if unit == "year":
        return When(atom.start, atom.end, "year", str(today.year + way))
    if unit == "month":
        month = today.month - 1 + way
        return When(atom.start, atom.end, "near", f"{today.year + month // 12}-{month % 12 + 1:02}")
    return None


def _with_years(text: str, found: list[When]) -> list[When]:
    """The dates, and every bare year with a word such as "in" before it."""
    dated = sorted(found, key=lambda when: when.at)
    starts, years = [when.at for when in dated], []
    for match in _YEAR.finditer(text):
        at = match.start()
        if _IN_YEAR.search(text[max(0, at - 9) : at]) and not _is_taken(at, starts, dated):
            years.append(When(at, match.end(), "year", match.group()))
    return sorted([*dated, *years], key=lambda when: when.at)


def _is_taken(at: int, starts: list[int], dated: list[When]) -> bool:
    """Whether a date that is known already stands at this place; the dates follow one another."""
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < dated[before].till


def _without_shadows(found: list[When]) -> list[When]:
    """Without a weekday that stands beside its own written date ("Tuesday, 19 November 2024")."""
    kept = []
    for n, when in enumerate(found):
        beside = [
            other
            for other in found[max(0, n - 1) : n + 2]
            if other is not when and other.sort in ("written", "near") and not other.ahead
        ]
        if when.ahead and any(0 <= other.at - when.till <= 8 or 0 <= when.at - other.till <= 4 for other in beside):
            continue
        kept.append(when)
    return kept


def _joined(text: str, found: list[When]) -> list[When]:
    """Two dates with "to" or a dash between them as one ("June 28 - July 2, 2022")."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.start
            and when.start
            and not last.end
            and len(last.start) == len(when.start) == 10
            and _BETWEEN.fullmatch(text[last.till : when.at])
        ):
            start = when.start[:4] + last.start[4:] if last.sort == "near" and when.sort == "written" else last.start
            joined[-1] = When(last.at, when.till, when.sort, start, when.end or when.start)
        else:
            joined.append(when)
    return joined


def is_stale(start: str, published: str) -> bool:
    """Whether a date lies so long before publication that it is no news; a year alone is news until January's end."""
    if len(start) < 10 or len(published) < 10:
        return start[:4] < published[:4] and published[5:7] != "01"
    return abs((date.fromisoformat(published) - date.fromisoformat(start)).days) > _STALE_DAYS and start < published


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same day, as far as both are told."""
    return not one or not other or one.startswith(other) or other.startswith(one)
