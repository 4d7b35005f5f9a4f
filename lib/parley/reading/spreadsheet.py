"""A spreadsheet of which the user has said what its rows are, and which of its columns are which."""

from parley.errors import UnreadableFile
from parley.model import Columns, SheetRow
from parley.reading.rows import Parts
from parley.reading.sniff import LARGEST, media_type
from parley.reading.table import articles_by_columns, meetings_by_columns, names_of_columns

KINDS = {
    "text/csv",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def parts_by_columns(name: str, data: bytes, columns: Columns) -> Parts:
    """An article for each row, from the columns that the user has named; raises UnreadableFile."""
    return articles_by_columns(name, data, _kind_of(name, data), columns)


def meeting_rows(name: str, data: bytes, columns: Columns) -> list[SheetRow]:
    """The rows of a spreadsheet of meetings, under the names of its columns; raises UnreadableFile."""
    return meetings_by_columns(data, _kind_of(name, data), columns)


def column_names(name: str, data: bytes) -> tuple[str, ...]:
    """The names of a spreadsheet's columns; raises UnreadableFile where it is none."""
    return names_of_columns(data, _kind_of(name, data))


def _kind_of(name: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise UnreadableFile(f"The spreadsheet is larger than {LARGEST >> 20} MB. Split it, and upload the parts.")
    kind = media_type(name, data)
    if kind not in KINDS:
        raise UnreadableFile("This is no spreadsheet, so it has no columns. Upload it without naming any.")
    return kind
