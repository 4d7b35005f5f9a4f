"""Suspected double meetings, in the Inbox: one meeting or two, decided by a person."""

import streamlit as st

from parley.queries import doubles
from parley.queries.doubles import Candidate
from parley.ui import paging
from parley.ui.access import may_correct
from parley.ui.correct import deciding, joining
from parley.ui.data import ask
from parley.ui.heading import section
from parley.ui.links import meeting_link

SAID: dict[joining.Kind, str] = {"one": "Made one meeting.", "two": "Kept as two meetings."}


def show() -> None:
    """Each pair with links to both, "One meeting" and "Two meetings"; nothing where nothing is suspected."""
    deciding.problem()
    pairs, (kind, last) = ask(doubles.suspected), st.session_state.get(joining.LAST, ("one", 0))
    is_last = last and kind in SAID
    if not pairs and not is_last:
        return
    section("suspected", "One meeting or two?")
    st.caption("The same sides within three days: it may be one meeting that somebody dates wrongly.")
    if is_last:
        with st.container(horizontal=True, key="suspected-last", vertical_alignment="center"):
            st.markdown(f":material/task_alt: {SAID[kind]}", width="content")
            st.button("Undo", key="suspected.undo", type="tertiary", on_click=_undo, args=(last,))
    for _, (one, other) in paging.opened_down("suspected", pairs):
        _pair(one, other)


def _pair(one: Candidate, other: Candidate) -> None:
    with st.container(border=True, key=f"suspected-{one.id}-{other.id}", gap="xsmall"):
        meeting_link(one.id, joining.name(one))
        meeting_link(other.id, joining.name(other))
        if may_correct():
            with st.container(horizontal=True, gap="small"):
                if st.button("One meeting", key=f"suspected.one.{one.id}.{other.id}"):
                    joining.ask_first("one", (one.id, other.id))
                if st.button("Two meetings", key=f"suspected.two.{one.id}.{other.id}"):
                    joining.ask_first("two", (one.id, other.id))


def _undo(number: int) -> None:
    deciding.undo(number)
    st.session_state.pop(joining.LAST, None)
