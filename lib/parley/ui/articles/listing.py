"""The list of articles, by date or as a search found them, with its facets, its link and its files."""

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

    def listed() -> export.Listed:
        by = "relevance" if order == "relevance" else "newest"
        found = now(article_list.article_rows, chosen, question, by)
        return export.Listed(_what(chosen, question, order), table.as_filed(found))

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        export.buttons("articles", "Articles", chosen, listed)
        internal.mark_listed(tuple(sorted(ask(article_list.article_ids, chosen, question))))


def _what(chosen: Filters, question: str, order: str) -> str:
    searched = f" with the words {question.strip()}" if question.strip() else ""
    ranked = f", best match first among the newest {RANKED:,}" if order == "relevance" else ", newest first"
    return f"{table.in_words(chosen, question)}{searched}{ranked}"
