"""Public or internal: the mark of a document, and what leaves the house with it."""

import streamlit as st

from parley.queries.internal import internal_articles
from parley.store.internal import mark
from parley.ui.access import ACTOR, for_those_who_may, may_correct
from parley.ui.data import ask
from parley.ui.words import counted
from parley.ui.writing import written

LOCK = ":material/lock:"
WORD = "Internal"
MEANS = "Internal documents count on every screen, and stay out of what you download unless you tick it there."


def switch(article: int) -> None:
    """The mark of one article, kept at once; the key bears its state, so that it agrees wherever it stands."""
    marked = article in ask(internal_articles)
    st.toggle(
        WORD,
        value=marked,
        key=f"internal.{article}.{marked}",
        on_change=_set,
        args=((article,), not marked),
        **for_those_who_may(MEANS),
    )


def mark_listed(articles: tuple[int, ...]) -> None:
    """Mark all articles of a list at once, or take the mark from them."""
    if not articles or not may_correct():
        return
    marked = len(ask(internal_articles) & set(articles))
    with st.popover("Public or internal", icon=LOCK, type="tertiary"):
        st.markdown(f"{counted(len(articles), 'article')} listed, {marked} of them internal.")
        every, none = marked == len(articles), not marked
        st.button("Mark all as internal", key="internal.all", on_click=_set, args=(articles, True), disabled=every)
        st.button("Mark all as public", key="internal.none", on_click=_set, args=(articles, False), disabled=none)


def left_out(key: str, articles: frozenset[int]) -> frozenset[int]:
    """Those of these articles that a download leaves out: the internal ones, unless the reader ticks them here."""
    own = ask(internal_articles) & articles
    if not own:
        return frozenset()
    words = f"Include {counted(len(own), 'internal document')}"
    return frozenset() if st.checkbox(words, key=f"internal.include.{key}") else own


def said(number: int) -> str:
    """What a file says of the documents that it leaves out; nothing where there are none."""
    return f" {counted(number, 'internal document')} left out." if number else ""


def _set(articles: tuple[int, ...], wanted: bool) -> None:
    written(lambda db: mark(db, ACTOR, articles, internal=wanted))
