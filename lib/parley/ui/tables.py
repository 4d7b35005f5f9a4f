"""Tables as Parley shows them, of which a row or a cell can be chosen."""

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd
import streamlit as st

ROW, HEAD, MOST_ROWS = 33, 36, 12
"""Pixels at the theme's size of type, and so many rows before a table scrolls."""


def table(data: pd.DataFrame, key: str, columns: Mapping[str, Any] | None = None) -> None:
    """All columns under their own names, or those named with their `st.column_config`; up to twelve rows tall."""
    shown, said = (list(columns), dict(columns)) if columns else (list(data.columns), None)
    st.dataframe(
        data, hide_index=True, column_order=shown, column_config=said, height=_height(data, MOST_ROWS), key=key
    )


def _height(data: pd.DataFrame, most_rows: int) -> int | Literal["content"]:
    """As tall as its rows: a height reckoned here would leave a strip of an empty row where type has another size."""
    return "content" if len(data) <= most_rows else HEAD + ROW * most_rows


def choose_row(data: pd.DataFrame, key: str, columns: Mapping[str, Any], most_rows: int) -> int | None:
    """A table with its `st.column_config` of which a reader may choose a row: that row's number, None for none."""
    rows = _chosen(data, key, columns, most_rows, ["single-row"])["rows"]
    return int(rows[0]) if rows and rows[0] < len(data) else None


def choose_cell(
    data: pd.DataFrame, key: str, columns: Mapping[str, Any], most_rows: int
) -> tuple[int | None, str | None]:
    """The same, of which a reader may choose a row (no column) or a cell (its row and column); None, None for none."""
    chosen = _chosen(data, key, columns, most_rows, ["single-row", "single-cell"])
    rows, cells = chosen["rows"], chosen.get("cells") or ()
    if rows and rows[0] < len(data):
        return int(rows[0]), None
    if cells and cells[0][0] < len(data):
        return int(cells[0][0]), str(cells[0][1])
    return None, None


def _chosen(
    data: pd.DataFrame, key: str, columns: Mapping[str, Any], most_rows: int, modes: list[Any]
) -> Mapping[str, Any]:
    event: Any = st.dataframe(
        data,
        hide_index=True,
        column_order=list(columns),
        column_config=dict(columns),
        height=_height(data, most_rows),
        on_select="rerun",
        selection_mode=modes,
        key=key,
    )
    selection: Mapping[str, Any] = event["selection"]
    return selection
