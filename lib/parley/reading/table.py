"""Spreadsheets with an article a row: CSV, and the sheets of XLSX, ODS and old XLS; columns go by their names."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.fields import facts_in, field_named
from parley.reading.normal import storable, tidy
from parley.reading.rows import Part, Row, parts_of_rows

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000_000
_MOST_COLUMNS_NAMED = 8
_DAMAGED = "The spreadsheet is damaged or locked. Open it, save it again without a password, and upload that."


def read_csv(name: str, data: bytes) -> Iterator[Part]:
    """An article for each row of a CSV file; raises UnreadableFile where no column holds texts."""
    text = storable(text_of(data)).lstrip("\ufeff")
    first = text.partition("\n")[0]
    csv.field_size_limit(_LONGEST_CELL)
    try:
        table = list(csv.reader(StringIO(text), delimiter=max(_DELIMITERS, key=first.count)))
    except csv.Error:
        raise UnreadableFile("The CSV is damaged: a quotation mark is not closed. Export it again.") from None
    return parts_of_rows(name, _rows(table))


def is_table_of_articles(text: str) -> bool:
    """Whether a text begins with a row of column names, one of them for the articles' texts."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip()
    names = first.split(max(_DELIMITERS, key=first.count))
    fields = {field_named(name.strip(" \"'")) for name in names}
    return len(names) > 1 and "text" in fields and len(fields - {None}) > 1


def read_workbook(name: str, data: bytes) -> Iterator[Part]:
    """An article for each row of a workbook's first sheet that holds any; raises UnreadableFile."""
    if find_spec("python_calamine") is None:
        raise UnreadableFile("Parley cannot read spreadsheets here. Save this one as CSV, and upload that.")
    calamine = import_module("python_calamine")
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError):
        raise UnreadableFile(_DAMAGED) from None
    tables = [[[_cell(cell) for cell in row] for row in sheet] for sheet in sheets]
    with_text = [table for table in tables if _has_texts(table)]
    return parts_of_rows(name, _rows((with_text or tables or [[]])[0]))


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return storable(str(value))


def _has_texts(table: Sequence[Sequence[str]]) -> bool:
    return bool(table) and "text" in {field_named(name) for name in table[0]}


def _rows(table: Sequence[Sequence[str]]) -> list[Row]:
    """The rows under the row of column names, with the number that a spreadsheet program shows."""
    filled = [(number, row) for number, row in enumerate(table, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise UnreadableFile("The spreadsheet is empty. Check that it was saved, and upload it again.")
    names = filled[0][1]
    if not _has_texts([names]):
        some = ", ".join(name.strip()[:40] for name in names[:_MOST_COLUMNS_NAMED] if name.strip())
        raise UnreadableFile(
            f'No column holds the texts of articles (columns: {some}). Name that column "text", and upload again.'
        )
    facts = [(number, facts_in(dict(zip(names, row, strict=False)))) for number, row in filled[1:]]
    return [(number, {**fact, "text": tidy(fact.get("text", ""))}) for number, fact in facts]
