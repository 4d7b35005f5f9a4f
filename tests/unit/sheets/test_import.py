"""Spreadsheets come in: asked about, answered, read into meetings without a text, and read again."""

import io
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
import xlsxwriter

from parley.queries import inbox
from parley.settings import Settings
from parley.sheets.columns import as_json, made
from parley.store import Connection, writer
from parley.store.jobs import asking, receipts_of
from parley.store.sheets import answer, leave_out
from parley.worker import work
from tests.desk import settings_in
from tests.shared import SHARED, needs_shared
from tests.spreadsheets import HEAD, ROWS, bring

GUESTS = made(
    "meetings",
    {"id": ["Ref"], "date": ["Day"], "end": ["To"], "person": ["Guest"], "sides": ["Land"], "note": ["Remarks"]},
    always="US",
)


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


def told(desk: Settings, upload: int) -> list[tuple[str, str, str]]:
    with closing(writer(desk)) as db:
        return [(receipt.name, receipt.outcome, receipt.reason) for receipt in receipts_of(db, upload)]


def meetings(db: Connection) -> list[tuple[str, ...]]:
    return db.execute(
        """SELECT r.external_id, m.kind, m.start_on, m.end_on, m.is_reported, m.has_text,
        (SELECT group_concat(party) FROM meeting_parties p WHERE p.meeting_id = m.id), r.person, r.n, r.note
        FROM meetings m JOIN sheet_rows r ON r.meeting_id = m.id ORDER BY r.n"""
    ).fetchall()


def test_rows_become_meetings_without_a_text_that_keep_their_own_ids(desk: Settings) -> None:
    upload = bring(desk, HEAD + ROWS, GUESTS)
    assert told(desk, upload) == [
        ("guests.csv", "rows", "2 new · 1 with a side kept as written, as there is no code for it (Hawaii)")
    ]
    with closing(writer(desk)) as db:
        assert meetings(db) == [
            ("g-1", "visit", "2011-05-03", "2011-05-04", 0, 0, "NO,US", "Queen Ada", 2, "A dinner."),
            ("g-2", "visit", "1905-07-02", None, 0, 0, "Hawaii,US", "King Ko", 3, "=1+1 <b>shown</b>"),
        ]


def test_a_spreadsheet_nobody_described_waits_for_its_user_and_goes_on_with_the_answer(desk: Settings) -> None:
    upload = bring(desk, HEAD + ROWS)
    with closing(writer(desk)) as db:
        ((job,),) = db.execute("SELECT id FROM jobs").fetchall()
        assert [name for name, _ in asking(db, upload)] == ["guests.csv"]
        assert meetings(db) == []
        answer(db, job, GUESTS, as_json(GUESTS), "test")
    work(desk, until=lambda db: not inbox.unfinished(db).documents, stop=Event())
    with closing(writer(desk)) as db:
        assert len(meetings(db)) == 2
        assert asking(db, upload) == []


def test_the_answer_is_remembered_for_the_next_copy_of_the_same_spreadsheet(desk: Settings) -> None:
    bring(desk, HEAD + ROWS, GUESTS)
    again = bring(desk, HEAD + "g-1,2011-05-03,2011-05-05,Queen Ada,Norway,A longer dinner.\n")
    assert told(desk, again) == [("guests.csv", "rows", "0 new · 1 changed")]
    with closing(writer(desk)) as db:
        assert [(row[0], row[3], row[9]) for row in meetings(db)] == [
            ("g-1", "2011-05-05", "A longer dinner."),
            ("g-2", None, "=1+1 <b>shown</b>"),  # no longer in the spreadsheet: it stays
        ]


def test_the_same_spreadsheet_twice_doubles_nothing(desk: Settings) -> None:
    bring(desk, HEAD + ROWS, GUESTS)
    again = bring(desk, HEAD + ROWS, GUESTS)
    assert told(desk, again)[0][2].startswith("0 new · 2 as before")
    with closing(writer(desk)) as db:
        assert len(meetings(db)) == 2


def test_another_spreadsheet_of_the_same_name_keeps_its_own_ids_apart(desk: Settings) -> None:
    bring(desk, HEAD + ROWS, GUESTS)
    other = made("meetings", {"id": ["No"], "date": ["When"], "sides": ["Who"]})
    bring(desk, "No,When,Who\nx-1,2020-01-01,Chad\n", other)
    with closing(writer(desk)) as db:
        assert db.execute("SELECT name FROM sheets ORDER BY id").fetchall() == [("guests.csv",), ("guests.csv (2)",)]
        assert len(meetings(db)) == 3


def test_another_spreadsheet_with_the_same_columns_and_the_same_numbers_overwrites_nothing(desk: Settings) -> None:
    columns = made("meetings", {"id": ["No"], "date": ["When"], "sides": ["Who"], "note": ["Remarks"]})
    bring(desk, "No,When,Who,Remarks\n1,2020-01-01,Chad,A call.\n2,2020-02-02,Fiji,A lunch.\n", columns)
    again = bring(desk, "No,When,Who,Remarks\n1,1999-05-05,Peru,A visit.\n2,1998-06-06,Oman,A tour.\n", columns)
    assert told(desk, again)[0][2].startswith("2 new")
    with closing(writer(desk)) as db:
        assert len(meetings(db)) == 4


