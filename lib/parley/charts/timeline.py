"""Meetings on lanes: a dot for a known day, a bar for a month, quarter or year, a strip at the side for no date."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd

from parley.charts.lanes import Spot, Stretch, spots_on_lane, stretch_of, time_shown
from parley.charts.theme import OTHER, SERIES_COLOURS, Figure, layout, safe, shortened

LABEL_HEIGHT, ROW_HEIGHT, LANE_GAP, BAR_HEIGHT = 22, 18, 12, 12
TOP, BOTTOM = 34, 8
LONGEST_LABEL = 42
LONGEST_NAME, NAME_WIDTH = 110, 46
MONTHS_MARKED_DAYS, YEARS_MARKED_DAYS = 550, 2600
"""A year and a half, up to which months are marked, and seven, from which plotly marks every other year or fewer."""

LINE = "rgba(128, 128, 128, 0.28)"

SHAPES = {
    "reported": {"symbol": "circle", "size": 12, "filled": True, "colour": SERIES_COLOURS[0]},
    "referred": {"symbol": "diamond", "size": 10, "filled": True, "colour": OTHER},
    "planned": {"symbol": "circle-open", "size": 12, "filled": False, "colour": SERIES_COLOURS[0]},
    "cancelled": {"symbol": "x-thin-open", "size": 9, "filled": False, "colour": OTHER},
    "no_text": {"symbol": "square-open", "size": 9, "filled": False, "colour": OTHER},
}
"""How each standing of a meeting looks: told apart by shape and fill first, by colour second."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One meeting with its place in the picture; `y` in pixels from the top."""

    meeting: int
    standing: str
    stretch: Stretch | None
    spot: Spot
    y: float
    hover: str


def timeline_figure(
    meetings: pd.DataFrame, lanes: Sequence[str], today: date, full: Mapping[str, str] | None = None
) -> Figure:
    """The timeline of `lanes`, top to bottom, as a plotly figure; `full` has the names that the pointer shows.

    `meetings` has the columns meeting_id, lane, start_on, standing (a key of SHAPES), name, when, articles. Each mark
    carries its meeting's id as customdata.
    """
    rows = meetings[meetings["lane"].isin(list(lanes))].to_dict("records")
    shown = time_shown([stretch_of(row["start_on"]) for row in rows], today)
    placed, labels, height = _place(rows, lanes, shown)
    has_side = any(p.stretch is None for p in placed)
    return {
        "data": _traces(placed),
        "layout": _layout(
            [(name, top, (full or {}).get(name, name)) for name, top in labels], height, shown, has_side, today
        ),
    }


def _place(
    rows: Sequence[Mapping[Hashable, Any]], lanes: Sequence[str], shown: tuple[date, date] | None
) -> tuple[list[Placed], list[tuple[str, float]], float]:
    """Every meeting in its lane, each lane's label with its top edge, and the height of it all."""
    placed, labels, top = [], [], 0.0
    for lane in lanes:
        here = [row for row in rows if row["lane"] == lane]
        stretches = [stretch_of(row["start_on"]) for row in here]
        spots = spots_on_lane(stretches, shown)
        labels.append((lane, top))
        for row, stretch, spot in zip(here, stretches, spots, strict=True):
            y = top + LABEL_HEIGHT + (spot.row + 0.5) * ROW_HEIGHT
            placed.append(Placed(int(row["meeting_id"]), row["standing"], stretch, spot, y, _hover(row)))
        top += LABEL_HEIGHT + (max((s.row for s in spots), default=0) + 1) * ROW_HEIGHT + LANE_GAP
    return placed, labels, top


def _hover(row: Mapping[Hashable, Any]) -> str:
    articles = "1 article" if row["articles"] == 1 else f"{row['articles']} articles"
    articles = "no text" if row["standing"] == "no_text" else articles
    name = "<br>".join(map(safe, wrap(shortened(row["name"], LONGEST_NAME), NAME_WIDTH)))
    return f"<b>{name}</b><br>{safe(row['when'])}<br>{articles}"


def _traces(placed: Sequence[Placed]) -> list[dict[str, Any]]:
    traces = []
    for standing in SHAPES:
        mine = [p for p in placed if p.standing == standing]
        bars = [p for p in mine if p.stretch and not p.stretch.is_day]
        days = [p for p in mine if p.stretch and p.stretch.is_day]
        side = [p for p in mine if p.stretch is None]
        traces += [_bars(standing, bars)] if bars else []
        traces += [_dots(standing, days, [_first(p).isoformat() for p in days], "x")] if days else []
        traces += [_dots(standing, side, [p.spot.side for p in side], "x2")] if side else []
    return traces


