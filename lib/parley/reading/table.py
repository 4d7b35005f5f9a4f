"""Spreadsheets: with an article a row where the columns' names say so, else with the columns that a user has named."""

from collections.abc import Sequence

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Columns, Sheet, SheetRow
from parley.reading.fields import facts_in, field_named
from parley.reading.grid import Table, delimiter_of, table_of_csv, tables_of_workbook
from parley.reading.normal import one_line, tidy
from parley.reading.rows import Parts, Row, parts_of_sheets
from parley.sheets.names import OF_MEETINGS_ALONE, field_of_meetings

ROWS_SHOWN = 12
"""Rows that a user sees when asked which columns are which."""

LONGEST_SHOWN = 400
"""Characters of a cell in those rows."""

MOST_ROWS = 50_000
"""Rows of a spreadsheet of meetings, which are written all at once or not at all."""

NAMED = 8
"""Columns that the question names."""

MEETING_LIKE = 2
"""So many columns that only a spreadsheet of meetings has raise the question what its rows are, texts or not."""

FACTS = {"date": "published_on", "link": "url"}
"""The fields of an article that have another name in fields.yaml."""

CSV = "text/csv"


def read_csv(name: str, data: bytes) -> Parts:
    """An article for each row of a CSV file; raises NeedsColumns where no column says that it holds texts."""
    return _articles(name, [table_of_csv(data)])


def read_workbook(name: str, data: bytes) -> Parts:
    """An article for each row of all sheets of a workbook that hold any; raises NeedsColumns where none does."""
    return _articles(name, tables_of_workbook(data))


def articles_by_columns(name: str, data: bytes, kind: str, columns: Columns) -> Parts:
    """An article for each row, read from the columns that a user has named; raises UnreadableFile."""
    tables = _tables_with(columns, data, kind)
    return parts_of_sheets(name, [(table.sheet, _rows(table, _named(table, columns))) for table in tables])


def meetings_by_columns(data: bytes, kind: str, columns: Columns) -> list[SheetRow]:
    """The rows of a spreadsheet of meetings that has the columns which a user has named; raises UnreadableFile."""
    tables = _tables_with(columns, data, kind)
    if sum(len(table.rows) for table in tables) > MOST_ROWS:
        raise UnreadableFile(f"The spreadsheet has more than {MOST_ROWS:,} rows. Split it, and upload the parts.")
    return [
        SheetRow(number, tuple(zip(table.names, map(tidy, row), strict=True)))
        for table in tables
        for number, row in table.rows
    ]


def names_of_columns(data: bytes, kind: str) -> tuple[str, ...]:
    """The names of the columns of a spreadsheet's longest table; raises UnreadableFile."""
    return max(_tables(data, kind), key=lambda table: len(table.rows)).names


def _tables(data: bytes, kind: str) -> list[Table]:
    return [table_of_csv(data)] if kind == CSV else tables_of_workbook(data)


def _tables_with(columns: Columns, data: bytes, kind: str) -> list[Table]:
    """The tables that have all the columns which the user has named: often a sheet a year."""
    tables = _tables(data, kind)
    asked = {column for _, several in columns.fields for column in several}
    found = [table for table in tables if asked <= set(table.names)]
    if not found:
        missing = ", ".join(sorted(asked - set(tables[0].names)))
        raise UnreadableFile(f"No sheet of this file has these columns: {missing}. Say again which columns are which.")
    return found


def is_table_of_articles(text: str) -> bool:
    """Whether a text begins with a row of column names, one of them for the articles' texts."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip()
    names = first.split(delimiter_of(first))
    fields = {field_named(name.strip(" \"'")) for name in names}
    return len(names) > 1 and "text" in fields and len(fields - {None}) > 1


def _articles(name: str, tables: Sequence[Table]) -> Parts:
    found = [table for table in tables if _has_texts(table)]
    if not found:
        raise _question(tables)
    return parts_of_sheets(name, [(table.sheet, _rows(table, table.names)) for table in found])


def _has_texts(table: Table) -> bool:
    """Whether the names say that the rows are articles, and not that they are meetings with a note in each."""
    told = {field_of_meetings(name) for name in table.names} & OF_MEETINGS_ALONE
    return "text" in {field_named(name) for name in table.names} and len(told) < MEETING_LIKE


def _question(tables: Sequence[Table]) -> UnreadableFile:
    """What to ask of a spreadsheet whose columns say nothing; one without rows or columns is no spreadsheet.

    It is about the longest table, and those with the same columns.
    """
    table = max(tables, key=lambda table: len(table.rows))
    if not table.rows or len(table.names) < 2:
        return UnreadableFile("The spreadsheet has no rows under its columns. Check that it is the right one.")
    rows = tuple(tuple(one_line(cell)[:LONGEST_SHOWN] for cell in row) for _, row in table.rows[:ROWS_SHOWN])
    some = ", ".join(name[:40] for name in table.names[:NAMED])
    return NeedsColumns(
        f"Which columns are which ({some})? Their names do not say.",
        Sheet(table.names, rows, sum(len(other.rows) for other in tables if other.names == table.names)),
    )


def _named(table: Table, columns: Columns) -> list[str]:
    """The names of the columns as fields.yaml knows them: those that the user has named, the others none."""
    fields = {column: FACTS.get(field, field) for field, several in columns.fields for column in several}
    return [fields.get(name, "") for name in table.names]


def _rows(table: Table, names: Sequence[str]) -> list[Row]:
    facts = [(number, facts_in(dict(zip(names, row, strict=False)))) for number, row in table.rows]
    return [(number, {**fact, "text": tidy(fact.get("text", ""))}) for number, fact in facts]