def test_a_newer_copy_under_another_name_updates_the_older_one_where_its_user_says_so(desk: Settings) -> None:
    bring(desk, HEAD + ROWS, GUESTS)
    same = made("meetings", dict(GUESTS.fields), always="US", sheet="guests.csv")
    bring(desk, HEAD + ROWS.replace("Queen", "Princess"), same, "guests-2.csv")
    with closing(writer(desk)) as db:
        assert [row[7] for row in meetings(db)] == ["Princess Ada", "King Ko"]


def test_bad_rows_are_listed_with_number_and_reason_and_the_others_go_in(desk: Settings) -> None:
    bad = "g-3,,,A,Chad,\ng-4,31 February 2001,,B,Chad,\ng-5,1–2 May 2001,,C,Chad,\ng-1,2001-05-01,,D,Chad,\n"
    refused = told(desk, bring(desk, HEAD + ROWS + bad, GUESTS))[1:]
    assert [(name, outcome) for name, outcome, _ in refused] == [
        (f"guests.csv, row {n}", "unreadable") for n in (4, 5, 6, 7)
    ]
    assert [reason.split(".")[0] for *_, reason in refused] == [
        "There is no date in this row",
        "“31 February 2001” is no day of the calendar",
        "“1–2 May 2001” holds two dates",
        "Its own id “g-1” stands in row 2 already",
    ]


def test_columns_that_fit_no_row_are_asked_for_again(desk: Settings) -> None:
    upload = bring(desk, HEAD + ROWS)
    wrong = made("meetings", {"date": ["Guest"]})
    with closing(writer(desk)) as db:
        answer(db, 1, wrong, as_json(wrong), "test")
    work(desk, until=lambda db: not inbox.unfinished(db).documents, stop=Event())
    with closing(writer(desk)) as db:
        assert "None of 2 rows could be read with these columns. Row 2: “Queen Ada”" in asking(db, upload)[0][1]


def test_a_question_can_be_left_unanswered_for_good(desk: Settings) -> None:
    upload = bring(desk, HEAD + ROWS)
    with closing(writer(desk)) as db:
        leave_out(db, 1, "test")
        assert asking(db, upload) == []
    assert [outcome for _, outcome, _ in told(desk, upload)] == ["unreadable"]


def test_articles_are_read_from_the_columns_that_were_named(desk: Settings) -> None:
    columns = made("articles", {"text": ["Inhalt"], "title": ["Kopf"], "date": ["Tag"]})
    text = "The ministers of two neighbours met in Tashkent on 3 March 2024 to speak of trade."
    upload = bring(desk, f"Kopf;Inhalt;Tag\nTalks;{text};04.03.2024\n", columns)
    assert [outcome for _, outcome, _ in told(desk, upload)] == ["new"]
    with closing(writer(desk)) as db:
        assert db.execute("SELECT title, text, published_on FROM articles").fetchall() == [
            ("Talks", text, "2024-03-04")
        ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_dialect_of_csv_gives_the_same_rows(desk: Settings, encoding: str, mark: str) -> None:
    rows = [["Ref", "Day", "Land", "Remarks"], ["1", "06.11.2023", "Казахстан", '"Встреча, в Астане;\nв ноябре"']]
    data = "\n".join(mark.join(row) for row in rows).encode(encoding)
    bring(desk, data, made("meetings", {"id": ["Ref"], "date": ["Day"], "sides": ["Land"], "note": ["Remarks"]}))
    with closing(writer(desk)) as db:
        ((own, _, day, *_, sides, _, _, note),) = meetings(db)
    assert (own, day, sides, note) == ("1", "2023-11-06", "KZ", "Встреча, в Астане;\nв ноябре")


def test_a_workbook_is_read_below_its_heading_with_real_dates(desk: Settings) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Guests of the year")
        sheet.write_row(2, 0, ["Ref", "Day", "Land"])
        sheet.write_row(3, 0, [7, "", "Chad"])
        sheet.write_datetime(3, 1, datetime(2023, 11, 6), book.add_format({"num_format": "d.m.yy"}))
    bring(desk, out.getvalue(), made("meetings", {"id": ["Ref"], "date": ["Day"], "sides": ["Land"]}), "guests.xlsx")
    with closing(writer(desk)) as db:
        ((own, _, day, *_, sides, _, row, _),) = meetings(db)
    assert (own, day, sides, row) == ("7", "2023-11-06", "TD", 4)


@needs_shared
@pytest.mark.parametrize(("name", "count", "odd"), [("visits.csv", 3264, 34), ("travels.csv", 4269, 70)])
def test_a_desks_own_thousands_of_rows_come_in_whole(desk: Settings, name: str, count: int, odd: int) -> None:
    person = "visitor" if name == "visits.csv" else "traveller"
    columns = made(
        "meetings",
        {"id": ["id"], "date": ["date"], "end": ["end_date"], "person": [person], "sides": ["country"]},
        always="US",
    )
    ((_, outcome, reason),) = told(desk, bring(desk, (SHARED / "corpus" / name).read_bytes(), columns, name))
    assert outcome == "rows"
    assert reason.startswith(f"{count:,} new · {odd} with a side kept as written")
