"""Bars: topics by how often they were discussed, against the window before, and meetings over time."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from parley.charts.theme import GREYS, OTHER, SERIES_COLOURS, Figure, colour_of, layout, safe, shortened

ROW = 37
UPPER, LOWER, THICK = 0.24, 0.18, 0.4
"""Within a row of 1: the name stands above the middle, the bar below it."""
MOST_NUMBERED = 18
"""More bars in a row than this leave no room for numbers over them; the table and the pointer still tell."""
TREND_ROW, ROOM_FOR_NUMBERS = 95, 1.4
LONGEST_LABEL = 52
TOO_NEAR = 0.12
"""A dot within this share of the longest row beyond a bar's end stands on the bar's number."""
FEWEST_YEARS, MANY_YEARS, FIVE_YEARS_MARKED = 5, 9, 20
NAME_WIDTH = 46
QUARTER_WIDTH = 75 * 24 * 3600 * 1000
"""Milliseconds: a quarter's bar, a little less than its 91 days."""


def topic_bars(counts: pd.DataFrame, before: pd.Series | None = None) -> Figure:
    """A bar a topic under its name, coloured by group, the first on top; `before` (by topic) marks the earlier window.

    `counts` has topic, label, topic_group, n. The customdata is the topic, with "|before" on the marks.
    """
    places = list(range(len(counts), 0, -1))
    bars: Figure = {
        "type": "bar",
        "orientation": "h",
        "x": counts["n"].to_list(),
        "y": [place - LOWER for place in places],
        "width": THICK,
        "text": ["" if near else f"{n:,}" for n, near in zip(counts["n"], _near(counts, before), strict=True)],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": [colour_of(group) for group in counts["topic_group"]]},
        "unselected": {"marker": {"opacity": 0.4}},
        "customdata": counts["topic"].to_list(),
        "hovertext": [f"{safe(label)}: {n:,}" for label, n in zip(counts["label"], counts["n"], strict=True)],
        "hoverinfo": "text",
    }
    marks = [] if before is None else [_marks(counts, before, places), _past_the_dot(counts, before, places)]
    figure = layout(ROW * len(counts) + 20)
    figure["yaxis"] |= {"showticklabels": False, "range": [0.4, len(counts) + 0.6]}
    figure["xaxis"] |= {"showticklabels": False, "rangemode": "tozero"}
    return {"data": [bars, *marks, _names(counts, places)], "layout": figure}


def _near(counts: pd.DataFrame, before: pd.Series | None) -> list[bool]:
    """Whether the earlier window's dot stands where the number at the bar's end would, so that it would cover it."""
    if before is None:
        return [False] * len(counts)
    then = [int(before.get(topic, -1)) for topic in counts["topic"]]
    room = TOO_NEAR * max([*counts["n"], *then])
    return [n <= dot <= n + room for n, dot in zip(counts["n"], then, strict=True)]


