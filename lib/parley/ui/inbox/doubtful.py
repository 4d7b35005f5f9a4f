"""Check first: what Parley is least sure of, each with its sentence and why."""

import streamlit as st

from parley.queries import doubtful
from parley.queries.doubtful import Doubtful
from parley.ui import paging
from parley.ui.data import ask
from parley.ui.heading import section
from parley.ui.links import article_link, check_link
from parley.ui.plain import plain
from parley.ui.words import KINDS, counted, on_date

WHY = {
    "topic": "Findings like this were often wrong: the sentence may tell of no dealings between states.",
    "meeting": "Meetings that a text only recalls or announces were often wrong.",
    "promise": "Sentences like this were often no promise.",
}
KEY = "doubtful"


def show(*, is_open: bool = False) -> None:
    """The list with its counts; nothing where all is sure enough."""
    counts = ask(doubtful.doubtful_counts)
    total = sum(counts.values())
    if not total:
        return
    section("doubtful", "Check first")
    parts = ", ".join(counted(number, kind) for kind, number in counts.items() if number)
    st.caption(f"What Parley is least sure of: {parts}. Read the sentence before you rely on it.")
    page = paging.turned(KEY, total) or 0
    with st.expander(f"{counted(total, 'finding')} to check", expanded=is_open, key=KEY):
        for one in ask(doubtful.doubtful, page):
            _one(one)
        further = (page + 1) * doubtful.PAGE < total
        paging.buttons(KEY, total, page + 1 if further else None)


def _one(one: Doubtful) -> None:
    name = KINDS.get(one.name, one.name) if one.kind == "meeting" else one.name
    rests = f", found by “{one.rule}”" if one.kind != "meeting" else ""
    st.markdown(f"**{plain(name.capitalize())}** :gray[{plain(one.kind + rests)}]  \n> {plain(one.sentence)}")
    st.caption(plain(WHY[one.kind]))
    with st.container(horizontal=True, gap="small"):
        article_link(one.article_id, f"{one.source or one.title}, {on_date(one.published_on)}")
        check_link(one.article_id, "Check it beside its text", waits=False)
