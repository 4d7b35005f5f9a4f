"""Meetings that only a spreadsheet tells of: found under the filters that fit them, and in no count of meetings."""

from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries import facets, sheets, topics, units
from parley.queries import lanes as on_lanes
from parley.settings import Settings
from parley.sheets.columns import made
from parley.store import Connection, reader
from tests.desk import MANY, make, settings_in
from tests.spreadsheets import HEAD, ROWS, bring

COLUMNS = made(
    "meetings",
    {"id": ["Ref"], "date": ["Day"], "person": ["Guest"], "sides": ["Land"], "dialogue": ["Remarks"]},
    always="US",
)
MORE = "g-3,2023-11-06,,Envoy Dana Example,Kazakhstan,us-kz-espd\n"


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    return make(settings_in(tmp_path), MANY)


@pytest.fixture
def db(desk: Settings) -> Connection:
    """The articles of `MANY`, and three rows of a spreadsheet."""
    bring(desk, HEAD + ROWS.replace("A dinner.", "").replace("=1+1 <b>shown</b>", "") + MORE, COLUMNS)
    return reader(desk)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 3),
        (Filters(sides=("NO",)), 1),
        (Filters(sides=("US", "Hawaii")), 1),
        (Filters(since="2011-01-01"), 2),
        (Filters(until="1905-07-02"), 1),
        (Filters(people=("dana-example",)), 1),
        (Filters(dialogues=("us-kz-espd",)), 1),
        (Filters(dialogues=("one-off",)), 2),
        (Filters(languages=("en",)), 0),
        (Filters(sources=("Example Herald",)), 0),
        (Filters(topics=("trade",)), 0),
        (Filters(last_rounds=3), 0),
    ],
)
def test_rows_are_found_by_what_they_say_and_by_nothing_else(db: Connection, filters: Filters, count: int) -> None:
    assert sheets.how_many_without_text(db, filters) == count


@pytest.mark.parametrize("unit", ["meetings", "referred", "articles", "topics", "people", "promises"])
def test_no_number_counts_them(desk: Settings, unit: units.Unit) -> None:
    before = units.how_many(reader(desk), unit, Filters())
    bring(desk, HEAD + ROWS, COLUMNS)
    assert [units.how_many(reader(desk), unit, Filters(without_text=on)) for on in (False, True)] == [before] * 2


def test_no_share_of_meetings_changes(desk: Settings) -> None:
    before = facets.meetings_found(reader(desk), Filters())
    counted = topics.topic_counts(reader(desk), "meetings", Filters())
    bring(desk, HEAD + ROWS + MORE, COLUMNS)
    on = Filters(without_text=True)
    assert facets.meetings_found(reader(desk), on) == before
    assert topics.topic_counts(reader(desk), "meetings", on).equals(counted)


def test_they_stand_on_a_lane_of_their_own_but_for_those_of_a_dialogue(db: Connection) -> None:
    off, on = on_lanes.lanes(db, Filters()), on_lanes.lanes(db, Filters(without_text=True))
    assert [lane.is_apart for lane in on] == [False] * len(off) + [True]
    assert on[-1].meetings == 2
    espd = [next(lane for lane in lanes if "ESPD" in lane.short_name) for lanes in (off, on)]
    assert [lane.meetings for lane in espd] == [espd[0].meetings, espd[0].meetings + 1]
    assert espd[0].reported == espd[1].reported
    assert on_lanes.years(db, Filters(without_text=True), on[-1]).to_dict("list") == {"year": [1905, 2011], "n": [1, 1]}


def test_the_row_behind_a_meeting_is_told_as_it_was_written(db: Connection) -> None:
    ((meeting,),) = db.execute("SELECT meeting_id FROM sheet_rows WHERE external_id = 'g-2'").fetchall()
    row = sheets.row_facts(db, meeting)
    assert row is not None
    assert (row.sheet, row.number, dict(row.cells)["Land"]) == ("guests.csv", 3, "Hawaii")
    assert sheets.row_facts(db, 1) is None
