"""Bars: topics by how often they were discussed, against the window before, and meetings over time."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from parley.charts.theme import OTHER, SERIES_COLOURS, Figure, colour_of, layout, safe, shortened

ROW = 27
LONGEST_LABEL = 32
QUARTER_WIDTH = 75 * 24 * 3600 * 1000
"""Milliseconds: a quarter's bar, a little less than its 91 days."""


def topic_bars(counts: pd.DataFrame, before: pd.Series | None = None) -> Figure:
    """A bar a topic, coloured by group, the most frequent on top; `before` (by topic) marks the earlier window.

    `counts` has topic, label, topic_group, n. The customdata is the topic, with "|before" on the marks.
    """
    rows = counts.iloc[::-1]
    bars: Figure = {
        "type": "bar",
        "orientation": "h",
        "x": rows["n"].to_list(),
        "y": rows["topic"].to_list(),
        "text": [f"{n:,}" for n in rows["n"]],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": [colour_of(group) for group in rows["topic_group"]]},
        "customdata": rows["topic"].to_list(),
        "hovertext": [f"{safe(label)}: {n:,}" for label, n in zip(rows["label"], rows["n"], strict=True)],
        "hoverinfo": "text",
    }
    marks = [] if before is None else [_marks(rows, before)]
    figure = layout(max(120, ROW * len(rows) + 30))
    figure["yaxis"] |= {
        "tickvals": rows["topic"].to_list(),
        "ticktext": [safe(shortened(label, LONGEST_LABEL)) for label in rows["label"]],
        "ticksuffix": "  ",
    }
    figure["xaxis"] |= {"showticklabels": False, "rangemode": "tozero"}
    return {"data": [bars, *marks], "layout": figure}


def _marks(rows: pd.DataFrame, before: pd.Series) -> Figure:
    """An upright stroke where the earlier window stood."""
    then = [int(before.get(topic, 0)) for topic in rows["topic"]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": then,
        "y": rows["topic"].to_list(),
        "marker": {"symbol": "line-ns", "size": 15, "line": {"width": 2.5, "color": OTHER}},
        "customdata": [f"{topic}|before" for topic in rows["topic"]],
        "hovertext": [f"{safe(label)}, before: {n:,}" for label, n in zip(rows["label"], then, strict=True)],
        "hoverinfo": "text",
    }


def quarter_bars(counts: pd.DataFrame, order: Sequence[str]) -> Figure:
    """Meetings a quarter, stacked by dialogue in this order (`label`s); the customdata is "period|label".

    `counts` has period (`yyyyq`), label, n.
    """
    stacks = [
        _stack(counts[counts["label"] == label], label, SERIES_COLOURS[n] if n < len(SERIES_COLOURS) else OTHER)
        for n, label in enumerate(order)
    ]
    figure = layout(330, barmode="stack", showlegend=len(stacks) > 1)
    figure["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "xanchor": "left"}
    figure["legend"] |= {"itemclick": False, "itemdoubleclick": False, "traceorder": "normal"}
    figure["xaxis"] |= {"type": "date", "hoverformat": "%Y"}
    figure["yaxis"] |= {"dtick": _whole_steps(counts), "rangemode": "tozero", "showgrid": True}
    return {"data": stacks, "layout": figure}


def _stack(rows: pd.DataFrame, label: str, colour: str) -> Figure:
    said = [f"{safe(label)}, {quarter_name(p)}: {n:,}" for p, n in zip(rows["period"], rows["n"], strict=True)]
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
    """A step between grid lines that leaves about four, in whole meetings."""
    most = int(counts.groupby("period")["n"].sum().max()) if len(counts) else 1
    return max(1, -(-most // 4))


def quarter_name(period: int) -> str:
    """ "Q4 2023" for 20234."""
    year, quarter = divmod(int(period), 10)
    return f"Q{quarter} {year}"


def middle_of(period: int) -> str:
    """The middle of a quarter as an ISO date: where its bar stands."""
    year, quarter = divmod(int(period), 10)
    return f"{year}-{quarter * 3 - 1:02d}-15"


def trend_bars(trend: pd.DataFrame, topics: Sequence[str], step: str) -> Figure:
    """A small row of bars a topic, one above the other on one scale and one time; the customdata is "topic|period".

    `trend` has topic, label, topic_group, period (`yyyyq` or `yyyy`), n; `topics` are in the order of the rows.
    """
    figure = layout(70 * len(topics) + 60)
    share = 1 / max(1, len(topics))
    most = int(trend["n"].max()) if len(trend) else 1
    data, notes = [], []
    for n, topic in enumerate(topics):
        rows, axis = trend[trend["topic"] == topic], "" if n == 0 else str(n + 1)
        top = 1 - n * share
        figure[f"yaxis{axis}"] = figure["yaxis"] | {
            "domain": [top - share * 0.62, top - share * 0.06],
            "range": [0, most * 1.15],
            "showticklabels": False,
        }
        data.append(_small_bars(rows, topic, f"y{axis}", step))
        label = rows["label"].iloc[0] if len(rows) else topic
        notes.append(_row_title(str(label), top))
    last = f"y{len(topics)}" if len(topics) > 1 else "y"
    figure["xaxis"] |= {"type": "date", "anchor": last}
    figure["annotations"] = notes
    return {"data": data, "layout": figure}


def _row_title(label: str, top: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "middle"}
    return {"text": safe(label), "showarrow": False, "font": {"size": 13}, **place}


def _small_bars(rows: pd.DataFrame, topic: str, axis: str, step: str) -> Figure:
    names = [quarter_name(p) if step == "quarter" else str(p) for p in rows["period"]]
    colour = colour_of(rows["topic_group"].iloc[0]) if len(rows) else OTHER
    return {
        "type": "bar",
        "x": [middle_of(p) if step == "quarter" else f"{p}-07-01" for p in rows["period"]],
        "y": rows["n"].to_list(),
        "yaxis": axis,
        "width": QUARTER_WIDTH if step == "quarter" else QUARTER_WIDTH * 4,
        "text": [f"{n:,}" for n in rows["n"]],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colour},
        "customdata": [f"{topic}|{period}" for period in rows["period"]],
        "hovertext": [f"{name}: {n:,}" for name, n in zip(names, rows["n"], strict=True)],
        "hoverinfo": "text",
    }
