"""The lanes of the timeline by dialogue, side and kind, and the rounds that are expected, on the invented desk."""

import pytest

from parley.model import Filters
from parley.queries import lanes, timeline
from parley.queries.rounds_ahead import rounds_ahead
from parley.store import reader
from parley.store.sqlite import Connection
from tests.desk import MANY, make, settings_in

TODAY = "2026-06-01"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    return reader(make(settings_in(tmp_path_factory.mktemp("lanes")), MANY))


def test_a_meeting_of_two_sides_stands_on_the_lanes_of_both(db: Connection) -> None:
    by_side = {lane.key: lane for lane in lanes.lanes(db, Filters(), "recent", "side")}
    on = {side: set(lanes.lane_marks(db, Filters(), (by_side[side],))["meeting_id"]) for side in ("DE", "UZ", "TR")}
    call = timeline.meeting_table(db, Filters(), (), "Beispiel")["meeting_id"].iloc[0]
    assert on["DE"] == {call}
    assert call in on["UZ"]
    assert call not in on["TR"]


def test_lanes_by_kind_hold_every_meeting_once(db: Connection) -> None:
    by_kind = lanes.lanes(db, Filters(), "count", "kind")
    marks = lanes.lane_marks(db, Filters(), by_kind)
    assert marks["meeting_id"].is_unique
    assert len(marks) == sum(timeline.standing_counts(db, Filters()).values())
    assert {lane.key for lane in by_kind} >= {"dialogue", "ministerial", "summit", "call", "bilateral"}


def test_a_round_is_late_when_it_was_announced_for_a_time_that_has_passed(db: Connection) -> None:
    found = {one.series: one for one in rounds_ahead(db, Filters(), TODAY, "local")}
    espd = found["us-kz-espd"]
    assert (espd.expected.basis, espd.expected.on, espd.is_late) == ("planned", "2025", True)
    assert not {one.series: one for one in rounds_ahead(db, Filters(), "2025-12-31", "local")}["us-kz-espd"].is_late


def test_the_late_ones_come_first_and_the_filters_dates_hold_for_them(db: Connection) -> None:
    late = [one.is_late for one in rounds_ahead(db, Filters(), TODAY, "local")]
    assert late == sorted(late, reverse=True)
    assert {one.series for one in rounds_ahead(db, Filters(until="2024-12-31"), TODAY, "local")}.isdisjoint(
        {"us-kz-espd"}
    )


def test_a_dialogue_of_which_nothing_was_heard_for_years_is_silent_and_no_longer_late(db: Connection) -> None:
    found = rounds_ahead(db, Filters(), "2029-06-01", "local")
    espd = next(one for one in found if one.series == "us-kz-espd")
    assert (espd.is_late, espd.is_silent) == (False, True)
    assert [one.is_silent for one in found] == sorted(one.is_silent for one in found)
