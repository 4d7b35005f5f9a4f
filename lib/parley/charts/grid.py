"""Counts in a grid: a row of squares a topic, a column a side; the deeper the colour, the larger the number."""

from collections.abc import Mapping, Sequence

import pandas as pd

from parley.charts.matrix import names_above, rule, tint
from parley.charts.theme import Figure, colour_of, layout, safe, shortened

ROW, TOP, BOTTOM = 54, 56, 12
FEWEST_COLUMNS = 3
LONGEST = 12
SIZE = 25
FAINTEST, DEEPEST = 0.12, 0.55
UNDER_NAME = -0.16


def count_grid(counts: pd.DataFrame, columns: Sequence[tuple[str, str]]) -> Figure:
    """The squares; `columns` are (value, name) in their order; `counts` has topic, label, topic_group, column, n.

    Rows stand in the order of `counts`. The customdata is "topic|column".
    """
    place = {value: n for n, (value, _) in enumerate(columns)}
    topics = list(dict.fromkeys(counts["topic"]))
    height = {topic: len(topics) - n for n, topic in enumerate(topics)}
    figure = layout(ROW * len(topics) + TOP + BOTTOM, hovermode="closest")
    figure["margin"] = {"l": 4, "r": 4, "t": TOP, "b": BOTTOM}
    figure["xaxis"] |= {
        "side": "top",
        "range": [-0.5, max(FEWEST_COLUMNS, len(columns)) - 0.5],
        "tickmode": "array",
        "tickvals": list(place.values()),
        "ticktext": [_in_lines(name) for _, name in columns],
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "tickfont": {"size": 11},
        "automargin": False,
    }
    figure["yaxis"] |= {"showticklabels": False, "range": [0.45, len(topics) + 0.55], "automargin": False}
    figure["shapes"] = [rule(n + 0.5) for n in range(1, len(topics))]
    figure["annotations"] = names_above(counts, height, {})
    return {"data": [_squares(counts, place, height, dict(columns))] if len(counts) else [], "layout": figure}


def _in_lines(name: str) -> str:
    """A long name in two lines, that columns may stand close on a phone."""
    first, _, rest = name.partition(" ")
    return "<br>".join(safe(shortened(part, LONGEST)) for part in (first, rest) if part)


def _squares(
    counts: pd.DataFrame, place: Mapping[str, int], height: Mapping[str, int], names: Mapping[str, str]
) -> Figure:
    most = max(1, int(counts["n"].max()))
    depth = [FAINTEST + (DEEPEST - FAINTEST) * n / most for n in counts["n"]]
    colours = [colour_of(group) for group in counts["topic_group"]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [place[column] for column in counts["column"]],
        "y": [height[topic] + UNDER_NAME for topic in counts["topic"]],
        "text": [f"{n:,}" for n in counts["n"]],
        "textfont": {"size": 12},
        "cliponaxis": False,
        "marker": {
            "symbol": "square",
            "size": SIZE,
            "opacity": 1,
            "color": [tint(colour, share) for colour, share in zip(colours, depth, strict=True)],
            "line": {"width": 1, "color": colours},
        },
        "customdata": [f"{topic}|{column}" for topic, column in zip(counts["topic"], counts["column"], strict=True)],
        "hovertext": [
            f"{safe(row.label)}<br>{safe(names[str(row.column)])}: {row.n:,}" for row in counts.itertuples(index=False)
        ],
        "hoverinfo": "text",
    }
