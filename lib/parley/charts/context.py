"""Context events on a chart over time: thin lines for days, bands for longer, each with its number below the axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

from parley.charts.theme import Figure, safe

LINE, BAND = "rgba(128, 128, 128, 0.8)", "rgba(128, 128, 128, 0.16)"
ROWS, ROW = 3, 17
TOO_NEAR = 0.035
"""Two numbers closer than this share of the axis would touch on a phone."""
WIDTH = 46
BESIDE_AXIS, FREE = 24, 4
"""Pixels from the plot down to the numbers: with the marks of the axis between, or without."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as it is drawn: from its first possible day to its last, with the words that the pointer shows."""

    first: date
    last: date
    words: str


def seen(marks: Sequence[Mark], figure: Figure) -> tuple[int, ...]:
    """Which of the events, by their places in the sequence, lie in the time that the chart shows."""
    shown = _range(figure)
    return tuple(n for n, mark in enumerate(marks) if shown and mark.last >= shown[0] and mark.first <= shown[1])


def with_events(figure: Figure, marks: Sequence[Mark]) -> Figure:
    """The chart with these events, numbered from 1 in their order; those outside of its time are left out."""
    shown, inside = _range(figure), seen(marks, figure)
    if not shown or not inside:
        return figure
    lanes = _rows([_middle(marks[n], shown) for n in inside], shown)
    room = (FREE if figure["layout"]["xaxis"].get("side") == "top" else BESIDE_AXIS, ROW * (max(lanes) + 1))
    shapes = [_shape(marks[n], shown) for n in inside]
    numbers = [
        _number(at, marks[n], _middle(marks[n], shown), room[0] + ROW * lane)
        for at, (n, lane) in enumerate(zip(inside, lanes, strict=True), 1)
    ]
    return {**figure, "layout": _with(figure["layout"], shapes, numbers, sum(room))}


def _with(layout: Figure, shapes: list[Figure], numbers: list[Figure], room: int) -> Figure:
    margin = layout["margin"] | {"b": layout["margin"]["b"] + room}
    return layout | {
        "shapes": [*layout.get("shapes", []), *shapes],
        "annotations": [*layout.get("annotations", []), *numbers],
        "margin": margin,
        "height": layout["height"] + room,
    }


def _range(figure: Figure) -> tuple[date, date] | None:
    """The first and last day of the chart's axis; None where it has no axis of time."""
    ends = figure["layout"].get("xaxis", {}).get("range")
    return (date.fromisoformat(ends[0]), date.fromisoformat(ends[1])) if ends else None


def _middle(mark: Mark, shown: tuple[date, date]) -> date:
    first, last = max(mark.first, shown[0]), min(mark.last, shown[1])
    return first + (last - first) / 2


def _rows(days: Sequence[date], shown: tuple[date, date]) -> list[int]:
    """A row for each number, so that no two touch while there is room."""
    near, ends, rows = (shown[1] - shown[0]) * TOO_NEAR, [date.min] * ROWS, [0] * len(days)
    for n in sorted(range(len(days)), key=lambda n: days[n]):
        free = [row for row, end in enumerate(ends) if end == date.min or end + near <= days[n]]
        rows[n] = free[0] if free else ends.index(min(ends))
        ends[rows[n]] = days[n]
    return rows


def _shape(mark: Mark, shown: tuple[date, date]) -> dict[str, Any]:
    """A line for a day, a band with edges for what lasted longer."""
    first, last = max(mark.first, shown[0]), min(mark.last, shown[1])
    place = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1, "x0": first.isoformat(), "layer": "below"}
    if first == last:
        return {"type": "line", **place, "x1": last.isoformat(), "line": {"color": LINE, "width": 1}}
    after = (last + timedelta(days=1)).isoformat()
    return {"type": "rect", **place, "x1": after, "fillcolor": BAND, "line": {"color": LINE, "width": 0.5}}


def _number(n: int, mark: Mark, day: date, below: int) -> dict[str, Any]:
    return {
        "text": f"<b>{n}</b>",
        "hovertext": "<br>".join(safe(line) for line in wrap(mark.words, WIDTH)),
        "xref": "x",
        "x": day.isoformat(),
        "xanchor": "center",
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -below,
        "showarrow": False,
        "font": {"size": 12},
    }
