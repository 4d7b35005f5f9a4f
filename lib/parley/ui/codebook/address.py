"""Which view of the codebook page is open, kept in the address."""

import streamlit as st

from parley.ui import switch

VIEW, BROUGHT = "view", "add"
VIEWS = {
    "topics": "Topics",
    "dialogues": "Dialogues",
    "people": "People",
    "try": "Try a sentence",
    "change": "Change",
    "versions": "Versions and files",
}
FIRST = "topics"


def choose() -> str:
    """The switch between the views, and the one that is open."""
    asked = st.query_params.get(VIEW, FIRST)
    now = asked if asked in VIEWS else FIRST
    switch.between(VIEWS, now, f"codebook.view.{now}", _turn)
    return now


def _turn(key: str) -> None:
    open_view(str(st.session_state.get(key) or FIRST))


def open_view(view: str) -> None:
    """Put a view into the address, without the dialogue that a link brought to another; a callback."""
    st.query_params.pop(BROUGHT, None)
    if view == FIRST:
        st.query_params.pop(VIEW, None)
    else:
        st.query_params[VIEW] = view