def _first(placed: Placed) -> date:
    assert placed.stretch
    return placed.stretch.first


def _bars(standing: str, placed: Sequence[Placed]) -> dict[str, Any]:
    """A bar from the first possible day to the last; its outline keeps a month visible on an axis of decades."""
    day = 86_400_000
    spans = [(p.stretch.first, p.stretch.last) for p in placed if p.stretch]
    shape = SHAPES[standing]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [first.isoformat() for first, _ in spans],
        "x": [((last - first).days + 1) * day for first, last in spans],
        "width": [BAR_HEIGHT] * len(placed),
        "marker": {
            "color": shape["colour"] if shape["filled"] else "rgba(0,0,0,0)",
            "opacity": 0.75,
            "line": {"color": shape["colour"], "width": 2},
        },
        **_shared(placed),
    }


def _dots(standing: str, placed: Sequence[Placed], x: Sequence[str | float | None], axis: str) -> dict[str, Any]:
    shape = SHAPES[standing]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(x),
        "xaxis": axis,
        "marker": {
            "symbol": shape["symbol"],
            "size": shape["size"],
            "color": shape["colour"],
            "opacity": 0.9,
            "line": {"width": 2 if not shape["filled"] else 0, "color": shape["colour"]},
        },
        **_shared(placed),
    }


def _shared(placed: Sequence[Placed]) -> dict[str, Any]:
    return {
        "y": [p.y for p in placed],
        "customdata": [[p.meeting] for p in placed],
        "hovertext": [p.hover for p in placed],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _layout(
    labels: Sequence[tuple[str, float, str]],
    height: float,
    shown: tuple[date, date] | None,
    has_side: bool,
    today: date,
) -> dict[str, Any]:
    edge = 0.0 if not shown else 0.87 if has_side else 1.0
    notes = [_label(*label) for label in labels]
    drawn: Figure = {
        "margin": {"l": 4, "r": 4, "t": TOP, "b": BOTTOM},
        "barmode": "overlay",
        "hovermode": "closest",
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "annotations": [*notes, _side_title(edge)] if has_side else notes,
        "shapes": [_rule(top) for _, top, _ in labels[1:]],
    }
    if shown:
        drawn["xaxis"] = _time_axis(shown, edge)
        drawn["shapes"] += [_today(today)] if shown[0] <= today <= shown[1] else []
    if has_side:
        domain = [edge + 0.02 if shown else 0, 1]
        drawn["xaxis2"] = {"domain": domain, "range": [0, 1], "visible": False, "fixedrange": True}
        drawn["shapes"].append(_side_ground(edge))
    return layout(int(height) + TOP + BOTTOM, **drawn)


def _time_axis(shown: tuple[date, date], edge: float) -> dict[str, Any]:
    """The axis in years. A few years would be marked by months, whose names run into each other on a phone."""
    few_years = MONTHS_MARKED_DAYS < (shown[1] - shown[0]).days < YEARS_MARKED_DAYS
    yearly = {"dtick": "M12", "tick0": f"{shown[0].year}-01-01", "tickformat": "%Y"} if few_years else {"nticks": 5}
    return {
        "type": "date",
        "domain": [0, edge],
        "range": [day.isoformat() for day in shown],
        "fixedrange": True,
        "showgrid": True,
        "gridcolor": LINE,
        "zeroline": False,
        "side": "top",
        "tickangle": 0,
        **yearly,
    }


def _label(name: str, top: float, full: str) -> dict[str, Any]:
    """A lane's name above its marks, at the left edge: it can never meet another lane's."""
    return {
        "text": f"<b>{safe(shortened(name, LONGEST_LABEL))}</b>",
        "hovertext": safe(full),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "y",
        "y": top + 2,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 13},
    }


def _rule(top: float) -> dict[str, Any]:
    y = top - LANE_GAP / 2
    line = {"color": LINE, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y, "y1": y, "line": line}


def _today(today: date) -> dict[str, Any]:
    line = {"color": OTHER, "width": 1, "dash": "dot"}
    day = today.isoformat()
    return {"type": "line", "xref": "x", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _side_title(edge: float) -> dict[str, Any]:
    return {
        "text": "No date",
        "xref": "paper",
        "x": (edge + 1.01) / 2,
        "xanchor": "center",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12},
    }


def _side_ground(edge: float) -> dict[str, Any]:
    place = {"xref": "paper", "x0": edge + 0.01, "x1": 1, "yref": "paper", "y0": 0, "y1": 1}
    return {
        "type": "rect",
        "layer": "below",
        "line": {"width": 0},
        "fillcolor": LINE,
        "opacity": 0.4,
        **place,
    }
