"""Context events: from a form or a CSV file, kept and undone, drawn with numbers, and never counted."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from parley.charts.bars import quarter_bars, trend_bars
from parley.charts.context import Mark, seen, with_events
from parley.charts.timeline import timeline_figure
from parley.errors import UnreadableFile
from parley.model import ContextEvent, Filters
from parley.queries import units
from parley.queries.context import context_events
from parley.queries.facets import facets
from parley.sheets.context import event_of, events_in
from parley.store import reader, writer
from parley.store.context import add_events, put_back_events, remove_events
from parley.store.sqlite import Connection
from tests.desk import MANY, make, settings_in

WAR = ContextEvent("The war begins", "2022-02-24", None, ("RU", "UA"), ())
PACKAGE = ContextEvent(
    "Tenth package of sanctions", "2023-02", None, ("EU",), ("us-kz-espd",), "https://example.org/10"
)
VOTE = ContextEvent("Votes across the region", "2023-06-01", "2023-07-15", (), ())


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return writer(make(settings_in(tmp_path), MANY))


def titles(db: Connection, filters: Filters = Filters()) -> list[str]:  # noqa: B008  (frozen)
    return [event.title for event in context_events(db, filters)]


def test_a_table_of_events_is_read_with_its_sides_and_as_exact_as_its_dates() -> None:
    told = "Date;To;Title;Sides\n24.02.2022;;The war begins;Russia|Ukraine\n2023-06-01;2023-07-15;Votes;\n"
    war, votes = events_in("\ufeff".encode() + told.encode())
    assert (war.title, war.first_on, war.last_on, war.sides) == ("The war begins", "2022-02-24", None, ("RU", "UA"))
    assert (votes.first_on, votes.last_on, votes.sides) == ("2023-06-01", "2023-07-15", ())


def test_a_comma_inside_quotes_is_part_of_the_title() -> None:
    (found,) = events_in(b'date,to,title,sides\n2022-02,,"War, and what came of it",UA\n')
    assert (found.title, found.first_on) == ("War, and what came of it", "2022-02")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2022-13-01,,War,", "Row 3: “2022-13-01” is no day of the calendar."),
        ("soon,,War,", "Row 3: “soon” is no date that Parley can read."),
        ("2022-02-24,2021-01-01,War,", "Row 3: It ends (2021-01-01) before it begins (2022-02-24)."),
        ("2022-02-24,,,", "Row 3: Say in a few words what happened: there is no title."),
        (",,War,", "Row 3: There is no date in this row."),
        ("2022-02-24,,War,Atlantis", "Row 3: “Atlantis” is no state or organisation that Parley knows."),
    ],
)
def test_a_wrong_row_is_named_and_nothing_of_the_file_is_added(row: str, reason: str) -> None:
    with pytest.raises(UnreadableFile) as told:
        events_in(f"date,to,title,sides\n2023-01-01,,Right,\n{row}\n".encode())
    assert reason in str(told.value)
    assert str(told.value).startswith("Nothing was added.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b"when,what happened\n2022,War\n", "No column is called “date” and “title”."),
        (b"date,title\n", "no event below it"),
        ("date,title\n2022,Война".encode("cp1251"), "CSV UTF-8"),
    ],
)
def test_a_file_that_is_no_table_of_events_says_what_is_missing(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        events_in(data)


def test_a_link_is_a_web_address_or_it_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no web address"):
        event_of({"date": "2022", "title": "War", "link": "javascript:alert(1)"})


def test_events_are_kept_removed_and_put_back_and_the_log_tells_each_step(db: Connection) -> None:
    war, vote = add_events(db, [WAR, VOTE], "ana")
    assert titles(db) == [WAR.title, VOTE.title]
    assert remove_events(db, [war], "ana") == (war,)
    assert remove_events(db, [war], "ana") == ()
    assert titles(db) == [VOTE.title]
    assert put_back_events(db, [war, vote], "ben") == (war,)
    assert titles(db) == [WAR.title, VOTE.title]
    told = [tuple(row) for row in db.execute("SELECT actor, action FROM log WHERE action LIKE 'context event%'")]
    added = ("ana", "context event added")
    assert told == [added, added, ("ana", "context event removed"), ("ben", "context event put back")]


def test_an_event_shows_where_the_filters_leave_its_sides_dialogues_and_days(db: Connection) -> None:
    add_events(db, [WAR, PACKAGE, VOTE], "ana")
    assert titles(db, Filters(sides=("EU",))) == [PACKAGE.title, VOTE.title]
    assert titles(db, Filters(dialogues=("c5+1",))) == [WAR.title, VOTE.title]
    assert titles(db, Filters(since="2023-02-20", until="2023-05-31")) == [PACKAGE.title]
    assert titles(db, Filters(since="2023-07-15")) == [VOTE.title]


def test_no_number_and_no_filter_knows_of_context_events(db: Connection) -> None:
    before = [units.how_many(db, unit, Filters()) for unit in ("meetings", "articles", "sentences", "referred")]
    offered = facets(db)
    add_events(db, [WAR, PACKAGE, VOTE], "ana")
    assert [units.how_many(db, unit, Filters()) for unit in ("meetings", "articles", "sentences", "referred")] == before
    assert facets(db) == offered


LINE = Mark(date(2022, 2, 24), date(2022, 2, 24), "24 February 2022: The war begins")
BAND = Mark(date(2023, 6, 1), date(2023, 7, 15), "1 June – 15 July 2023: <b>Votes</b>")
OLD = Mark(date(1990, 1, 1), date(1990, 1, 1), "1990: long ago")


def quarters() -> dict[str, object]:
    rows = [{"period": period, "label": "C5+1", "full": "C5+1", "n": 1} for period in (20211, 20244)]
    return quarter_bars(pd.DataFrame(rows), ["C5+1"])


def test_a_day_is_a_line_and_a_longer_event_a_band_each_with_a_number_below_the_axis() -> None:
    drawn = with_events(quarters(), [LINE, OLD, BAND])
    assert [(shape["type"], shape["x0"]) for shape in drawn["layout"]["shapes"]] == [
        ("line", "2022-02-24"),
        ("rect", "2023-06-01"),
    ]
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["<b>1</b>", "<b>2</b>"]
    assert drawn["layout"]["annotations"][0]["hovertext"] == LINE.words
    assert drawn["data"] == quarters()["data"]


def test_events_outside_of_the_time_shown_do_not_stretch_the_axis() -> None:
    assert seen([LINE, OLD, BAND], quarters()) == (0, 2)
    assert with_events(quarters(), [OLD]) == quarters()
    assert with_events(quarters(), [LINE])["layout"]["xaxis"] == quarters()["layout"]["xaxis"]  # type: ignore[index]


def test_the_numbers_of_events_that_lie_close_stand_below_each_other() -> None:
    near = [Mark(date(2022, 2, day), date(2022, 2, day), "x") for day in (1, 3, 5)]
    notes = with_events(quarters(), near)["layout"]["annotations"]
    assert len({note["yshift"] for note in notes}) == 3


def test_markup_in_an_event_is_drawn_as_the_characters_it_is() -> None:
    assert "&lt;b&gt;" in with_events(quarters(), [BAND])["layout"]["annotations"][0]["hovertext"]


def test_the_marks_of_the_timeline_keep_their_places_when_events_are_drawn() -> None:
    blank = {"standing": "reported", "name": "A", "when": "", "articles": 1, "meeting_id": 1, "lane": "Talks"}
    plain = timeline_figure(pd.DataFrame([{**blank, "start_on": "2022-03-01"}]), ["Talks"], date(2022, 6, 1))
    drawn = with_events(plain, [LINE])
    inner = [f["layout"]["height"] - f["layout"]["margin"]["t"] - f["layout"]["margin"]["b"] for f in (plain, drawn)]
    assert inner[0] == inner[1]


def test_the_small_rows_of_topics_over_time_share_one_line_an_event() -> None:
    row = {"topic_group": "economy", "label": "T", "n": 1}
    trend = pd.DataFrame([{**row, "topic": t, "period": p} for t in ("a", "b") for p in (2020, 2024)])
    drawn = with_events(trend_bars(trend, ["a", "b"], "year"), [LINE])
    assert len(drawn["layout"]["shapes"]) == 1


def test_what_is_kept_of_an_event_is_what_was_written(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path / "own"), ())
    kept = writer(settings)
    (number,) = add_events(kept, [PACKAGE], "ana")
    (found,) = context_events(reader(settings), Filters())
    assert (found.id, found.title, found.link, found.dialogues) == (
        number,
        PACKAGE.title,
        PACKAGE.link,
        ("us-kz-espd",),
    )
    assert json.loads(kept.execute("SELECT sides FROM context_events").fetchone()[0]) == ["EU"]
