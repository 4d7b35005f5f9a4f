"""Files to take away: what was on the screen, dead formulas, real dates, any script."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from parley.briefs.sheets import FORMULA, Sheet, as_csv, as_xlsx, whole_day

ROWS = pd.DataFrame(
    {
        "Date": ["2023-11-06", "2023-11", "2023", "", None],
        "Title": ["=HYPERLINK(1)", "+7 701", "@SUM(A1)", "\tТокаев", "Қазақстан, «сауда»"],
        "Articles": [1, 2, 3, 4, 5],
    }
)
SHEET = Sheet("Articles", "5 articles. Filters: C5+1. Made on 23 November 2026.", ROWS)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(sheet).to_python()


def test_a_csv_begins_with_what_it_holds_and_reads_back_as_it_was_with_dead_formulas() -> None:
    about, head, *rows = read_csv(as_csv(SHEET))
    assert about == [SHEET.about]
    assert head == list(ROWS.columns)
    assert [row[0] for row in rows] == ["2023-11-06", "2023-11", "2023", "", ""]
    assert [row[1] for row in rows] == ["'=HYPERLINK(1)", "'+7 701", "'@SUM(A1)", "'\tТокаев", "Қазақстан, «сауда»"]
    assert [row[2] for row in rows] == ["1", "2", "3", "4", "5"]
    assert as_csv(SHEET).startswith(b"\xef\xbb\xbf")


def test_a_spreadsheet_holds_days_as_dates_months_as_text_and_no_formula() -> None:
    data = as_xlsx(SHEET)
    head, *rows = read_xlsx(data, "Articles")
    assert head == list(ROWS.columns)
    assert [row[0] for row in rows] == [date(2023, 11, 6), "2023-11", "2023", "", ""]
    assert [row[1] for row in rows] == ROWS["Title"].to_list()
    assert [row[2] for row in rows] == [1, 2, 3, 4, 5]
    assert read_xlsx(data, "About") == [[SHEET.about]]
    with ZipFile(BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_no_cell_of_a_csv_begins_like_a_formula_whatever_an_article_says(cells: list[str]) -> None:
    rows = read_csv(as_csv(Sheet("A", "", pd.DataFrame({"Cell": cells}))))
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_can_be_written_to_a_spreadsheet(text: str) -> None:
    assert read_xlsx(as_xlsx(Sheet("A", text, pd.DataFrame({"Cell": [text]}))), "A")[0] == ["Cell"]


def test_an_empty_table_is_a_file_with_its_head() -> None:
    empty = Sheet("Articles", "0 articles.", ROWS.head(0))
    assert read_csv(as_csv(empty)) == [["0 articles."], list(ROWS.columns)]
    assert read_xlsx(as_xlsx(empty), "Articles") == [list(ROWS.columns)]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-06", date(2023, 11, 6)),
        ("2023-11", None),
        ("2023-02-31", None),
        ("1866-01-02", None),
        ("20231106AB", None),
        (7, None),
        (None, None),
    ],
)
def test_only_a_day_that_a_spreadsheet_knows_is_a_date(value: object, day: date | None) -> None:
    assert whole_day(value) == day
