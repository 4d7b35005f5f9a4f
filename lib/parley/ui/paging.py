"""Turning the pages of a long list by key: each page begins below the last row of the one before it."""

from collections.abc import Hashable
from typing import Any

import streamlit as st


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
