"""Long lists: turned page by page, each beginning below the last row of the one before; or opened further down."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, TypeVar

import streamlit as st

A_PAGE = 25
"""Rows of a list that opens further down, before a reader asks for more."""

Row = TypeVar("Row")


def turned(key: str, about: Hashable) -> Any:
    """The key below which the page in view begins; None on the first, and again whenever `about` changes."""
    keys = _keys(key, about)
    return keys[-1] if keys else None


def buttons(key: str, about: Hashable, below: Hashable | None) -> None:
    """Previous and Next; `below` is the key of the last row in view, None where none follow. Nothing on a lone page."""
    keys = _keys(key, about)
    if not keys and below is None:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button("← Previous", key=f"previous.{key}", on_click=_turn, args=(key, about, keys[:-1]), disabled=not keys)
        further = (*keys, below)
        st.button("Next →", key=f"next.{key}", on_click=_turn, args=(key, about, further), disabled=below is None)
        st.caption(f"Page {len(keys) + 1}")


def _keys(key: str, about: Hashable) -> tuple[Any, ...]:
    kept, keys = st.session_state.get(f"pages.{key}", (None, ()))
    return tuple(keys) if kept == about else ()


def _turn(key: str, about: Hashable, keys: tuple[Any, ...]) -> None:
    st.session_state[f"pages.{key}"] = (about, keys)


def opened_down(key: str, rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The first rows with their numbers, for the caller to draw; below them, where there are more, the button."""
    shown = int(st.session_state.get(f"shown.{key}", A_PAGE))
    yield from enumerate(rows[:shown])
    if len(rows) > shown:
        left = min(A_PAGE, len(rows) - shown)
        st.button(f"Show {left} more", key=f"{key}.more", on_click=_open_down, args=(key, shown + A_PAGE))


def _open_down(key: str, shown: int) -> None:
    st.session_state[f"shown.{key}"] = shown
