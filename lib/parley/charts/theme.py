"""The look of every chart: one colour a topic group, quiet axes, room for labels. Figures are plain dicts.

The colours stand on the light and on the dark ground with a contrast of 3:1 or more, and stay apart for readers who
do not see red or green; tests/unit/test_theme.py measures both.
"""

from html import escape
from typing import Any

Figure = dict[str, Any]

LIGHT_GROUND = "#fcfbf8"
DARK_GROUND = "#14181f"
GROUP_COLOURS = {
    "politics": "#2d69a5",
    "security": "#b43c2d",
    "economy": "#d27800",
    "energy and environment": "#00a578",
    "people and knowledge": "#4b96a5",
    "governance and rights": "#5a87ff",
}
OTHER = "#8a8a86"
"""For what belongs to no group, and for what was before."""

GREYS = ("#6d6d6a", "#8a8a86")
"""For what stands apart from a series of colours: other dialogues, one-off meetings."""

SERIES_COLOURS = ("#2d69a5", "#d27800", "#00a578", "#b43c2d", "#5a87ff")
FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"
HIDDEN_TOOLS = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def colour_of(group: str) -> str:
    """The colour of a topic group; grey for one that the codebook does not know."""
    return GROUP_COLOURS.get(group, OTHER)


def safe(text: object) -> str:
    """Text as a plotly label shows it: plotly reads `<a href>` and styles in labels, so none may be left."""
    return escape(str(text), quote=False)


def linked(label: str, address: str) -> str:
    """A label that leads to an address of this desk, in the same window; the label alone where there is none."""
    return f'<a href="{escape(address)}" target="_self">{safe(label)}</a>' if address else safe(label)


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word with "…" where it is longer."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def layout(height: int, **more: Any) -> Figure:
    """The layout that all charts share; `more` replaces or adds."""
    quiet = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "tickfont": {"size": 12}}
    quiet |= {"fixedrange": True, "automargin": True}
    return {
        "height": height,
        "margin": {"l": 0, "r": 12, "t": 8, "b": 8},
        "font": {"family": FONT, "size": 13},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
        "showlegend": False,
        "dragmode": False,
        "bargap": 0.28,
        "xaxis": dict(quiet),
        "yaxis": dict(quiet),
        **more,
    }
