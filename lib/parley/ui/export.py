"""Buttons that take a table away as CSV or XLSX; the file is made only when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from parley.briefs.ics import Event, as_ics
from parley.briefs.sheets import Sheet, as_csv, as_xlsx
from parley.model import Filters
from parley.queries import facets
from parley.ui import tables
from parley.ui.data import ask
from parley.ui.filters import chips
from parley.ui.words import moment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def buttons(key: str, name: str, what: str, filters: Filters, rows: Callable[[], pd.DataFrame]) -> None:
    """Download a table as CSV or XLSX: `rows` gives it as it stands on the screen, `what` says what it holds."""
    about = f"{what}. {in_words(filters)}"
    file = f"parley-{key}"

    def sheet() -> Sheet:
        return Sheet(name, f"{about} Made with Parley on {moment(datetime.now(UTC))}.", rows())

    with st.container(horizontal=True, gap="small", key=f"export-{key}"):
        st.download_button(
            "Download CSV", lambda: as_csv(sheet()), f"{file}.csv", "text/csv", key=f"csv.{key}", on_click="ignore"
        )
        st.download_button(
            "Download XLSX", lambda: as_xlsx(sheet()), f"{file}.xlsx", XLSX, key=f"xlsx.{key}", on_click="ignore"
        )


def twin(key: str, name: str, what: str, filters: Filters, data: pd.DataFrame) -> None:
    """The same as a table, folded, and to take away: `what` says what the table holds."""
    with st.expander("As a table", type="compact"):
        tables.table(data, f"table.{key}")
        buttons(key, name, what, filters, lambda: data)


def calendar(key: str, words: str, name: str, events: Sequence[Event], explained: str) -> None:
    """Download days as a calendar file: `words` stand on the button, `name` is the calendar's."""
    st.download_button(
        words,
        lambda: as_ics(name, events, datetime.now().astimezone()),
        f"parley-{key}.ics",
        "text/calendar",
        key=f"ics.{key}",
        icon=":material/calendar_month:",
        on_click="ignore",
        help=explained,
    )


def in_words(filters: Filters) -> str:
    """ "Filters: C5+1, from 1 January 2023." """
    said = [words for _, _, words in chips(filters, ask(facets.facets))]
    return f"Filters: {', '.join(said)}." if said else "Nothing filtered."
