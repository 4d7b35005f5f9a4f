"""Which view of the codebook page is open, kept in the address."""

import streamlit as st

VIEW = "view"
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
    key = f"codebook.view.{now}"
    st.segmented_control(
        "View",
        list(VIEWS),
        default=now,
        format_func=lambda view: VIEWS[view],
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=_turn,
        args=(key,),
    )
    return now


def _turn(key: str) -> None:
    open_view(str(st.session_state.get(key) or FIRST))


def open_view(view: str) -> None:
    """Put a view into the address; a callback."""
    if view == FIRST:
        st.query_params.pop(VIEW, None)
    else:
        st.query_params[VIEW] = view
