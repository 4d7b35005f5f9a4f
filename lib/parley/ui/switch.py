"""The switch between the views of a page that keeps in its address which one is open."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

View = TypeVar("View", bound=str)


def between(views: Mapping[View, str], now: View, key: str, turn: Callable[[str], None]) -> None:
    """The views by their names, `now` chosen; `turn` is called with the key that holds what the reader chooses.

    `key` is to bear the open view, so that the address decides what is shown.
    """
    st.segmented_control(
        "View",
        list(views),
        default=now,
        format_func=lambda view: views[view],
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=turn,
        args=(key,),
    )
