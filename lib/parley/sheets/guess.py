"""What the columns of a spreadsheet seem to hold, by their names and by their cells: offered to the user, never used
unasked."""

from collections.abc import Callable, Sequence

from parley.errors import ParleyError
from parley.model import Columns, Sheet, SheetKind
from parley.sheets.columns import NEEDED, made
from parley.sheets.countries import is_side
from parley.sheets.dates import is_date, is_month_first
from parley.sheets.names import field_of_articles, field_of_meetings

ENOUGH = 0.7
"""Share of a column's filled cells that must look like a date or a country."""

LONG = 200
"""Characters from which a column's usual cell is a text, not a note."""


def guessed(sheet: Sheet, kind: SheetKind) -> dict[str, tuple[str, ...]]:
    """The columns that seem to hold each field of articles or meetings: first by name, what is left by the cells."""
    field_of = field_of_articles if kind == "articles" else field_of_meetings
    found: dict[str, tuple[str, ...]] = {}
    for name in sheet.names:
        field = field_of(name)
        if field and field not in found:
            found[field] = (name,)
    _by_cells(sheet, kind, found)
    if kind == "meetings":
        _sides(found)
    return found


def likely_kind(sheet: Sheet) -> SheetKind | None:
    """Whether the rows look like articles (long texts) or meetings (dates, and sides or people); None if unsure."""
    if any(_length(cells) >= LONG and "note" not in guess for guess, cells in _columns_with_guess(sheet)):
        return "articles"
    of_meetings = guessed(sheet, "meetings")
    return "meetings" if "date" in of_meetings and {"sides", "person", "country"} & set(of_meetings) else None


def plain_columns(names: Sequence[str], kind: SheetKind) -> Columns:
    """Columns by their names alone, for a command line that says what the rows are; raises ParleyError."""
    fields = guessed(Sheet(tuple(names), (), 0), kind)
    told = {"sides", "person", "country"} & set(fields) if kind == "meetings" else {"text"} & set(fields)
    if NEEDED[kind] not in fields or not told:
        raise ParleyError(
            f"The columns' names ({', '.join(names)}) do not say enough of {kind}. Say which are which: "
            f'--columns "{NEEDED[kind]}=…, {"sides=…" if kind == "meetings" else "title=…"}".'
        )
    return made(kind, fields)


def month_first_in(sheet: Sheet, columns: Sequence[str]) -> bool:
    """Whether the first rows show that the month stands before the day."""
    return any(is_month_first(_cells(sheet, column)) for column in columns)


def _by_cells(sheet: Sheet, kind: SheetKind, found: dict[str, tuple[str, ...]]) -> None:
    """Fields that no name tells: dates, countries, and the longest text."""
    free = [name for name in sheet.names if not any(name in several for several in found.values())]
    tests: list[tuple[str, Callable[[str], bool]]] = [("date", is_date)]
    if kind == "meetings":
        tests += [("end", is_date), ("sides", is_side)]
    for field, looks_so in tests:
        match = next((name for name in free if _mostly(_cells(sheet, name), looks_so)), None)
        if match and field not in found and not (field == "sides" and "country" in found):
            found[field] = (match,)
            free.remove(match)
    words = "text" if kind == "articles" else "note"
    longest = max(free, key=lambda name: _length(_cells(sheet, name)), default=None)
    if words not in found and longest and _length(_cells(sheet, longest)) >= LONG / (1 if kind == "articles" else 5):
        found[words] = (longest,)


def _sides(found: dict[str, tuple[str, ...]]) -> None:
    """A country is a side where no other column names one; it is where they met only if a place stands beside it."""
    if "country" in found and "sides" not in found:
        found["sides"] = found["country"]
        if "place" not in found:
            del found["country"]


def _columns_with_guess(sheet: Sheet) -> list[tuple[str, list[str]]]:
    return [(field_of_meetings(name) or "", _cells(sheet, name)) for name in sheet.names]


def _cells(sheet: Sheet, column: str) -> list[str]:
    at = sheet.names.index(column)
    return [row[at] for row in sheet.rows if row[at].strip()]


def _mostly(cells: Sequence[str], looks_so: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(looks_so, cells)) >= ENOUGH * len(cells)


def _length(cells: Sequence[str]) -> int:
    return sorted(map(len, cells))[len(cells) // 2] if cells else 0
