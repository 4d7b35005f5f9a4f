"""What an address asks the filters for in vain, told in one line instead of left out in silence."""

from collections.abc import Collection, Mapping
from datetime import date

import streamlit as st

from parley.ui.plain import plain

TOLD = "filters.misread"


def unknown(asked: Mapping[str, list[str]], known: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """ "dialogue=zzz", "since=banana": what is asked and not among what is known; `since` and `until` are dates."""
    found = []
    for key, values in asked.items():
        offered = {value.casefold() for value in known.get(key, ())}
        for value in values:
            is_known = _is_date(value) if key in ("since", "until") else value.casefold() in offered
            if value and not is_known:
                found.append(f"{key}={value}")
    return tuple(found)


def _is_date(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def remember(found: tuple[str, ...]) -> None:
    """Keep it: Streamlit takes what its widgets do not know from the address at once."""
    if found:
        st.session_state[TOLD] = (found, None)


def show(chosen: object) -> None:
    """Say it until something else is filtered."""
    found, then = st.session_state.get(TOLD, ((), None))
    if found and then in (None, chosen):
        st.session_state[TOLD] = (found, chosen)
        st.caption(plain(f"Not understood in the address: {', '.join(found)}"))
    elif found:
        del st.session_state[TOLD]
