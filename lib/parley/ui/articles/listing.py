"""The list of articles, by date or as a search found them, with its facets, its link and its files."""

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import article_list
from parley.queries.search import RANKED
from parley.ui import export, internal
from parley.ui.articles import facets, hits, table
from parley.ui.data import ask, now
from parley.ui.empty import nothing


def show(chosen: Filters, question: str) -> None:
    """Table or hits on the left, facets on the right, and below what can be taken away."""
    left, right = st.columns([19, 6], gap="large")
    with left:
        _list(chosen, question)
    with right, st.container(key="facets", gap="xsmall"):
        facets.show(chosen, question)


def _list(chosen: Filters, question: str) -> None:
    order = "newest"
    if question.strip():
        order = hits.show(question, chosen)
    elif not ask(article_list.article_count, chosen):
        nothing("articles")
        return
    else:
        table.show(chosen)
    if not ask(article_list.article_count, chosen, question):
        return

    def found() -> pd.DataFrame:
        by = "relevance" if order == "relevance" else "newest"
        return now(article_list.article_rows, chosen, question, by)

    listed = frozenset(ask(article_list.article_ids, chosen, question))
    out = internal.left_out("articles", listed)

    def rows() -> pd.DataFrame:
        every = found()
        return table.as_filed(every[~every["id"].isin(out)])

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        what = f"{_what(chosen, question, order)}.{internal.said(len(out))}".removesuffix(".")
        export.buttons("articles", "Articles", what, chosen, rows)
        internal.mark_listed(tuple(sorted(listed)))


def _what(chosen: Filters, question: str, order: str) -> str:
    searched = f" with the words {question.strip()}" if question.strip() else ""
    ranked = f", best match first among the newest {RANKED:,}" if order == "relevance" else ", newest first"
    return f"{table.in_words(chosen, question)}{searched}{ranked}"
