"""Spreadsheets on screen: their columns are named in the Inbox; meetings without text are shown on request alone."""

from collections.abc import Callable
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from parley.settings import Settings
from parley.sheets.columns import as_json, made
from parley.store import writer
from parley.store.intake import accept
from tests.desk import MANY
from tests.pages.screens import opened, words
from tests.pages.test_inbox import heads, read_all

GUESTS = (
    "Ref,Day,Guest,Land,Remarks\n"
    "g-1,2011-05-03,Queen Ada,Norway,A dinner ![](https://example.org/x.png)\n"
    "g-2,1905-07-02,King Ko,Hawaii,=1+1\n"
    "g-3,31 February 2011,Nobody,Chad,\n"
)
NAMED = made("meetings", {"id": ["Ref"], "date": ["Day"], "person": ["Guest"], "sides": ["Land"]}, always="US")


def bring(settings: Settings, data: str = GUESTS, columns: str = "", name: str = "guests.csv") -> None:
    with closing(writer(settings)) as db:
        accept(db, settings, [(name, data.encode())], "upload", "test", columns)
    read_all(settings)


@pytest.fixture
def with_rows(show: Callable[..., Settings]) -> Settings:
    """The articles of `MANY`, and two meetings that only a spreadsheet tells of."""
    settings = show(MANY)
    bring(settings, columns=as_json(NAMED))
    return settings


def asked(settings: Settings) -> AppTest:
    bring(settings)
    return opened("inbox")


def test_an_unknown_spreadsheet_shows_its_rows_and_asks_what_they_are(empty: Settings) -> None:
    screen = asked(empty)
    assert any("guests.csv** needs you: which columns are which?" in head for head in heads(screen))
    assert any("1 document: 1 needs you" in head for head in heads(screen))
    assert screen.dataframe[0].value["Guest"].to_list() == ["Queen Ada", "King Ko", "Nobody"]
    assert "It looks like meetings" in words(screen)
    assert screen.button(key="answer.1").disabled
    assert not screen.selectbox  # nothing is assumed before the user has said what a row is


def test_its_columns_are_guessed_shown_as_meetings_and_read_once_confirmed(empty: Settings) -> None:
    screen = asked(empty)
    screen.button_group(key="kind.1").set_value("meetings").run()
    assert screen.selectbox(key="column.1.meetings.date").value == "Day"
    assert screen.multiselect(key="column.1.meetings.sides").value == ["Land"]
    screen.text_input(key="always.1.meetings").set_value("United States").run()
    preview = screen.dataframe[1].value
    assert preview["Date"].to_list() == ["3 May 2011", "2 July 1905", ""]
    assert preview["Sides"].to_list()[:2] == ["Norway, United States", "Hawaii, United States"]
    assert preview["Not read"].to_list()[2] == "“31 February 2011” is no day of the calendar."
    screen.button(key="answer.1").click().run()
    assert not screen.exception
    read_all(empty)
    told = opened("inbox")
    assert any("1 document: 1 spreadsheet of meetings, 1 unreadable" in head for head in heads(told))
    assert "2 meetings without text" in words(told)
    assert "guests.csv, row 4" in words(told)


def test_the_column_that_is_needed_is_asked_for(empty: Settings) -> None:
    screen = asked(empty)
    screen.button_group(key="kind.1").set_value("articles").run()
    assert "Choose the column that holds the text" in words(screen)
    assert screen.button(key="answer.1").disabled
    screen.selectbox(key="column.1.articles.text").set_value("Remarks").run()
    assert not screen.button(key="answer.1").disabled


def test_a_spreadsheet_can_be_left_out(empty: Settings) -> None:
    screen = asked(empty)
    screen.button(key="leave.1").click().run()
    assert not any("needs you" in head for head in heads(screen))
    assert "You chose to leave this spreadsheet out" in words(screen)


