"""Following a dialogue: a switch that is kept at once, for this reader."""

import streamlit as st

from parley.store.follows import follow
from parley.ui.access import ACTOR, for_those_who_may
from parley.ui.writing import written

READER = ACTOR
"""Who reads, without sign-in."""


def switch(series: str, *, is_followed: bool, place: str) -> None:
    """The switch of one dialogue; its key bears its state, so that all places where it stands agree."""
    st.toggle(
        "Follow",
        value=is_followed,
        key=f"follow.{place}.{series}.{is_followed}",
        on_change=_set,
        args=(series, not is_followed),
        **for_those_who_may("Dialogues that you follow come first here and on the overview."),
    )


def _set(series: str, wanted: bool) -> None:
    """Keep it through the store, in one short transaction."""
    written(lambda db: follow(db, READER, series, wanted=wanted))
