"""Two series of counts over time on one scale: told apart by colour, by the shape of their dots, and by name."""

from collections.abc import Sequence

import pandas as pd

from parley.charts.bars import middle_of, quarter_name, years_around
from parley.charts.theme import SERIES_COLOURS, Figure, layout, safe

HEIGHT = 320
SHAPES = (("circle", "solid"), ("diamond", "dash"))
ROOM_ABOVE = 1.15
MOST_RULES = 5


def count_lines(counts: pd.DataFrame, names: Sequence[tuple[str, str]], step: str) -> Figure:
    """A line a series; `names` are (series, name), `counts` has series, period (`yyyyq` or `yyyy`), n.

    Every period between the first and the last has a dot. The customdata is "series|period".
    """
    figure = layout(HEIGHT, showlegend=True, hovermode="closest")
    figure["legend"] = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False}
    figure["legend"]["itemdoubleclick"] = False
    most = int(counts["n"].max()) if len(counts) else 1
    figure["yaxis"] |= {"range": [-0.04 * most, most * ROOM_ABOVE], "showgrid": True, "rangemode": "tozero"}
    figure["yaxis"] |= {
        "gridcolor": "rgba(128, 128, 128, 0.2)",
        "tickformat": ",d",
        "dtick": max(1, -(-most // MOST_RULES)),
    }
    quarters = counts["period"] if step == "quarter" else counts["period"] * 10 + 1
    figure["xaxis"] |= years_around(quarters) if len(counts) else {"type": "date"}
    return {
        "data": [_line(counts[counts["series"] == series], name, n, step) for n, (series, name) in enumerate(names)],
        "layout": figure,
    }


def _line(rows: pd.DataFrame, name: str, n: int, step: str) -> Figure:
    symbol, dash = SHAPES[n % len(SHAPES)]
    said = [quarter_name(period) if step == "quarter" else str(period) for period in rows["period"]]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": safe(name),
        "x": [middle_of(period) if step == "quarter" else f"{period}-07-01" for period in rows["period"]],
        "y": rows["n"].to_list(),
        "line": {"color": SERIES_COLOURS[n], "width": 2, "dash": dash},
        "marker": {"symbol": symbol, "size": 10},
        "cliponaxis": False,
        "customdata": [f"{series}|{period}" for series, period in zip(rows["series"], rows["period"], strict=True)],
        "hovertext": [f"{safe(name)}, {when}: {count:,}" for when, count in zip(said, rows["n"], strict=True)],
        "hoverinfo": "text",
    }
