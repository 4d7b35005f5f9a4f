"""A chart as every page shows it: a title that says something, what is counted, "?", its table and CSV, and clicks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from parley.charts.theme import GROUP_COLOURS, HIDDEN_TOOLS, OTHER, Figure
from parley.model import Filters
from parley.ui import export, filters
from parley.ui.explained import Explained
from parley.ui.heading import section
from parley.ui.plain import plain


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a chart is: `key` names it and its CSV; `columns` are those of `table`, with their names on screen.

    `below` draws what explains the chart further, right under it.
    """

    key: str
    title: str
    note: str
    help: Explained
    figure: Figure
    table: pd.DataFrame
    columns: Mapping[str, str]
    groups: tuple[str, ...] = ()
    below: Callable[[], None] | None = None
    counted: tuple[Filters, ...] = ()
    """The filters of what it counts, where these are not those of the bar."""


def show(
    drawn: Callable[[], Picture | None],
    opens: Callable[[str | None], None] | None = None,
    around: Callable[[Picture], Picture] = lambda picture: picture,
) -> str | None:
    """Draw the chart with its table; the `customdata` of the bar or dot that the reader clicked, or None.

    `drawn` asks for all that the picture needs, None where there is nothing to draw: the file of its figures asks anew,
    as it leaves out internal documents. `around` adds what only the screen shows. What
    `opens` draws of the click stands right under the title, where it is seen at once however tall the chart is.
    """
    picture = drawn()
    if picture is None:
        return None
    picture = around(picture)
    section(picture.key, picture.title, picture.help.words())
    st.caption(plain(picture.note))
    opened = st.container()
    if picture.groups:
        legend(picture.groups)
    event: Any = st.plotly_chart(
        picture.figure,
        key=f"chart.{picture.key}",
        on_select="rerun",
        selection_mode="points",
        config=HIDDEN_TOOLS,
        alt=f"{picture.title}. {picture.note}",
    )
    if picture.below:
        picture.below()

    def listed() -> export.Listed | None:
        return _listed(drawn())

    export.twin(picture.key, "Figures", filters.current(), listed, _figures(picture), picture.counted)
    points = event["selection"]["points"] if event else []
    clicked = _clicked(points[0].get("customdata")) if points else None
    if opens:
        with opened:
            opens(clicked)
    return clicked


def _clicked(data: Any) -> str | None:
    """Plotly hands back a single value as it is, or in a list."""
    first = data[0] if isinstance(data, list | tuple) and data else data
    return str(first) if first is not None else None


def _figures(picture: Picture) -> pd.DataFrame:
    """The same figures as a table."""
    return picture.table[list(picture.columns)].rename(columns=dict(picture.columns))


def _listed(picture: Picture | None) -> export.Listed | None:
    return export.Listed(f"{picture.title}. {picture.note}", _figures(picture)) if picture else None


def legend(groups: tuple[str, ...]) -> None:
    """The colours of the topic groups, in the order of the codebook; unknown groups are "other"."""
    known = [(group, colour) for group, colour in GROUP_COLOURS.items() if group in groups]
    rest = [("other", OTHER)] if set(groups) - set(GROUP_COLOURS) else []
    keys = "".join(f'<span><i style="background:{colour}"></i>{group}</span>' for group, colour in known + rest)
    st.html(f'<div class="legend">{keys}</div>')
