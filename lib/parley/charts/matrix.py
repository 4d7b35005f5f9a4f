"""Topics by rounds as squares: what each cell says is its sign and its fill first, its colour second."""

from collections.abc import Mapping, Sequence

import pandas as pd

from parley.charts.theme import GREYS, Figure, colour_of, layout, linked, safe

ROW, TOP, TOP_UPRIGHT, BOTTOM = 50, 52, 132, 10
SQUARE = 24
UPPER, LOWER = 0.3, 0.18
"""Within a row of 1: the topic's name stands above the middle, its squares below it, and neither touches the other."""
FEWEST_COLUMNS, ROOMY, MOST_LEVEL = 5, 4, 6
LONGEST_PLACE = 12
LONG = 10
"""Fewer rounds still take a fifth of the width each; more than four want small print, more than six stand upright."""
SIGNS = {
    "raised": "",
    "new": "N",
    "back": "↩",
    "again": "R",
    "same": "=",
    "firmer": "▲",
    "softer": "▼",
    "silent": "–",
    "unheard": "?",
}
EMPTY = ("silent", "unheard")
FILL = 0.3


def matrix(cells: pd.DataFrame, columns: Sequence[tuple[int, str]], links: Mapping[str, str]) -> Figure:
    """The squares; `columns` are the rounds in their order, each with its label; `links` where each topic leads.

    `cells` has topic, label, topic_group, round, state, hover, in the order of the rows.
    The customdata is "round|topic".
    """
    place = {number: n for n, (number, _) in enumerate(columns)}
    topics = list(dict.fromkeys(cells["topic"]))
    height = {topic: len(topics) - n for n, topic in enumerate(topics)}
    width = max(FEWEST_COLUMNS, len(columns))
    is_upright = len(columns) > MOST_LEVEL
    drawn = [_squares(rows, str(state), place, height) for state, rows in cells.groupby("state", sort=False)]
    top = TOP_UPRIGHT if is_upright else TOP
    figure = layout(ROW * len(topics) + top + BOTTOM, hovermode="closest")
    figure["margin"] = {"l": 4, "r": 4, "t": top, "b": BOTTOM}
    figure["xaxis"] |= {
        "side": "top",
        "range": [-0.5, width - 0.5],
        "tickmode": "array",
        "tickvals": list(place.values()),
        "ticktext": [_two_lines(label, is_upright=is_upright) for _, label in columns],
        "tickangle": -90 if is_upright else 0,
        # On a phone a column is 54 pixels wide, and plotly would leave out a label that stands over the edge.
        "ticklabeloverflow": "allow",
        "tickfont": {"size": 10 if len(columns) > ROOMY else 12},
        "automargin": False,
    }
    figure["yaxis"] |= {"showticklabels": False, "range": [0.45, len(topics) + 0.55], "automargin": False}
    figure["shapes"] = [rule(n + 0.5) for n in range(1, len(topics))]
    figure["annotations"] = names_above(cells, height, links)
    if len(topics) >= LONG:
        drawn.append(_dates_at_foot(figure, top))
    return {"data": drawn, "layout": figure}


def _dates_at_foot(figure: Figure, height: int) -> Figure:
    """The rounds once more under a long matrix, whose head is then out of sight; a trace that draws the axis alone."""
    figure["height"] += height - BOTTOM
    figure["margin"]["b"] = height
    figure["xaxis2"] = figure["xaxis"] | {"side": "bottom", "overlaying": "x"}
    return {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "xaxis": "x2", "hoverinfo": "skip"}


def _two_lines(label: str, *, is_upright: bool) -> str:
    """The date over the place; upright, both in one line."""
    date, _, place = label.partition("\n")
    cut = place if len(place) <= LONGEST_PLACE else f"{place[: LONGEST_PLACE - 1].rstrip()}…"
    return (", " if is_upright else "<br>").join(safe(part) for part in (date, cut) if part)


def _squares(rows: pd.DataFrame, state: str, place: Mapping[int, int], height: Mapping[str, int]) -> Figure:
    """The cells of one state: filled where the topic was raised, empty where it was not."""
    is_empty = state in EMPTY
    colours = [GREYS[1] if is_empty else colour_of(group) for group in rows["topic_group"]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": state,
        "x": [place[number] for number in rows["round"]],
        "y": [height[topic] - LOWER for topic in rows["topic"]],
        "text": [SIGNS[state]] * len(rows),
        "textposition": "middle center",
        "textfont": {"size": 13},
        "marker": {
            "symbol": "square",
            "size": SQUARE,
            "color": [tint(colour, 0 if is_empty else FILL) for colour in colours],
            "line": {"width": 1 if is_empty else 2, "color": colours},
        },
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "customdata": [f"{number}|{topic}" for number, topic in zip(rows["round"], rows["topic"], strict=True)],
        "hovertext": [safe(words).replace("\n", "<br>") for words in rows["hover"]],
        "hoverinfo": "text",
    }


def tint(colour: str, share: float) -> str:
    """A colour that lets the ground through, so that a sign on it reads in the light and in the dark."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {share})"


def names_above(cells: pd.DataFrame, height: Mapping[str, int], links: Mapping[str, str]) -> list[Figure]:
    """The topics' names above their squares: beside them they would leave a phone no room."""
    named = cells.drop_duplicates("topic")
    return [
        {
            "x": -0.45,
            "y": height[topic] + UPPER,
            "text": linked(label, links.get(topic, "")),
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": 13},
        }
        for topic, label in zip(named["topic"], named["label"], strict=True)
    ]


def rule(y: float) -> Figure:
    """A quiet line between two rows."""
    line = {"color": "rgba(128, 128, 128, 0.2)", "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y, "y1": y, "line": line}
