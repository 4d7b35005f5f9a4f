"""The marks of the timeline: meetings by how they stand to their articles, and rings for rounds that are expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from parley.charts.lanes import Spot, Stretch
from parley.charts.theme import OTHER, SERIES_COLOURS, Figure

BAR_HEIGHT = 12
LATE = " late"

SHAPES = {
    "reported": {"symbol": "circle", "size": 12, "filled": True, "colour": SERIES_COLOURS[0]},
    "referred": {"symbol": "diamond", "size": 10, "filled": True, "colour": OTHER},
    "planned": {"symbol": "circle-open", "size": 12, "filled": False, "colour": SERIES_COLOURS[0]},
    "cancelled": {"symbol": "x-thin-open", "size": 9, "filled": False, "colour": OTHER},
    "promised": {"symbol": "circle-open-dot", "size": 14, "filled": False, "colour": SERIES_COLOURS[1]},
    "cadence": {"symbol": "circle-cross-open", "size": 14, "filled": False, "colour": SERIES_COLOURS[1]},
    "no_text": {"symbol": "square-open", "size": 9, "filled": False, "colour": OTHER},
}
"""How each standing of a meeting, and what a round to come rests on, looks: told apart by shape and
fill first, by colour second."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A round that is expected: `key` is what a click on it hands back, `on` its date, `hover` lines of plain text."""

    key: str
    lane: str
    on: str | None
    basis: Literal["promised", "cadence"]
    is_late: bool
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One mark with its place in the picture, `y` in pixels from the top; `key` is what a click on it hands back.

    Marks that share a spot share key and `hover` (a label of plotly).
    """

    key: int | str
    standing: str
    stretch: Stretch | None
    spot: Spot
    y: float
    hover: str
    is_late: bool = False


def traces(placed: Sequence[Placed]) -> list[Figure]:
    """A trace for each shape: bars for months and years, dots for days, and dots in the strip at the side."""
    found = []
    for standing in SHAPES:
        mine = [p for p in placed if p.standing == standing]
        bars = [p for p in mine if p.stretch and not p.stretch.is_day]
        days = [p for p in mine if p.stretch and p.stretch.is_day]
        side = [p for p in mine if p.stretch is None]
        found += [_bars(standing, bars)] if bars else []
        found += [_dots(standing, days, [p.stretch.first.isoformat() for p in days if p.stretch], "x")] if days else []
        found += [_dots(standing, side, [p.spot.side for p in side], "x2")] if side else []
    return found


def _bars(standing: str, placed: Sequence[Placed]) -> Figure:
    """A bar from the first possible day to the last; its outline keeps a month visible on an axis of decades."""
    day = 86_400_000
    spans = [(p.stretch.first, p.stretch.last) for p in placed if p.stretch]
    shape = SHAPES[standing]
    late = {"text": [LATE if p.is_late else "" for p in placed], "textposition": "outside", "cliponaxis": False}
    late |= {"constraintext": "none", "textfont": {"size": 12}}
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
        **(late if any(p.is_late for p in placed) else {}),
        **_shared(placed),
    }


def _dots(standing: str, placed: Sequence[Placed], x: Sequence[str | float | None], axis: str) -> Figure:
    shape = SHAPES[standing]
    late = {"text": [LATE if p.is_late else "" for p in placed], "textposition": "middle right", "cliponaxis": False}
    has_late = any(p.is_late for p in placed)
    return {
        "type": "scatter",
        "mode": "markers+text" if has_late else "markers",
        "x": list(x),
        "xaxis": axis,
        "marker": {
            "symbol": shape["symbol"],
            "size": shape["size"],
            "color": shape["colour"],
            "opacity": 0.9,
            "line": {"width": 2 if not shape["filled"] else 0, "color": shape["colour"]},
        },
        **(late if has_late else {}),
        **_shared(placed),
    }


def _shared(placed: Sequence[Placed]) -> dict[str, Any]:
    return {
        "y": [p.y for p in placed],
        "customdata": [[p.key] for p in placed],
        "hovertext": [p.hover for p in placed],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }
