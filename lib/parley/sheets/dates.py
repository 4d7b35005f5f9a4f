"""Dates as cells of a spreadsheet write them, in English, Russian and Kazakh; every other cell is refused by name."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from parley.errors import UnreadableFile
from parley.sheets.months import month_numbers

EARLIEST, LATEST = 1500, 2199
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(r"[T\s,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*(?:[ap]\.?m\.?|Z|UTC|[+-]\d\d:?\d\d))?$", re.I)
_YEAR_MARK = re.compile(r"(?<=\d)\s*(?:года?|г\.?|жылғы|жылы|ж\.)(?=\s|$)", re.I)


def days_in(start: str, end: str, *, month_first: bool = False) -> tuple[str, str | None]:
    """First and last day of a row as ISO text, as exact as they are written; no last day where it is the first.

    Raises UnreadableFile with the reason where a cell holds no date, two, or one that no calendar has.
    """
    if not start.strip():
        raise UnreadableFile("There is no date in this row.")
    first = day_in(start, month_first=month_first)
    last = day_in(end, month_first=month_first) if end.strip() else None
    if last and last < first[: len(last)]:
        raise UnreadableFile(f"It ends ({last}) before it begins ({first}).")
    return first, last if last != first else None


def day_in(cell: str, *, month_first: bool = False) -> str:
    """The one date of a cell as ISO text: a day, a month ("2023-11") or a year. Raises UnreadableFile."""
    words = _TIME.sub("", _YEAR_MARK.sub("", " ".join(cell.split()))).strip(" ,.;")
    for shape, order in _shapes(month_first=month_first):
        if hit := shape.fullmatch(words):
            return _iso(cell, dict(zip(order, hit.groups(), strict=True)))
    if _dates_inside(words) > 1:
        raise UnreadableFile(f"“{shown(cell)}” holds two dates. Give the second a column of its own.")
    raise UnreadableFile(f"“{shown(cell)}” is no date that Parley can read. Write it as 2023-11-06 or 6 November 2023.")


def is_date(cell: str) -> bool:
    """Whether a cell holds a date and nothing else, in either order of day and month."""
    return any(_reads(cell, month_first=order) for order in (False, True))


def is_month_first(cells: Sequence[str]) -> bool:
    """Whether dates such as 11/06/2023 can only be month before day: one has a second number above 12."""
    found = [hit for cell in cells if (hit := _SLASHES.match(cell.strip()))]
    return any(int(hit[2]) > 12 for hit in found) and not any(int(hit[1]) > 12 for hit in found)


def has_slashes(cells: Sequence[str]) -> bool:
    """Whether dates are written so that their order of day and month must be known."""
    return any(_SLASHES.match(cell.strip()) for cell in cells)


def shown(cell: str) -> str:
    """A cell as a reason quotes it."""
    words = " ".join(cell.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _reads(cell: str, *, month_first: bool) -> bool:
    try:
        return bool(day_in(cell, month_first=month_first))
    except UnreadableFile:
        return False


def _iso(cell: str, parts: dict[str, str]) -> str:
    year = int(parts["year"])
    name = parts.get("name", "").casefold().rstrip(".")
    month = month_numbers()[name] if name else int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise UnreadableFile(f"“{shown(cell)}” is no day of the calendar.") from None
    if not EARLIEST <= year <= LATEST or ("month" in parts and not month) or ("day" in parts and not day):
        raise UnreadableFile(f"“{shown(cell)}” is no day of the calendar.")
    return "-".join(part for part in (f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else "") if part)


def _dates_inside(words: str) -> int:
    """How many dates a cell seems to hold: years, or days before a dash ("6–7 November 2023")."""
    years = len(re.findall(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)", words))
    days = re.search(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—]|and|to|и|по)\s*\d{1,2}(?!\d)", words)
    return 2 if years and days else years


@cache
def _shapes(*, month_first: bool) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    month = "(" + "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True)) + r")\.?"
    day, year, number = r"(\d{1,2})(?:st|nd|rd|th)?", r"(\d{4})", r"(\d{1,2})"
    slashes = ("month", "day", "year") if month_first else ("day", "month", "year")
    shapes = (
        (rf"{year}-{number}-{number}", ("year", "month", "day")),
        (rf"{year}[./]{number}[./]{number}", ("year", "month", "day")),
        (rf"{number}\.{number}\.{year}", ("day", "month", "year")),
        (rf"{number}-{number}-{year}", ("day", "month", "year")),
        (rf"{number}/{number}/{year}", slashes),
        (rf"{month} {day},? {year}", ("name", "day", "year")),
        (rf"{day} (?:of )?{month},? {year}", ("day", "name", "year")),
        (rf"{year},? {number} {month}", ("year", "day", "name")),
        (rf"{month},? {year}", ("name", "year")),
        (rf"{year}-{number}", ("year", "month")),
        (rf"{number}[./]{year}", ("month", "year")),
        (rf"{year}", ("year",)),
        (r"(\d{4})(\d\d)(\d\d)", ("year", "month", "day")),
    )
    return tuple((re.compile(shape, re.IGNORECASE), order) for shape, order in shapes)
