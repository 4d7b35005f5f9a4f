"""The timeline's picture: dots for days, bars for months, a side strip for no date, and nothing on top of another."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from parley.charts.lanes import Stretch, spots_on_lane, stretch_of, time_shown
from parley.charts.timeline import LONGEST_LABEL, timeline_figure

TODAY = date(2025, 1, 1)


def figure(*meetings: dict[str, Any]) -> dict[str, Any]:
    blank = {"lane": "Talks", "start_on": None, "standing": "reported", "name": "A", "when": "no date", "articles": 1}
    frame = pd.DataFrame([{**blank, "meeting_id": n, **meeting} for n, meeting in enumerate(meetings, 1)])
    return timeline_figure(frame, list(dict.fromkeys(frame["lane"])), TODAY)


def trace_of(drawn: dict[str, Any], meeting: int) -> dict[str, Any]:
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


def test_a_crowd_without_dates_keeps_one_mark_each() -> None:
    drawn = figure(*[{} for _ in range(100)])
    places = {(x, y) for trace in drawn["data"] for x, y in zip(trace["x"], trace["y"], strict=True)}
    assert len(places) == 100


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
    blank = {"start_on": None, "standing": "reported", "name": "A", "when": "no date", "articles": 1, "meeting_id": 1}
    drawn = timeline_figure(pd.DataFrame([{"lane": "PD", **blank}]), ["PD"], TODAY, {"PD": "Partnership Dialogue"})
    assert drawn["layout"]["annotations"][0]["hovertext"] == "Partnership Dialogue"


def test_markup_in_names_is_drawn_as_the_characters_it_is() -> None:
    drawn = figure({"lane": '<a href="https://host/">x</a>', "name": "<b>bold</b>", "start_on": "2023-11-06"})
    assert "<a" not in drawn["layout"]["annotations"][0]["text"]
    assert "&lt;b&gt;bold" in trace_of(drawn, 1)["hovertext"][0]
