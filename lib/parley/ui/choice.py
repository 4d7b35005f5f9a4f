"""A choice that stands in the address: a link, a reload and the way back lead to it again."""

from collections.abc import Mapping

import streamlit as st


def in_address(parameter: str, label: str, offered: Mapping[str, str]) -> str:
    """A row of choices, of which the address names one by this parameter; the first where it names none of them."""
    first = next(iter(offered))
    asked = st.query_params.get(parameter, first)
    now = asked if asked in offered else first
    key = f"choice.{parameter}.{now}"  # The key bears the value, so that the address decides what is shown.
    st.segmented_control(
        label,
        list(offered),
        default=now,
        format_func=offered.__getitem__,
        required=True,
        key=key,
        on_change=_choose,
        args=(parameter, key, first),
        width="content",
    )
    return now


def _choose(parameter: str, key: str, first: str) -> None:
    wanted = str(st.session_state.get(key) or first)
    if wanted != first:
        st.query_params[parameter] = wanted
    elif parameter in st.query_params:
        del st.query_params[parameter]
