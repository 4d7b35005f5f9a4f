"""When a spreadsheet is read unasked, and when its user must say what its rows are."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Article
from parley.reading import parts_of
from parley.reading.spreadsheet import column_names, meeting_rows, parts_by_columns
from parley.sheets.columns import made

YEARS = ("2023", "2024")
TALKS = "The ministers of two neighbours met in Tashkent on 3 March 2024 to speak of trade."


def workbook(*rows: list[str]) -> bytes:
    return workbook_of({"Sheet": rows})


def workbook_of(sheets: Mapping[str, Sequence[list[str]]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                sheet.write_row(n, 0, row)
    return out.getvalue()


def test_rows_with_a_text_beside_visitors_and_countries_are_not_taken_for_articles_unasked() -> None:
    with pytest.raises(NeedsColumns) as asked:
        parts_of("visits.csv", f"Date,Visitor,Country,Text\n2024-03-03,A. Person,Chad,{TALKS}\n".encode())
    assert asked.value.sheet.names == ("Date", "Visitor", "Country", "Text")


def test_a_text_with_a_country_alone_is_still_an_article() -> None:
    ((_, article),) = parts_of("list.csv", f"Date,Country,Text\n2024-03-03,Chad,{TALKS}\n".encode())
    assert isinstance(article, Article)


def test_a_question_travels_from_one_process_to_another() -> None:
    with pytest.raises(NeedsColumns) as asked:
        parts_of("visits.csv", b"a,b\n1,2\n")
    again = NeedsColumns(*asked.value.args)
    assert (str(again), again.sheet) == (str(asked.value), asked.value.sheet)


def test_a_spreadsheet_in_a_zip_is_to_be_uploaded_by_itself() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as bundle:
        bundle.writestr("talks.txt", f"Talks\n\n{TALKS}\n")
        bundle.writestr("visits.csv", "a,b\n1,2\n")
    told = {name: str(found) for name, found in parts_of("all.zip", out.getvalue()) if not isinstance(found, Article)}
    assert told == {"visits.csv": "Upload this spreadsheet by itself: Parley then asks which of its columns are which."}


def test_a_workbook_of_articles_is_read_by_the_columns_that_were_named() -> None:
    data = workbook(["Kopf", "Inhalt"], ["Talks", TALKS], ["Empty", ""])
    parts = parts_by_columns("liste.xlsx", data, made("articles", {"text": ["Inhalt"], "title": ["Kopf"]}))
    assert [getattr(found, "title", str(found)[:20]) for _, found in parts] == ["Talks", "This row has no text"]


def test_every_sheet_of_a_workbook_that_holds_articles_is_read() -> None:
    sheets = {year: (["Title", "Text"], [f"Talks of {year}", f"{TALKS} So it was in {year}."]) for year in YEARS}
    parts = parts_of("list.xlsx", workbook_of(sheets | {"Notes": (["nothing of it"],)}))
    told = [(name, found.title, found.id) for name, found in parts if isinstance(found, Article)]
    assert told == [
        ("list.xlsx, 2023, row 2", "Talks of 2023", "list-1-2"),
        ("list.xlsx, 2024, row 2", "Talks of 2024", "list-2-2"),
    ]


def test_every_sheet_of_a_workbook_that_has_the_columns_named_is_read() -> None:
    data = workbook_of({year: (["Tag", "Land"], [f"{year}-03-03", "Chad"]) for year in YEARS})
    with pytest.raises(NeedsColumns) as asked:
        parts_of("list.xlsx", data)
    assert asked.value.sheet.count == 2
    rows = meeting_rows("list.xlsx", data, made("meetings", {"date": ["Tag"], "sides": ["Land"]}))
    assert [row.cells[0][1] for row in rows] == ["2023-03-03", "2024-03-03"]


def test_rows_of_a_file_with_dots_in_its_name_keep_ids_of_their_own() -> None:
    parts = parts_of("list.2024.csv", f"Title,Text\nOne,{TALKS}\nTwo,{TALKS}\n".encode())
    assert [found.id for _, found in parts if isinstance(found, Article)] == ["list.2024-2", "list.2024-3"]


def test_columns_without_a_name_or_with_the_same_name_are_told_apart() -> None:
    assert column_names("x.csv", b"when,,who,who\n1,2,3,4\n5,6,7,8\n") == ("when", "column 2", "who", "who (2)")


def test_cells_that_look_like_formulas_or_markup_stay_as_they_are_written() -> None:
    (row,) = meeting_rows(
        "x.csv", b'Day,Note\n2024,"=HYPERLINK(""https://example.org"")<b>"\n', made("meetings", {"date": ["Day"]})
    )
    assert dict(row.cells)["Note"] == '=HYPERLINK("https://example.org")<b>'


def test_columns_are_not_named_of_a_file_that_has_none() -> None:
    with pytest.raises(UnreadableFile, match="no spreadsheet"):
        parts_by_columns("talks.txt", TALKS.encode(), made("articles", {"text": ["Inhalt"]}))
    with pytest.raises(UnreadableFile, match=r"No sheet of this file has these columns: Inhalt\."):
        parts_by_columns("x.csv", b"a,b\n1,2\n", made("articles", {"text": ["Inhalt"]}))


@pytest.mark.parametrize("data", [b"a,b\n", b"only\none\ncolumn\n"])
def test_a_file_without_rows_or_columns_is_nothing_to_ask_about(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parts_of("x.csv", data)
    assert not isinstance(refused.value, NeedsColumns)
