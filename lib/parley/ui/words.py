"""How things are called on screen: dates as people write them, sides and languages by name, counts with their noun."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from babel import Locale

from parley.model import NO_SUCH_DAY

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh", "other": "Other languages"}
NOT_READ_FOR_TOPICS = "Not read for topics: Parley reads English, Russian and Kazakh. Search finds its words."
KINDS = {
    "dialogue": "Dialogue",
    "summit": "Summit",
    "ministerial": "Ministerial meeting",
    "bilateral": "Meeting",
    "call": "Call",
    "visit": "Visit",
    "negotiation": "Negotiation",
    "forum": "Forum",
}
ACTORS = {"both": "Both sides", "all": "All sides"}
MOST_NAMED = 3
PLURALS = {
    "copy": "copies",
    "person": "people",
    "new person": "new people",
    "country": "countries",
    "mention": "mentions",
}


def on_date(date: str | None) -> str:
    """An ISO date of any precision as people write it: "6 November 2023", "September 2023", "2023", "no date"."""
    if not date:
        return "no date"
    year, *rest = date.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def moment(at: datetime) -> str:
    """ "23 November 2026, 20:57", in the time of this machine."""
    here = at.astimezone()
    return f"{on_date(here.date().isoformat())}, {here:%H:%M}"


BASES = {
    "file": "as given with the text",
    "page metadata": "from the page's own data",
    "text": "from the text itself",
    "dateline": "from the report's dateline",
    "date of the mail": "from the mail's Sent line",
    "date of the forwarded mail": "from the Sent line of the mail that was sent on",
    "user": "as you gave it",
}


def published(date: str | None, basis: str | None) -> str:
    """When an article was published and how that is known: "Published 6 November 2023, from the page's own data"."""
    if date:
        known = BASES.get(basis or "")
        return f"Published {on_date(date)}" + (f", {known}" if known else "")
    if basis and basis.startswith(NO_SUCH_DAY):
        return f"No date of publication: “{basis.removeprefix(NO_SUCH_DAY)}” is not a day of the calendar"
    return "No date of publication"


def counted(number: int, noun: str) -> str:
    """ "1 meeting", "6 meetings", "1,992 articles"."""
    return f"{number:,} {noun if number == 1 else PLURALS.get(noun, noun + 's')}"


@cache
def side_name(party: str) -> str:
    """The state behind a code; organisations and unknown codes stay as they are."""
    return str(Locale("en").territories.get(party, party)) if len(party) == 2 else party


def side_names(sides: Iterable[str]) -> list[str]:
    """The names of all sides in the order of the alphabet: that of the codes puts Kyrgyzstan before Kazakhstan."""
    return sorted(side_name(side) for side in sides)


def actor_name(actor: str) -> str:
    """The side that undertakes something: "Kazakhstan", "Both sides"."""
    return ACTORS.get(actor, side_name(actor))


def listed(names: Sequence[str]) -> str:
    """ "Trade", "Trade and Health", "Trade, Health and Space"; "as well as" where a name has an "and" of its own."""
    joint = " as well as " if any(" and " in name for name in names) else " and "
    return joint.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def from_to(first: str, last: str) -> str:
    """ "Q2 2012 – Q4 2023", or the one where both are the same."""
    return first if first == last else f"{first} – {last}"


def in_front(labels: Sequence[str], counts: Sequence[int]) -> str:
    """Who leads a list that begins with the most frequent: "Trade leads", "Trade and Health lead", "5 topics lead".

    Where the most frequent came up once, nothing leads: "5 topics came up once each".
    """
    if counts[0] == 1 and len(labels) > 1:
        return f"{len(labels)} topics came up once each"
    level = [label for label, count in zip(labels, counts, strict=True) if count == counts[0]]
    names = listed(level) if len(level) <= MOST_NAMED else f"{len(level)} topics"
    return f"{names} {'leads' if len(level) == 1 else 'lead'}"


def language_name(code: str) -> str:
    """The English name of a language code."""
    return LANGUAGES.get(code, code)


def on_dates(start: str | None, end: str | None) -> str:
    """A day or days as people write them: "6 November 2023", "6–7 November 2023", "30 May – 1 June 2024"."""
    if not end or not start or end == start:
        return on_date(start)
    if start[:7] == end[:7] and len(start) == len(end) == len("2023-11-06"):
        return f"{int(start[8:])}–{on_date(end)}"
    first = on_date(start).removesuffix(f" {end[:4]}") if start[:4] == end[:4] else on_date(start)
    return f"{first} – {on_date(end)}"


BY_LEVEL = ("summit", "ministerial")
"""Kinds of meeting that tell who met: rounds of one number at two levels are two."""


def meeting_name(row: Mapping[Any, Any], sides: tuple[str, ...]) -> str:
    """The dialogue, in full where the row has it, and its round as stated ("?" where inferred).

    A dialogue of leaders and of ministers counts each apart: "C5+1, 2nd summit". For a one-off meeting its kind and the
    sides.
    """
    full = row.get("full_name")
    dialogue = full if isinstance(full, str) else row["dialogue"]
    if isinstance(dialogue, str):
        number = round_name(row, dialogue)
        return f"{dialogue}, {number}" if number else dialogue
    named = listed(side_names(sides))
    return f"{KINDS.get(row['kind'], 'Meeting')}: {named}" if named else str(row["title"])


def round_name(row: Mapping[Any, Any], dialogue: str) -> str:
    """ "2nd round", "2nd summit?"; "summit" where no number is told; nothing where the dialogue's name says as much."""
    kind = row["kind"] if row["kind"] in BY_LEVEL and row["kind"] not in dialogue.casefold() else ""
    if not row["edition"]:
        return kind
    doubt = "?" if row["edition_basis"] == "inferred" else ""
    return f"{ordinal(int(row['edition']))} {kind or 'round'}{doubt}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def promise_name(row: Mapping[Any, Any]) -> str:
    """Who undertook it and how firmly: "Kazakhstan pledges", "Both sides agreed, by June 2024"."""
    due = f", by {on_date(row['due_on'])}" if isinstance(row["due_on"], str) else ""
    return f"{actor_name(row['actor'])}: {row['kind']}{due}"