def _past_the_dot(counts: pd.DataFrame, before: pd.Series, places: list[int]) -> Figure:
    """The numbers for which there is no room at the end of their bars: to the right of the dot."""
    rows = zip(counts["topic"], counts["n"], places, _near(counts, before), strict=True)
    moved = [(int(before[topic]), place, f"\u2002{n:,}") for topic, n, place, near in rows if near]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, *_ in moved],
        "y": [place - LOWER for _, place, _ in moved],
        "text": [text for *_, text in moved],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _names(counts: pd.DataFrame, places: list[int]) -> Figure:
    """The topics' names above their bars: on a phone, names beside the bars would leave the bars no room."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(counts),
        "y": [place + UPPER for place in places],
        "text": [safe(label) for label in counts["label"]],
        "textposition": "middle right",
        "cliponaxis": False,
        "customdata": counts["topic"].to_list(),
        "hoverinfo": "skip",
    }


def _marks(counts: pd.DataFrame, before: pd.Series, places: list[int]) -> Figure:
    """A grey dot where the earlier window stood; none where the topic did not come up then."""
    named = zip(counts["topic"], counts["label"], places, strict=True)
    then = [(topic, label, int(before.get(topic, 0)), place) for topic, label, place in named if topic in before]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [n for _, _, n, _ in then],
        "y": [place - LOWER for *_, place in then],
        "marker": {"size": 10, "color": OTHER, "line": {"width": 2, "color": "#ffffff"}},
        "customdata": [f"{topic}|before" for topic, *_ in then],
        "hovertext": [f"{safe(label)}, before: {n:,}" for _, label, n, _ in then],
        "hoverinfo": "text",
    }


def quarter_bars(counts: pd.DataFrame, order: Sequence[str], greys: int = 0) -> Figure:
    """Meetings a quarter, stacked by dialogue in this order (`label`s), the last `greys` of them in grey.

    `counts` has period (`yyyyq`), label, n, and `full`, the name in full for the pointer. The customdata is
    "period|label".
    """
    stacks = [
        _stack(counts[counts["label"] == label], label, colour)
        for label, colour in zip(order, series_colours(len(order), greys), strict=True)
    ]
    figure = layout(330, barmode="stack", showlegend=len(stacks) > 1)
    figure["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "xanchor": "left"}
    figure["legend"] |= {"itemclick": False, "itemdoubleclick": False, "traceorder": "normal"}
    figure["xaxis"] |= years_around(counts["period"])
    figure["yaxis"] |= {"dtick": _whole_steps(counts), "rangemode": "tozero", "showgrid": True}
    return {"data": stacks, "layout": figure}


def series_colours(number: int, greys: int) -> list[str]:
    """A colour for each of so many series, the last of them greys."""
    coloured = [SERIES_COLOURS[n % len(SERIES_COLOURS)] for n in range(number - greys)]
    return coloured + list(GREYS[:greys])


def _stack(rows: pd.DataFrame, label: str, colour: str) -> Figure:
    named = zip(rows["full"], rows["period"], rows["n"], strict=True)
    said = ["<br>".join([*map(safe, wrap(full, NAME_WIDTH)), f"{quarter_name(p)}: {n:,}"]) for full, p, n in named]
    return {
        "type": "bar",
        "name": safe(shortened(label, LONGEST_LABEL)),
        "x": [middle_of(period) for period in rows["period"]],
        "y": rows["n"].to_list(),
        "width": QUARTER_WIDTH,
        "marker": {"color": colour},
        "customdata": [f"{period}|{label}" for period in rows["period"]],
        "hovertext": said,
        "hoverinfo": "text",
    }


def _whole_steps(counts: pd.DataFrame) -> int:
    """A round step between grid lines that leaves about four, in whole meetings."""
    most = int(counts.groupby("period")["n"].sum().max()) if len(counts) else 1
    return next(step * power for power in (1, 10, 100, 1000) for step in (1, 2, 5) if step * power * 5 >= most)


def quarter_name(period: int) -> str:
    """ "Q4 2023" for 20234."""
    year, quarter = divmod(int(period), 10)
    return f"Q{quarter} {year}"


def middle_of(period: int) -> str:
    """The middle of a quarter as an ISO date: where its bar stands."""
    year, quarter = divmod(int(period), 10)
    return f"{year}-{quarter * 3 - 1:02d}-15"


def years_around(periods: pd.Series) -> Figure:
    """The axis of quarters (`yyyyq`): whole years, and so many of them that a single bar stays a bar."""
    first, last = int(periods.min()) // 10, int(periods.max()) // 10
    short = max(0, FEWEST_YEARS - (last - first + 1))
    first, last = first - (short + 1) // 2, last + short // 2
    years = last - first + 1
    step = 12 if years <= MANY_YEARS else 24 if years <= FIVE_YEARS_MARKED else 60
    return {
        "type": "date",
        "range": [f"{first}-01-01", f"{last}-12-31"],
        "tickformat": "%Y",
        "dtick": f"M{step}",
        "tick0": f"{first if step < 60 else -(-first // 5) * 5}-01-01",
        "ticklabelmode": "period" if step == 12 else "instant",
    }


def trend_bars(trend: pd.DataFrame, topics: Sequence[str], step: str) -> Figure:
    """A small row of bars a topic, one above the other on one scale and one time; the customdata is "topic|period".

    `trend` has topic, label, topic_group, period (`yyyyq` or `yyyy`), n; `topics` are in the order of the rows.
    """
    figure = layout(TREND_ROW * len(topics) + 60)
    share = 1 / max(1, len(topics))
    most = int(trend["n"].max()) if len(trend) else 1
    numbered = trend["period"].nunique() <= MOST_NUMBERED
    data, notes = [], []
    for n, topic in enumerate(topics):
        rows, axis = trend[trend["topic"] == topic], "" if n == 0 else str(n + 1)
        top = 1 - n * share
        figure[f"yaxis{axis}"] = figure["yaxis"] | {
            "domain": [top - share * 0.9, top - share * 0.22],
            "range": [0, most * ROOM_FOR_NUMBERS],
            "showticklabels": False,
            "zeroline": True,
        }
        data.append(_small_bars(rows, topic, f"y{axis}", step, numbered=numbered))
        label = rows["label"].iloc[0] if len(rows) else topic
        notes.append(_row_title(str(label), top))
    last = f"y{len(topics)}" if len(topics) > 1 else "y"
    quarters = trend["period"] if step == "quarter" else trend["period"] * 10 + 1
    figure["xaxis"] |= {**(years_around(quarters) if len(trend) else {"type": "date"}), "anchor": last}
    figure["annotations"] = notes
    return {"data": data, "layout": figure}


def _row_title(label: str, top: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "top"}
    return {"text": safe(label), "showarrow": False, "font": {"size": 13}, **place}


def _small_bars(rows: pd.DataFrame, topic: str, axis: str, step: str, *, numbered: bool) -> Figure:
    names = [quarter_name(p) if step == "quarter" else str(p) for p in rows["period"]]
    colour = colour_of(rows["topic_group"].iloc[0]) if len(rows) else OTHER
    return {
        "type": "bar",
        "x": [middle_of(p) if step == "quarter" else f"{p}-07-01" for p in rows["period"]],
        "y": rows["n"].to_list(),
        "yaxis": axis,
        "width": QUARTER_WIDTH if step == "quarter" else QUARTER_WIDTH * 4,
        "text": [f"{n:,}" for n in rows["n"]] if numbered else None,
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colour},
        "customdata": [f"{topic}|{period}" for period in rows["period"]],
        "hovertext": [f"{name}: {n:,}" for name, n in zip(names, rows["n"], strict=True)],
        "hoverinfo": "text",
    }
