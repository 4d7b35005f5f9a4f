"""bytes -> the tables of a spreadsheet: CSV in any dialect, and the sheets of XLSX, ODS and old XLS, as text."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from itertools import islice

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.normal import storable

DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000_000
_LINES_LOOKED_AT = 20
_LOOKED_AT = 1 << 18
_DAMAGED = "The spreadsheet is damaged or locked. Open it, save it again without a password, and upload that."

Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table under the names of its columns, with the numbers that a spreadsheet program shows."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sheet: str = ""
    """The name of its sheet in a workbook."""


def table_of_csv(data: bytes) -> Table:
    """The table in a CSV file; raises UnreadableFile where it is empty or damaged."""
    text = storable(text_of(data)).lstrip("\ufeff")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return table_in(list(csv.reader(StringIO(text), delimiter=delimiter_of(text))))
    except csv.Error:
        raise UnreadableFile("The CSV is damaged: a quotation mark is not closed. Export it again.") from None


def delimiter_of(text: str) -> str:
    """What stands between the cells: what gives most of the first lines the same number of cells, quotes respected."""
    head = text[:_LOOKED_AT]
    return max(DELIMITERS, key=lambda mark: _agreement(csv.reader(StringIO(head), delimiter=mark)))


def _agreement(lines: Iterable[Sequence[str]]) -> tuple[int, int]:
    """How many lines have as many cells as most, and how many that is; commas within texts make lines differ."""
    try:
        widths = Counter(len(line) for line in islice(lines, _LINES_LOOKED_AT) if len(line) > 1)
    except csv.Error:
        return 0, 0
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def tables_of_workbook(data: bytes) -> list[Table]:
    """The table of each sheet that is not empty; raises UnreadableFile where all are, or the file is damaged."""
    if find_spec("python_calamine") is None:
        raise UnreadableFile("Parley cannot read spreadsheets here. Save this one as CSV, and upload that.")
    calamine = import_module("python_calamine")
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [(sheet, book.get_sheet_by_name(sheet).to_python()) for sheet in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError):
        raise UnreadableFile(_DAMAGED) from None
    cells = [(name, [[_cell(cell) for cell in row] for row in sheet]) for name, sheet in sheets]
    filled = [(name, sheet) for name, sheet in cells if any(any(cell.strip() for cell in row) for row in sheet)]
    return [replace(table_in(sheet), sheet=storable(name)) for name, sheet in filled or [("", [])]]


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return storable(str(value))


def table_in(cells: Cells) -> Table:
    """The rows under the row of column names: the first that is as full as the others, so below a sheet's heading."""
    filled = [(number, row) for number, row in enumerate(cells, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise UnreadableFile("The spreadsheet is empty. Check that it was saved, and upload it again.")
    full = max(_fullness(row) for _, row in filled[:_LINES_LOOKED_AT])
    first = next(n for n, (_, row) in enumerate(filled) if 2 * _fullness(row) > full)
    width = max(len(row) for _, row in filled[first:])
    rows = tuple((number, (*row, *[""] * (width - len(row)))) for number, row in filled[first + 1 :])
    return Table(_names(filled[first][1], width), rows)


def _fullness(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _names(row: Sequence[str], width: int) -> tuple[str, ...]:
    """A name for every column: as written, or its place where it has none; of two alike the second is numbered."""
    names: list[str] = []
    for n in range(width):
        name = " ".join(row[n].split()) if n < len(row) else ""
        name = name or f"column {n + 1}"
        names.append(name if name not in names else f"{name} ({names.count(name) + 1})")
    return tuple(names)
