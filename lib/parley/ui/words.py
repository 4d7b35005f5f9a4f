"""How things are called on screen: dates as people write them, sides and languages by name, counts with their noun."""

from functools import cache

from babel import Locale

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh", "other": "Other languages"}
PLURALS = {"person": "people", "country": "countries", "mention": "mentions"}


def on_date(date: str | None) -> str:
    """An ISO date of any precision as people write it: "6 November 2023", "September 2023", "2023", "no date"."""
    if not date:
        return "no date"
    year, *rest = date.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def on_day(day: int) -> str:
    """A day number (yyyymmdd, 00 where not known) as people write it."""
    year, month, date = day // 10_000, day // 100 % 100, day % 100
    if not year:
        return "no date"
    return on_date("-".join(f"{part:02d}" for part in (year, month, date) if part))


def counted(number: int, noun: str) -> str:
    """ "1 meeting", "6 meetings", "1,992 articles"."""
    return f"{number:,} {noun if number == 1 else PLURALS.get(noun, noun + 's')}"


@cache
def side_name(party: str) -> str:
    """The state behind a code; organisations and unknown codes stay as they are."""
    return str(Locale("en").territories.get(party, party)) if len(party) == 2 else party


def sides_named(parties: str) -> str:
    """ "Kazakhstan and United States" from the codes that a query joined by commas."""
    names = [side_name(code) for code in parties.split(",") if code]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def language_name(code: str) -> str:
    """The English name of a language code."""
    return LANGUAGES.get(code, code)
