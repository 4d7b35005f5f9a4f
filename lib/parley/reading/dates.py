"""Calendar dates as people and machines write them, in English, Russian and Kazakh."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from parley.sheets.months import month_numbers


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?P<name>" + "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True)) + r")\.?"
    day, year = r"(?P<day>[0-3]?\d)", r"(?P<year>(?:18|19|20)\d\d)"
    shapes = (
        rf"\b{year}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{year}[./](?P<month>[01]?\d)[./]{day}(?!\d)",
        rf"\b{day}[./](?P<month>[01]?\d)[./]{year}(?!\d)",
        rf"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{year}(?!\d)",
        rf"\b{month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}\b",
        rf"\b{day}(?:st|nd|rd|th)?\s+(?:of\s+)?{month},?\s+{year}\b",
        rf"\b{year}\s+(?:жылғы|жылы|ж\.)\s+{day}\s+{month}",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a text has it; `day` is None where its words are no real day ("31 February 2024")."""

    day: str | None
    words: str


def date_in(text: str) -> Written | None:
    """The date that stands first in the text, else None."""
    hits = sorted((hit for pattern in _patterns() if (hit := pattern.search(text))), key=lambda hit: hit.start())
    # The same words may fit two shapes ("05/13/2021"); what is a day in one of them is meant.
    first = [hit for hit in hits if hit.start() < hits[0].end()]
    days = (day for hit in first if (day := _day(hit.groupdict())))
    return Written(next(days, None), first[0][0]) if first else None


def first_date(text: str) -> str | None:
    """The calendar day that stands first in the text, as ISO text; None where none or where it is no real day."""
    found = date_in(text)
    return found.day if found else None


def _day(parts: dict[str, str]) -> str | None:
    month = int(parts["month"]) if parts.get("month") else month_numbers()[parts["name"].casefold()]
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None


_AROUND_A_DATE = re.compile(
    r"(?:\W|\d{1,2}:\d\d(?::\d\d)?|\b(?:[apAP]\.?[mM]\.?|mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\b"
    r"|\b(?:UTC|GMT|MSK|EST|EDT|года?|г|жыл[ыі]?|ж|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|updated|published|posted|on|date|released|опубликован\w*|дата|публикации|жарияланды|күні|басылған)\b)+",
    re.IGNORECASE,
)


def date_alone(line: str) -> Written | None:
    """The date of a line that says nothing else (weekday, time of day and "published" aside), else None."""
    found = date_in(line) if len(line) <= 80 else None
    if not found:
        return None
    rest = line
    for pattern in _patterns():
        rest = pattern.sub(" ", rest, count=1)
    return found if not _AROUND_A_DATE.sub("", rest) else None


_LABEL = re.compile(
    r"(?:^|\n|\. |\s{2}| )(?:Дата публикации|Publication date|Published on|Date of publication|Жарияланған күні)\s*:\s*"
    r"(?P<date>[^\n]{6,40})",
)


def labelled_date(text: str) -> Written | None:
    """What the text itself calls its date of publication, else None."""
    hit = _LABEL.search(text)
    return date_in(hit["date"]) if hit else None
