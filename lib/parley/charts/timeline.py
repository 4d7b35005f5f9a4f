"""Meetings on lanes: a dot for a known day, a bar for a month, quarter or year, a strip at the side for no date."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd

from parley.charts.lanes import Spot, middle_of, spots_on_lane, stretch_of, time_shown
from parley.charts.marks import Placed, Ring, traces
from parley.charts.theme import OTHER, Figure, layout, safe, shortened

LABEL_HEIGHT, ROW_HEIGHT, LANE_GAP = 22, 18, 12
TOP, BOTTOM = 34, 8
LONGEST_LABEL = 42
LONGEST_NAME, NAME_WIDTH = 110, 46
MOST_NAMED = 5
NO_SPOT = Spot(0)
MONTHS_MARKED_DAYS, YEARS_MARKED_DAYS = 550, 2600
"""A year and a half, up to which months are marked, and seven, from which plotly marks every other year or fewer."""

LINE = "rgba(128, 128, 128, 0.28)"


def timeline_figure(
    meetings: pd.DataFrame,
    lanes: Sequence[str],
    today: date,
    full: Mapping[str, str] | None = None,
    rings: Sequence[Ring] = (),
    late: frozenset[int] = frozenset(),
) -> Figure:
    """The timeline of `lanes`, top to bottom, as a plotly figure; `full` has the names that the pointer shows.

    `meetings` has the columns meeting_id, lane, start_on, standing (a key of SHAPES), name, when, articles; those whose
    number is in `late` are marked so. Each mark carries its meeting's id as customdata, marks on one spot those of all,
    with commas between; a ring carries its key.
    """
    rows = meetings[meetings["lane"].isin(list(lanes))].to_dict("records")
    days = [*(stretch_of(row["start_on"]) for row in rows), *(middle_of(stretch_of(ring.on)) for ring in rings)]
    shown = time_shown(days, today)
    placed, labels, height = [], [], 0.0
    for lane in lanes:
        marks = [*(_of_meeting(row, late) for row in rows if row["lane"] == lane)]
        marks += [_of_ring(ring) for ring in rings if ring.lane == lane]
        labels.append((lane, height))
        here, rows_used = _place(marks, height + LABEL_HEIGHT, shown)
        placed += here
        height += LABEL_HEIGHT + rows_used * ROW_HEIGHT + LANE_GAP
    has_side = any(p.stretch is None for p in placed)
    return {
        "data": traces(placed),
        "layout": _layout(
            [(name, top, (full or {}).get(name, name)) for name, top in labels], height, shown, has_side, today
        ),
    }


def _of_meeting(row: Mapping[Hashable, Any], late: frozenset[int]) -> Placed:
    meeting = int(row["meeting_id"])
    return Placed(
        meeting, row["standing"], stretch_of(row["start_on"]), NO_SPOT, 0.0, _hover(row), is_late=meeting in late
    )


def _of_ring(ring: Ring) -> Placed:
    lines = "<br>".join(safe(part) for line in ring.hover for part in wrap(line, NAME_WIDTH))
    return Placed(ring.key, ring.basis, middle_of(stretch_of(ring.on)), NO_SPOT, 0.0, lines, is_late=ring.is_late)


def _place(marks: Sequence[Placed], top: float, shown: tuple[date, date] | None) -> tuple[list[Placed], int]:
    """Every mark of a lane on its spot, those that share one with key and words of all; and how many rows they take."""
    spots = spots_on_lane([mark.stretch for mark in marks], shown)
    sharing: dict[int, list[Placed]] = defaultdict(list)
    for mark, spot in zip(marks, spots, strict=True):
        sharing[spot.leader].append(mark)
    placed = [
        replace(mark, spot=spot, y=top + (spot.row + 0.5) * ROW_HEIGHT, **_together(sharing[spot.leader]))
        for mark, spot in zip(marks, spots, strict=True)
    ]
    return placed, max((spot.row for spot in spots), default=0) + 1


def _together(marks: Sequence[Placed]) -> dict[str, Any]:
    """What marks on one spot have in common: all their keys, and the first of their names."""
    if len(marks) == 1:
        return {}
    named = [mark.hover.split("<br>")[0] for mark in marks[:MOST_NAMED]]
    more = [f"and {len(marks) - MOST_NAMED} more"] if len(marks) > MOST_NAMED else []
    words = "<br>".join([f"{len(marks)} on this spot: click for all", *named, *more])
    return {"key": ",".join(str(mark.key) for mark in marks), "hover": words}


def _hover(row: Mapping[Hashable, Any]) -> str:
    articles = "1 article" if row["articles"] == 1 else f"{row['articles']} articles"
    articles = "no text" if row["standing"] == "no_text" else articles
    name = "<br>".join(map(safe, wrap(shortened(row["name"], LONGEST_NAME), NAME_WIDTH)))
    return f"<b>{name}</b><br>{safe(row['when'])}<br>{articles}"


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
