"""The timeline's picture: dots for days, bars for months, a side strip for no date, and nothing on top of another."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from parley.charts.lanes import Stretch, spots_on_lane, stretch_of, time_shown
from parley.charts.marks import Ring
from parley.charts.timeline import LONGEST_LABEL, timeline_figure

TODAY = date(2025, 1, 1)
BLANK = {"start_on": None, "standing": "reported", "name": "A", "when": "no date", "articles": 1, "meeting_id": 1}


def figure(*meetings: dict[str, Any]) -> dict[str, Any]:
    told = [{**BLANK, "lane": "Talks", "meeting_id": n, **meeting} for n, meeting in enumerate(meetings, 1)]
    frame = pd.DataFrame(told)
    return timeline_figure(frame, list(dict.fromkeys(frame["lane"])), TODAY)


def trace_of(drawn: dict[str, Any], meeting: int | str) -> dict[str, Any]:
    return next(trace for trace in drawn["data"] if [meeting] in trace["customdata"])


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2023-11-06", date(2023, 11, 6), date(2023, 11, 6)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_stands_for_all_the_days_it_may_mean(written: str, first: date, last: date) -> None:
    assert stretch_of(written) == Stretch(first, last)


@pytest.mark.parametrize("written", [None, "", "soon", "2023-13", float("nan")])
def test_what_is_no_date_has_no_days(written: object) -> None:
    assert stretch_of(written) is None


def test_a_known_day_is_a_dot_and_a_month_a_bar_of_its_length() -> None:
    drawn = figure({"start_on": "2023-11-06"}, {"start_on": "2023-09"})
    assert trace_of(drawn, 1)["type"] == "scatter"
    assert trace_of(drawn, 1)["x"] == ["2023-11-06"]
    bar = trace_of(drawn, 2)
    assert (bar["base"], bar["x"]) == (["2023-09-01"], [30 * 86_400_000])


def test_a_meeting_without_a_date_stands_in_the_strip_at_the_side_under_its_label() -> None:
    drawn = figure({"start_on": "2023-11-06"}, {})
    assert trace_of(drawn, 2)["xaxis"] == "x2"
    assert "No date" in [note["text"] for note in drawn["layout"]["annotations"]]
    assert drawn["layout"]["xaxis"]["domain"][1] < drawn["layout"]["xaxis2"]["domain"][0]


def test_there_is_no_strip_at_the_side_when_every_meeting_has_a_date() -> None:
    assert "xaxis2" not in figure({"start_on": "2023"})["layout"]


def test_planned_meetings_are_hollow_and_recalled_ones_have_a_shape_of_their_own() -> None:
    days = [{"start_on": "2023-11-06", "standing": s} for s in ("reported", "referred", "planned", "cancelled")]
    symbols = [trace_of(figure(*days), n)["marker"]["symbol"] for n in (1, 2, 3, 4)]
    assert len(set(symbols)) == 4
    assert symbols[2].endswith("-open")
    assert trace_of(figure({"start_on": "2023-11", "standing": "planned"}), 1)["marker"]["color"] == "rgba(0,0,0,0)"


def test_meetings_of_one_day_stand_below_each_other() -> None:
    spots = spots_on_lane([stretch_of("2023-11-06")] * 3, (date(2023, 1, 1), date(2023, 12, 31)))
    assert [spot.row for spot in spots] == [0, 1, 2]


def test_lanes_follow_each_other_without_touching() -> None:
    drawn = figure(*[{"lane": f"Lane {n // 3}", "start_on": "2023-11-06"} for n in range(9)])
    tops = [note["y"] for note in drawn["layout"]["annotations"]]
    marks = sorted(y for trace in drawn["data"] for y in trace["y"])
    assert all(max(marks[n * 3 : n * 3 + 3]) < tops[n + 1] for n in range(2))
    assert all(min(marks[n * 3 : n * 3 + 3]) > tops[n] for n in range(3))


def test_a_crowd_without_dates_shares_spots_and_each_spot_opens_all_that_stand_on_it() -> None:
    drawn = figure(*[{} for _ in range(100)])
    on_spot: dict[tuple[float, float], set[str]] = {}
    for trace in drawn["data"]:
        for x, y, (keys,) in zip(trace["x"], trace["y"], trace["customdata"], strict=True):
            on_spot.setdefault((x, y), set()).add(str(keys))
    assert all(len(keys) == 1 for keys in on_spot.values())
    opened = [meeting for (keys,) in on_spot.values() for meeting in keys.split(",")]
    assert sorted(opened, key=int) == [str(n) for n in range(1, 101)]


def test_meetings_of_one_day_beyond_the_rows_of_a_lane_are_opened_together() -> None:
    drawn = figure(*[{"start_on": "2023-11-06", "name": f"Round {n}"} for n in range(8)])
    keys = {str(key) for trace in drawn["data"] for (key,) in trace["customdata"]}
    assert keys == {"1,7,8", "2", "3", "4", "5", "6"}
    assert "3 on this spot" in trace_of(drawn, "1,7,8")["hovertext"][0]


RING = Ring("round:talks", "Talks", "2024-05", "cadence", is_late=True, hover=("Talks: next round", "about May 2024"))


def test_an_expected_round_is_a_ring_in_the_middle_of_its_month_with_a_shape_of_its_own() -> None:
    held = pd.DataFrame([{**BLANK, "lane": "Talks", "start_on": "2023-11-06"}])
    drawn = timeline_figure(held, ["Talks"], TODAY, rings=[RING])
    ring = trace_of(drawn, "round:talks")
    assert ring["x"] == ["2024-05-16"]
    assert ring["marker"]["symbol"] not in {trace_of(drawn, 1)["marker"]["symbol"], "circle-open"}


def test_a_late_round_says_so_beside_its_ring_and_beside_the_mark_of_its_announcement() -> None:
    planned = pd.DataFrame([{**BLANK, "lane": "Talks", "start_on": "2023-11-06", "standing": "planned"}])
    drawn = timeline_figure(planned, ["Talks"], TODAY, rings=[RING], late=frozenset({1}))
    assert trace_of(drawn, "round:talks")["text"] == [" late"]
    assert trace_of(drawn, 1)["text"] == [" late"]
    assert "text" not in trace_of(timeline_figure(planned, ["Talks"], TODAY), 1)


def test_the_axis_reaches_to_today_and_leaves_room_at_both_ends() -> None:
    first, last = time_shown([stretch_of("2023-11-06")], TODAY) or (TODAY, TODAY)
    assert first < date(2023, 11, 6)
    assert last > TODAY
    assert time_shown([None], TODAY) is None


def test_a_lone_meeting_of_long_ago_has_a_year_around_it_and_no_empty_stretch_to_today() -> None:
    first, last = time_shown([stretch_of("2012-06-18")], TODAY) or (TODAY, TODAY)
    assert 363 <= (last - first).days <= 366
    assert first < date(2012, 6, 18) < last
    shapes = figure({"start_on": "2012-06-18"})["layout"]["shapes"]
    assert not [shape for shape in shapes if shape.get("x0") == TODAY.isoformat()]


def test_a_few_years_are_marked_by_the_year_so_that_no_label_touches_the_next_on_a_phone() -> None:
    axis = figure({"start_on": "2023-03-06"})["layout"]["xaxis"]
    assert (axis["dtick"], axis["tickformat"]) == ("M12", "%Y")
    assert figure({"start_on": "2010-11-06"})["layout"]["xaxis"]["nticks"] <= 5


def test_long_names_are_shortened_for_a_narrow_screen() -> None:
    label = figure({"lane": "Consultations of " * 9})["layout"]["annotations"][0]
    assert len(label["text"]) <= LONGEST_LABEL + len("<b></b>")
    assert label["hovertext"] == "Consultations of " * 9


def test_the_pointer_on_a_lane_shows_the_full_name_of_its_dialogue() -> None:
    drawn = timeline_figure(pd.DataFrame([{"lane": "PD", **BLANK}]), ["PD"], TODAY, {"PD": "Partnership Dialogue"})
    assert drawn["layout"]["annotations"][0]["hovertext"] == "Partnership Dialogue"


def test_markup_in_names_is_drawn_as_the_characters_it_is() -> None:
    drawn = figure({"lane": '<a href="https://host/">x</a>', "name": "<b>bold</b>", "start_on": "2023-11-06"})
    assert "<a" not in drawn["layout"]["annotations"][0]["text"]
    assert "&lt;b&gt;bold" in trace_of(drawn, 1)["hovertext"][0]
