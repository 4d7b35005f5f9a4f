"""Spreadsheets: with an article a row where the columns' names say so, else with the columns that a user has named."""

from collections.abc import Sequence

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Columns, Sheet, SheetRow
from parley.reading.fields import facts_in, field_named
from parley.reading.grid import Table, delimiter_of, table_of_csv, tables_of_workbook
from parley.reading.normal import one_line, tidy
from parley.reading.rows import Parts, Row, parts_of_rows
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
    """An article for each row of a workbook's first sheet that holds any; raises NeedsColumns where none does."""
    return _articles(name, tables_of_workbook(data))


def articles_by_columns(name: str, data: bytes, kind: str, columns: Columns) -> Parts:
    """An article for each row, read from the columns that a user has named; raises UnreadableFile."""
    table = _table_with(columns, data, kind)
    return parts_of_rows(name, _rows(table, _named(table, columns)))


def meetings_by_columns(data: bytes, kind: str, columns: Columns) -> list[SheetRow]:
    """The rows of a spreadsheet of meetings that has the columns which a user has named; raises UnreadableFile."""
    table = _table_with(columns, data, kind)
    if len(table.rows) > MOST_ROWS:
        raise UnreadableFile(f"The spreadsheet has more than {MOST_ROWS:,} rows. Split it, and upload the parts.")
    return [SheetRow(number, tuple(zip(table.names, map(tidy, row), strict=True))) for number, row in table.rows]


def names_of_columns(data: bytes, kind: str) -> tuple[str, ...]:
    """The names of the columns of a spreadsheet's longest table; raises UnreadableFile."""
    return max(_tables(data, kind), key=lambda table: len(table.rows)).names


def _tables(data: bytes, kind: str) -> list[Table]:
    return [table_of_csv(data)] if kind == CSV else tables_of_workbook(data)


def _table_with(columns: Columns, data: bytes, kind: str) -> Table:
    """The first table that has all the columns which the user has named."""
    tables = _tables(data, kind)
    asked = {column for _, several in columns.fields for column in several}
    table = next((table for table in tables if asked <= set(table.names)), None)
    if table is None:
        missing = ", ".join(sorted(asked - set(tables[0].names)))
        raise UnreadableFile(f"No sheet of this file has these columns: {missing}. Say again which columns are which.")
    return table


def is_table_of_articles(text: str) -> bool:
    """Whether a text begins with a row of column names, one of them for the articles' texts."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip()
    names = first.split(delimiter_of(first))
    fields = {field_named(name.strip(" \"'")) for name in names}
    return len(names) > 1 and "text" in fields and len(fields - {None}) > 1


def _articles(name: str, tables: Sequence[Table]) -> Parts:
    table = next((table for table in tables if _has_texts(table)), None)
    if table is None:
        raise _question(max(tables, key=lambda table: len(table.rows)))
    return parts_of_rows(name, _rows(table, table.names))


def _has_texts(table: Table) -> bool:
    """Whether the names say that the rows are articles, and not that they are meetings with a note in each."""
    told = {field_of_meetings(name) for name in table.names} & OF_MEETINGS_ALONE
    return "text" in {field_named(name) for name in table.names} and len(told) < MEETING_LIKE


def _question(table: Table) -> UnreadableFile:
    """What to ask of a spreadsheet whose columns say nothing; one without rows or columns is no spreadsheet."""
    if not table.rows or len(table.names) < 2:
        return UnreadableFile("The spreadsheet has no rows under its columns. Check that it is the right one.")
    rows = tuple(tuple(one_line(cell)[:LONGEST_SHOWN] for cell in row) for _, row in table.rows[:ROWS_SHOWN])
    some = ", ".join(name[:40] for name in table.names[:NAMED])
    return NeedsColumns(
        f"Which columns are which ({some})? Their names do not say.",
        Sheet(table.names, rows, len(table.rows)),
    )


def _named(table: Table, columns: Columns) -> list[str]:
    """The names of the columns as fields.yaml knows them: those that the user has named, the others none."""
    fields = {column: FACTS.get(field, field) for field, several in columns.fields for column in several}
    return [fields.get(name, "") for name in table.names]


def _rows(table: Table, names: Sequence[str]) -> list[Row]:
    facts = [(number, facts_in(dict(zip(names, row, strict=False)))) for number, row in table.rows]
    return [(number, {**fact, "text": tidy(fact.get("text", ""))}) for number, fact in facts]
