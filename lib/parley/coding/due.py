"""By when a promise is due, where its sentence says so: a day, a month or a year to come."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from babel import Locale

from parley.codebook.words import read_yaml
from parley.coding.rare import Rare
from parley.model import Language

_YEAR = r"(?:19|20)\d\d"
_OUR_YEAR = "(?:(?:the|this) year|(?:этого |текущего )?года)"
_MONTH = len("2023-11")
_DAY = len("2023-11-06")
_MONTHS = 12
_JUST_PAST = 3  # Months: "May 27" told in June was a month ago, and is not due next May.
_BARE_YEAR = re.compile(
    rf"\b(?:in|by|until|late|early|mid|end of|before|of|during|spring|summer|autumn|fall|winter|к|до|в)"
    rf"[ -](?P<year>{_YEAR})\b",
    re.IGNORECASE,
)


@cache
def _months(language: Language) -> dict[str, int]:
    if language not in {"en", "ru", "kk"}:
        return {}
    months = Locale(language).months
    return {
        str(name).casefold(): number
        for form in ("format", "stand-alone")
        for number, name in dict(months[form]["wide"]).items()
    }


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    months = "|".join(map(re.escape, _months(language)))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}}) )?(?P<month>{months})(?: (?P<after>\d{{1,2}})\b)?,?(?: (?P<year>{_YEAR}))?\b"
        if months
        else r"(?!)",
        re.IGNORECASE,
    )


def find_due(sentence: str, published_on: str | None, language: Language) -> str | None:
    """The date in a promise's sentence as far as it is told (`2023-09`), if it is not past when published.

    A named day or month comes first, then part of a year, then a year, then what is counted from the day of publication
    ("by the end of the year"). "Before the next summit" is no date.
    """
    anchor = (published_on or "")[:_DAY]
    if not anchor:
        return None
    told = (*_dates(sentence, anchor, language), *_parts(sentence, anchor, language))
    years = (match["year"] for match in _BARE_YEAR.finditer(sentence))
    ahead = _ahead(sentence, anchor, language)
    return next((due for due in (*told, *years, *ahead) if due >= anchor[: len(due)]), None)


def _dates(sentence: str, anchor: str, language: Language) -> Iterator[str]:
    """Days and months by their names, each in the year that is told, or that is meant."""
    for match in _pattern(language).finditer(sentence):
        if language == "en" and match["month"].islower():
            continue  # "may" is more often the verb.
        month = _months(language)[match["month"].casefold()]
        year = match["year"] or _year_meant(month, anchor)
        day = int(match["before"] or match["after"] or 0)
        if year:
            # "45 May" and "31 June" are no days: the month is still told.
            is_day = 1 <= day <= monthrange(int(year), month)[1]
            yield f"{year}-{month:02}" + (f"-{day:02}" if is_day else "")


def _year_meant(month: int, anchor: str) -> str | None:
    """The year of the next such month after publication; None for a month that has just passed."""
    if len(anchor) < _MONTH:
        return None
    past = int(anchor[5:7]) - month
    if 0 < past % _MONTHS <= _JUST_PAST:
        return None
    return str(int(anchor[:4]) + (past > 0))


@cache
def _parts_of_years(language: Language) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Parts of a year with the month that ends them, and the year that stands after them or "this year"."""
    listed = read_yaml("due.yaml")["parts"].get(language, ())
    return tuple(
        (re.compile(rf"\b(?:{one['says']})(?: (?P<year>{_YEAR})| {_OUR_YEAR})\b", re.I), one["month"]) for one in listed
    )


@cache
def any_part(language: Language) -> Rare:
    """All of them in one, as most sentences hold none."""
    return _any_of(read_yaml("due.yaml")["parts"].get(language, ()), "part_marks", language)


def _any_of(listed: Sequence[dict[str, str]], marks: str, language: Language) -> Rare:
    says = "|".join(one["says"] for one in listed) or "(?!)"
    return Rare(rf"(?:{says})", *read_yaml("due.yaml")[marks].get(language, ()), flags=re.I)


def _parts(sentence: str, anchor: str, language: Language) -> Iterator[str]:
    if not any_part(language).search(sentence):
        return
    for pattern, month in _parts_of_years(language):
        for match in pattern.finditer(sentence):
            yield f"{match['year'] or anchor[:4]}-{month:02}"


@cache
def _counted(language: Language) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    listed = read_yaml("due.yaml").get(language, ())
    return tuple((re.compile(rf"\b(?:{one['says']})\b", re.I), one["unit"], one["ahead"]) for one in listed)


@cache
def any_counted(language: Language) -> Rare:
    """All of them in one, as most sentences hold none."""
    return _any_of(read_yaml("due.yaml").get(language, ()), "marks", language)


def _ahead(sentence: str, anchor: str, language: Language) -> Iterator[str]:
    """What is told from the day of publication: "tomorrow", "next month", "by the end of the year"."""
    if not any_counted(language).search(sentence):
        return
    for pattern, unit, ahead in _counted(language):
        if pattern.search(sentence):
            due = _moved(anchor, unit, ahead)
            if due:
                yield due


def _moved(anchor: str, unit: str, ahead: int) -> str | None:
    """The day, month or year so far from publication; of weeks only the month is told."""
    if unit == "year":
        return str(int(anchor[:4]) + ahead)
    if len(anchor) < _MONTH:
        return None
    if unit == "month":
        years, month = divmod(int(anchor[5:7]) - 1 + ahead, _MONTHS)
        return f"{int(anchor[:4]) + years}-{month + 1:02}"
    if len(anchor) < _DAY:
        return anchor[:_MONTH] if unit == "week" else None
    try:
        day = date.fromisoformat(anchor)
    except ValueError:
        return None
    # "In the coming days" and "next week" are mostly still in the month of publication.
    due = day + timedelta(days=ahead if unit == "day" else 3 * ahead)
    return due.isoformat() if unit == "day" else due.isoformat()[:_MONTH]
