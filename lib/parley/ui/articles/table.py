"""All articles under the filters as a table, newest first; a chosen row opens the reader."""

from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import articles
from parley.queries.articles import PAGE
from parley.queries.read import records
from parley.ui import paging
from parley.ui.data import ask
from parley.ui.tables import as_csv, choose_row
from parley.ui.words import counted, language_name, on_date

ROWS = 15
OPENED = "articles.opened"
COLUMNS = {
    "when": st.column_config.TextColumn("Date", width=140),
    "title": st.column_config.TextColumn("Title", width=520),
    "source": st.column_config.TextColumn("Outlet", width=170),
    "language": st.column_config.TextColumn("Language", width=90),
    "meetings": st.column_config.NumberColumn(
        "Meetings", width=80, help="Told of in the article, of whatever standing"
    ),
    "topics": st.column_config.NumberColumn("Topics", width=70),
    "people": st.column_config.NumberColumn("People", width=70, help="Present at a meeting, or spoken of"),
}


def show(filters: Filters) -> None:
    """One page of articles; the row that is chosen opens."""
    before = paging.turned("articles", filters)
    page = ask(articles.article_table, filters, before)
    shown = pd.DataFrame([_shown(row) for row in records(page)], columns=list(COLUMNS))
    st.caption(f"{counted(ask(articles.article_count, filters), 'article')}. Choose a row to read it.")
    # A new key after each reading: else the row chosen then would open again on the way back.
    key = f"articles.{st.session_state.get(OPENED, 0)}.{hash((filters, before))}"
    row = choose_row(shown, key, COLUMNS, ROWS)
    if row is not None:
        st.session_state[OPENED] = st.session_state.get(OPENED, 0) + 1
        st.query_params["id"] = str(page.iloc[row]["id"])
        st.rerun()
    paging.buttons("articles", filters, int(page.iloc[-1]["search_key"]) if len(page) == PAGE else None)
    st.download_button(
        "Download this page as CSV", as_csv(shown), "parley-articles.csv", "text/csv", key="csv.articles"
    )


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "when": on_date(row["published_on"]),
        "source": row["source"] or "",
        "language": language_name(row["language"]),
    }