def test_the_answer_for_the_same_columns_is_filled_in_the_next_time(empty: Settings) -> None:
    bring(empty, columns=as_json(NAMED))
    bring(empty, name="guests-2027.csv")
    screen = opened("inbox")
    assert screen.button_group(key="kind.2").value == "meetings"
    assert screen.text_input(key="always.2.meetings").value == "US"
    assert screen.selectbox(key="older.2.meetings").value == "guests.csv"


@pytest.mark.usefixtures("with_rows")
def test_meetings_without_text_are_off_until_they_are_asked_for() -> None:
    screen = opened("timeline")
    assert "27 meetings, 1 planned" in words(screen)
    screen.query_params["without_text"] = "true"
    screen.toggle(key="without_text").set_value(True).run()
    assert "27 meetings + 2 without text, 1 planned" in words(screen)
    assert "27 of 27 meetings + 2 without text" in words(screen)


@pytest.mark.usefixtures("with_rows")
def test_the_switch_is_kept_by_the_address_and_the_table_tells_them_apart() -> None:
    screen = opened("timeline", without_text="true")
    screen.button_group(key="view").set_value("Table").run()
    told = screen.dataframe[0].value.set_index("standing")
    assert told.loc["Without text", "heads"].to_list() == ["Queen Ada", "King Ko"]
    assert told.loc["Without text", "sides"].to_list() == ["Norway, United States", "Hawaii, United States"]


@pytest.mark.parametrize("page", ["overview", "topics"])
@pytest.mark.usefixtures("with_rows")
def test_no_number_or_share_changes_with_the_switch(page: str) -> None:
    off, on = opened(page), opened(page, without_text="true")
    tables = [[frame.value.to_csv() for frame in screen.dataframe] for screen in (off, on)]
    numbers = [[b.label for b in screen.button if str(b.key).startswith("number-")] for screen in (off, on)]
    assert tables[0] == tables[1]
    assert numbers[0] == numbers[1]


@pytest.mark.usefixtures("with_rows")
def test_sides_that_only_rows_name_are_offered_while_the_switch_is_on() -> None:
    assert "Hawaii" not in opened("timeline").multiselect(key="side").options
    screen = opened("timeline", without_text="true")
    assert "Hawaii" in screen.multiselect(key="side").options
    screen.query_params["side"] = "Hawaii"
    screen.multiselect(key="side").select("Hawaii").run()
    assert "0 meetings + 1 without text" in words(screen)
    screen.query_params.clear()
    screen.toggle(key="without_text").set_value(False).run()
    assert not screen.exception


def test_a_meeting_without_text_says_which_row_tells_of_it_in_plain_text(with_rows: Settings) -> None:
    with closing(writer(with_rows)) as db:
        ((meeting,),) = db.execute("SELECT meeting_id FROM sheet_rows WHERE external_id = 'g-1'").fetchall()
    screen = opened("meeting", id=str(meeting))
    assert "From the spreadsheet guests.csv, row 2; no text is held." in words(screen)
    (cells,) = [m.value for m in screen.markdown if "Remarks" in m.value]
    assert "dinner \\!\\[\\]\\(http" in cells


def test_a_desk_of_rows_alone_can_still_be_filtered(empty: Settings) -> None:
    bring(empty, columns=as_json(NAMED))
    screen = opened("timeline", without_text="true")
    assert "0 meetings + 2 without text" in words(screen)


def test_very_many_are_a_bar_a_year_instead_of_a_mark_each(show: Callable[..., Settings]) -> None:
    rows = "".join(f"r-{n},{1900 + n % 50}-05-03,Someone,Chad,\n" for n in range(450))
    bring(show(MANY), GUESTS.splitlines()[0] + "\n" + rows, as_json(NAMED))
    screen = opened("timeline", without_text="true")
    assert "450 meetings without text" in words(screen)
    twin = next(frame.value for frame in screen.dataframe if "Year" in frame.value)
    assert (len(twin), set(twin["Meetings without text"]), twin["Year"].min()) == (50, {9}, 1900)
