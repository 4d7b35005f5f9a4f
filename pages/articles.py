"""Articles: search, a table of all with its facets, and the reader with every found passage marked."""

import streamlit as st

from parley.queries import article_list
from parley.ui import filters
from parley.ui.articles import listing, reader
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.page import page


def leave() -> None:
    """Back to the list: what is asked for next is no longer the article that was open."""
    st.query_params.pop("id", None)


page("Articles", "Search, browse and read. In the reader every passage that Parley found is marked.")
reader.style()
chosen = filters.current()
question = st.text_input(
    "Search",
    key="q",
    bind="query-params",
    on_change=leave,
    placeholder="Words that must all appear, “whole phrases” in quotation marks, beginn*, -without",
    icon=":material/search:",
    label_visibility="collapsed",
)
wanted = st.query_params.get("id")
if wanted is not None:
    st.button("← All articles" if not question else "← All hits", on_click=leave, type="tertiary", key="leave")
    reader.show(wanted)
elif not ask(article_list.article_count, filters.Filters()):
    nothing("articles")
else:
    listing.show(chosen, question or "")
