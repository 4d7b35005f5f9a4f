"""What the bars show, from small tables."""

import pandas as pd
import pytest

from parley.charts.bars import (
    middle_of,
    quarter_bars,
    quarter_name,
    series_colours,
    topic_bars,
    trend_bars,
    years_around,
)
from parley.charts.theme import GREYS, GROUP_COLOURS, SERIES_COLOURS

COUNTS = pd.DataFrame(
    {
        "topic": ["trade", "climate"],
        "label": ["Trade <b>", "Climate change"],
        "topic_group": ["economy", "energy and environment"],
        "n": [1400, 3],
    }
)
QUARTERS = pd.DataFrame(
    {
        "period": [20191, 20234, 20234],
        "label": ["C5+1", "C5+1", "One-off"],
        "full": ["C5+1 of six <b>states", "C5+1 of six <b>states", "One-off"],
        "n": [1, 2, 3],
    }
)
TREND = pd.DataFrame(
    {
        "topic": ["trade", "trade", "climate"],
        "label": ["Trade", "Trade", "Climate"],
        "topic_group": ["economy", "economy", "energy and environment"],
        "period": [2022, 2023, 2023],
        "n": [1, 4, 2],
    }
)


def test_a_topic_has_a_bar_in_the_colour_of_its_group_with_its_number() -> None:
    bars = topic_bars(COUNTS)["data"][0]
    assert bars["x"] == [1400, 3]
    assert bars["text"] == ["1,400", "3"]
    assert bars["marker"]["color"] == [GROUP_COLOURS["economy"], GROUP_COLOURS["energy and environment"]]
    assert bars["customdata"] == ["trade", "climate"]


def test_the_first_topic_stands_on_top_under_its_name() -> None:
    bars, names = topic_bars(COUNTS)["data"]
    assert bars["y"][0] > bars["y"][1]
    assert all(bar < name for bar, name in zip(bars["y"], names["y"], strict=True))
    assert names["text"] == ["Trade &lt;b&gt;", "Climate change"]


def test_a_dot_marks_the_window_before_where_the_topic_came_up_then() -> None:
    marks = topic_bars(COUNTS, pd.Series({"trade": 9}))["data"][1]
    assert (marks["x"], marks["customdata"]) == ([9], ["trade|before"])
    assert marks["y"] == topic_bars(COUNTS)["data"][0]["y"][:1]


def test_meetings_stack_by_dialogue_at_the_middle_of_their_quarter() -> None:
    figure = quarter_bars(QUARTERS, ["C5+1", "One-off"], greys=1)
    standing, one_off = figure["data"]
    assert (standing["x"], standing["y"]) == (["2019-02-15", "2023-11-15"], [1, 2])
    assert standing["customdata"] == ["20191|C5+1", "20234|C5+1"]
    assert one_off["marker"]["color"] == GREYS[0]
    assert figure["layout"]["barmode"] == "stack"


def test_one_dialogue_needs_no_legend() -> None:
    assert quarter_bars(QUARTERS, ["C5+1"])["layout"]["showlegend"] is False
    assert quarter_bars(QUARTERS, ["C5+1", "One-off"])["layout"]["showlegend"] is True


def test_meetings_are_counted_in_whole_steps() -> None:
    assert quarter_bars(QUARTERS, ["C5+1"])["layout"]["yaxis"]["dtick"] == 1


def test_a_single_quarter_lies_among_five_years() -> None:
    assert years_around(pd.Series([20234]))["range"] == ["2021-01-01", "2025-12-31"]
    assert years_around(pd.Series([20122, 20251]))["range"] == ["2012-01-01", "2025-12-31"]


def test_the_colours_of_series_end_in_greys() -> None:
    assert series_colours(3, 1) == [*SERIES_COLOURS[:2], GREYS[0]]


def test_topics_over_time_share_one_scale() -> None:
    figure = trend_bars(TREND, ["trade", "climate"], "year")
    assert figure["layout"]["yaxis"]["range"] == figure["layout"]["yaxis2"]["range"] == [0, 5.6]
    assert [row["yaxis"] for row in figure["data"]] == ["y", "y2"]
    assert figure["data"][0]["customdata"] == ["trade|2022", "trade|2023"]
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["Trade", "Climate"]


@pytest.mark.parametrize(
    ("period", "name", "middle"), [(20234, "Q4 2023", "2023-11-15"), (20121, "Q1 2012", "2012-02-15")]
)
def test_a_quarter_has_a_name_and_a_middle(period: int, name: str, middle: str) -> None:
    assert (quarter_name(period), middle_of(period)) == (name, middle)


@pytest.mark.parametrize(("most", "step"), [(1, 1), (5, 1), (6, 2), (44, 10), (51, 20), (230, 50)])
def test_grid_lines_stand_at_round_numbers(most: int, step: int) -> None:
    counts = pd.DataFrame({"period": [20231], "label": ["C5+1"], "full": "C5+1", "n": [most]})
    assert quarter_bars(counts, ["C5+1"])["layout"]["yaxis"]["dtick"] == step


def test_numbers_stand_over_bars_only_where_there_is_room() -> None:
    many = pd.concat([TREND.head(1).assign(period=year) for year in range(1990, 2020)])
    assert trend_bars(TREND, ["trade"], "year")["data"][0]["text"] == ["1", "4"]
    assert trend_bars(many, ["trade"], "year")["data"][0]["text"] is None


def test_the_pointer_shows_a_dialogue_in_full_and_never_as_markup() -> None:
    standing = quarter_bars(QUARTERS, ["C5+1", "One-off"], greys=1)["data"][0]
    assert standing["hovertext"] == [
        "C5+1 of six &lt;b&gt;states<br>Q1 2019: 1",
        "C5+1 of six &lt;b&gt;states<br>Q4 2023: 2",
    ]


def test_a_long_kazakh_name_is_cut_in_the_legend_and_in_lines_under_the_pointer() -> None:
    name = "Қазақстан Республикасы мен Еуропалық одақ арасындағы ынтымақтастық кеңесінің кеңейтілген отырысы"
    counts = pd.DataFrame({"period": [20234], "label": [name], "full": [name], "n": [1]})
    drawn = quarter_bars(counts, [name])["data"][0]
    assert len(drawn["name"]) <= 52
    assert drawn["name"].endswith("…")
    assert drawn["hovertext"][0].replace("<br>", " ") == f"{name} Q4 2023: 1"
    assert max(map(len, drawn["hovertext"][0].split("<br>"))) <= 46


def test_a_long_record_is_marked_every_five_years() -> None:
    axis = years_around(pd.Series([19971, 20261]))
    assert (axis["dtick"], axis["tick0"]) == ("M60", "2000-01-01")


def test_one_year_of_a_trend_is_a_bar_among_five_years() -> None:
    assert trend_bars(TREND[TREND["period"] == 2023], ["trade"], "year")["layout"]["xaxis"]["range"][0] == "2021-01-01"


def test_a_number_that_the_dot_would_cover_stands_past_the_dot() -> None:
    bars, _, past, _ = topic_bars(COUNTS, pd.Series({"trade": 1450, "climate": 900}))["data"]
    assert bars["text"] == ["", "3"]
    assert (past["x"], past["text"]) == ([1450], ["\u20021,400"])
