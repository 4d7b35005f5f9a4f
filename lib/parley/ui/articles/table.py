"""All articles under the filters as a table, newest first; a title opens the reader, "+ 2 copies" what they are."""

from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import article_list
from parley.queries.article_list import PAGE
from parley.queries.internal import internal_articles
from parley.queries.read import records
from parley.ui import paging
from parley.ui.articles import copies
from parley.ui.data import ask
from parley.ui.tables import choose_cell
from parley.ui.words import counted, language_name, on_dates

ROWS = 15
OPENED = "articles.opened"
COLUMNS = {
    "when": ("Date", 95, "Date of publication; a month or a year where no more is known, blank where none is."),
    "title": ("Title", 320, "Choose a title, or its row, to read the article."),
    "copies": (
        "Copies and reports",
        145,
        "Choose a cell to see the copies, and the other reports of the same meeting.",
    ),
    "source": ("Outlet", 120, None),
    "dialogue": ("Dialogue", 130, None),
    "meeting": ("Meeting", 180, "The meeting that the article reports: where and when."),
    "topics": ("Topics", 260, "Discussed, the one with the most sentences first."),
    "language": ("Language", 85, None),
}
NAMES = {key: name for key, (name, _, _) in COLUMNS.items()}


def show(filters: Filters) -> None:
    """One page of articles; a title that is chosen opens, and so do the copies of one."""
    before = paging.turned("articles", filters)
    page = ask(article_list.article_table, filters, "", before)
    shown = as_shown(page)
    st.caption(f"{in_words(filters)}. Newest first. Choose a title to read it.")
    above = st.container()  # what a cell opens is in view at once, however long the table is
    # A new key after each reading: else the row chosen then would open again on the way back.
    key = f"articles.{st.session_state.get(OPENED, 0)}.{hash((filters, before))}"
    looks = {
        key: st.column_config.TextColumn(name, width=width, help=said) for key, (name, width, said) in COLUMNS.items()
    }
    row, column = choose_cell(shown, key, looks, ROWS)
    if row is not None and column in {None, "title"}:
        st.session_state[OPENED] = st.session_state.get(OPENED, 0) + 1
        st.query_params["id"] = str(page.iloc[row]["id"])
        st.rerun()
    if row is not None and column == "copies":
        with above:
            copies.show(int(page.iloc[row]["id"]), "table")
    paging.buttons("articles", filters, int(page.iloc[-1]["search_key"]) if len(page) == PAGE else None)


def in_words(filters: Filters, question: str = "") -> str:
    """ "103 articles, and 9 copies folded into them" """
    count, folded = (ask(f, filters, question) for f in (article_list.article_count, article_list.copy_count))
    into = "it" if count == 1 else "them"
    copied = f", and {copies.copies(folded)} folded into {into}" if folded else ""
    return f"{counted(count, 'article')}{copied}"


def as_shown(rows: pd.DataFrame) -> pd.DataFrame:
    """The articles as the table shows them and a file holds them: dates that sort, names instead of codes."""
    internal = ask(internal_articles)
    return pd.DataFrame([_shown(row, internal) for row in records(rows)], columns=list(COLUMNS))


def as_filed(rows: pd.DataFrame) -> pd.DataFrame:
    """The same under the columns' names on screen; without the "+" that would make a formula of a cell."""
    shown = as_shown(rows)
    return shown.assign(copies=shown["copies"].str.removeprefix("+ ")).rename(columns=NAMES)


def _shown(row: dict[str, Any], internal: frozenset[int]) -> dict[str, Any]:
    dialogues = dict.fromkeys(meeting["dialogue"] or "One-off meeting" for meeting in row["meetings"])
    return {
        **row,
        "title": f"Internal · {row['title']}" if int(row["id"]) in internal else row["title"],
        "when": row["published_on"] or "",
        "source": row["source"] or "",
        "language": language_name(row["language"]),
        "copies": copies.folded(int(row["copies"]), int(row["reports"])),
        "dialogue": "; ".join(dialogues),
        "meeting": "; ".join(dict.fromkeys(_met(meeting) for meeting in row["meetings"])),
        "topics": ", ".join(row["topics"]),
    }


def _met(meeting: dict[str, Any]) -> str:
    """Where and when: "Astana, 6 November 2023"."""
    return ", ".join(part for part in (meeting["place"], on_dates(meeting["start_on"], meeting["end_on"])) if part)
