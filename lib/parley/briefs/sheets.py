"""A table as CSV or XLSX: the rows and columns of a screen, a line that says what they are, and no live formula."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter  # type: ignore[import-untyped]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_767
"""So many characters fit into a cell of a spreadsheet."""
WIDEST, NARROWEST, LOOKED_AT = 60, 8, 200
# Text is text: nothing in a cell may become a formula, a link or a number of its own accord.
AS_WRITTEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name and what it holds, in words: which filters, and when it was made."""

    name: str
    about: str
    data: pd.DataFrame


def dead(value: object) -> object:
    """A cell that a spreadsheet shows and does not run: text that begins like a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def as_csv(sheet: Sheet) -> bytes:
    """A line about the table, then the table, for Excel and others (UTF-8 with its mark), without live formulas."""
    about = pd.DataFrame([[dead(sheet.about)]]).to_csv(index=False, header=False) if sheet.about else ""
    table = sheet.data.astype(object).map(dead).rename(columns=dead).to_csv(index=False)
    return (about + table).encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    """The table on a sheet of its own, days as real dates; what it holds stands on a second sheet."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, AS_WRITTEN) as book:
        page = book.add_worksheet(sheet.name[:31])
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for n, column in enumerate(sheet.data.columns):
            page.write_string(0, n, str(column), head)
            page.set_column(n, n, _width(str(column), sheet.data[column]))
            for row, value in enumerate(sheet.data[column], 1):
                _write(page, row, n, value, day)
        page.freeze_panes(1, 0)
        if len(sheet.data.columns):
            page.autofilter(0, 0, len(sheet.data), len(sheet.data.columns) - 1)
        book.add_worksheet("About").write_string(0, 0, sheet.about)
    return file.getvalue()


def _write(page: Any, row: int, column: int, value: object, day: Any) -> None:
    """One cell: a date, a number, or text as it is; nothing for a missing value."""
    if value is None or value != value:
        return
    if found := whole_day(value):
        page.write_datetime(row, column, found, day)
    elif isinstance(value, int | float) or hasattr(value, "item"):
        page.write_number(row, column, float(str(value)))
    else:
        page.write_string(row, column, str(value)[:LONGEST_CELL])


def whole_day(value: object) -> date | None:
    """The day that an ISO date of full precision means; None for anything else, a month or a year among it."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != len("2023-11-06"):
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if found.year >= 1900 and found.isoformat() == value else None  # a spreadsheet's days begin in 1900


def _width(name: str, values: pd.Series) -> int:
    longest = max((len(str(value)) for value in values.head(LOOKED_AT)), default=0)
    return min(WIDEST, max(NARROWEST, len(name) + 2, longest + 1))
