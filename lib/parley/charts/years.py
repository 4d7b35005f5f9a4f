"""Bars of years: how many meetings of which no text is held each of them had."""

import pandas as pd

from parley.charts.theme import OTHER, Figure, layout

HEIGHT = 190


def year_bars(counts: pd.DataFrame) -> Figure:
    """A hollow bar a year, as high as its count; `counts` has year and n, and each bar carries its year."""
    years = counts["year"].to_list()
    bars: Figure = {
        "type": "bar",
        "x": years,
        "y": counts["n"].to_list(),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"color": OTHER, "width": 1.5}},
        "unselected": {"marker": {"opacity": 0.4}},
        "customdata": years,
        "hovertext": [f"{year}: {n:,}" for year, n in zip(years, counts["n"], strict=True)],
        "hoverinfo": "text",
    }
    figure = layout(HEIGHT)
    figure["yaxis"] |= {"rangemode": "tozero", "nticks": 4}
    figure["xaxis"] |= {"tickformat": "d", "nticks": 6}
    return {"data": [bars], "layout": figure}
