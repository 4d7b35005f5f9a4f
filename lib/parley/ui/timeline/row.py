"""What is held of a meeting without a text: its row in a spreadsheet, as written."""

import streamlit as st

from parley.queries import sheets
from parley.ui.data import ask
from parley.ui.plain import plain


def show(meeting: int) -> None:
    """The spreadsheet, the row's number, and each filled cell under its column's name."""
    row = ask(sheets.row_facts, meeting)
    if row is None:
        return
    with st.container(gap="xsmall"):
        st.markdown(f"**{plain(f'From the spreadsheet {row.sheet}, row {row.number}; no text is held.')}**")
        st.markdown("\n".join(f"- :gray[{plain(name)}] {plain(cell)}" for name, cell in row.cells if cell))
