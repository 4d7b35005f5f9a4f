"""By when a promise is due, where its sentence says so: a day, a month or a year to come."""

import re
from functools import cache

from babel import Locale

from parley.model import Language

_YEAR = r"(?:19|20)\d\d"


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


_BARE_YEAR = re.compile(rf"\b(?:in|by|until|late|early|end of|before|к|до|в) (?P<year>{_YEAR})\b", re.IGNORECASE)


def find_due(sentence: str, published_on: str | None, language: Language) -> str | None:
    """The date in a promise's sentence as far as it is told (`2023-09`), if it is not past when published."""
    anchor = (published_on or "")[:10]
    for match in _pattern(language).finditer(sentence):
        if language == "en" and match["month"].islower():
            continue  # "may" is more often the verb.
        month = _months(language)[match["month"].casefold()]
        year = match["year"] or _next_year(month, anchor)
        day = match["before"] or match["after"]
        if year:
            due = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
            if _is_to_come(due, anchor):
                return due
    bare = [match["year"] for match in _BARE_YEAR.finditer(sentence) if _is_to_come(match["year"], anchor)]
    return bare[0] if bare else None


def _next_year(month: int, anchor: str) -> str | None:
    """The year of the next such month after publication; None without a date of publication."""
    if len(anchor) < len("2023-11"):
        return None
    return str(int(anchor[:4]) + (month < int(anchor[5:7])))


def _is_to_come(due: str, anchor: str) -> bool:
    """Whether a date is not past at publication, as far as both are told."""
    return bool(anchor) and due >= anchor[: len(due)]
