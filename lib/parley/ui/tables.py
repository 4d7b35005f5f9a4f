"""Tables as Parley shows them, and as CSV that no spreadsheet takes for formulas."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

ROW, HEAD, MOST_ROWS = 35, 38, 12
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(data: pd.DataFrame, key: str, columns: Mapping[str, Any] | None = None) -> None:
    """All columns under their own names, or those named with their `st.column_config`; up to twelve rows tall."""
    height = HEAD + ROW * min(len(data), MOST_ROWS)
    shown, said = (list(columns), dict(columns)) if columns else (list(data.columns), None)
    st.dataframe(data, hide_index=True, column_order=shown, column_config=said, height=height, key=key)


def choose_row(data: pd.DataFrame, key: str, columns: Mapping[str, Any], most_rows: int) -> int | None:
    """A table with its `st.column_config` of which a reader may choose a row: that row's number, None for none."""
    chosen: Any = st.dataframe(
        data,
        hide_index=True,
        column_order=list(columns),
        column_config=dict(columns),
        height=HEAD + ROW * min(len(data), most_rows),
        on_select="rerun",
        selection_mode="single-row",
        key=key,
    )
    rows = chosen["selection"]["rows"]
    return int(rows[0]) if rows and rows[0] < len(data) else None


def dead(value: object) -> object:
    """A cell that a spreadsheet shows and does not run: text that begins like a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def as_csv(data: pd.DataFrame) -> bytes:
    """The table as CSV for Excel and others (UTF-8 with its mark), without live formulas."""
    return data.map(dead).rename(columns=dead).to_csv(index=False).encode("utf-8-sig")
