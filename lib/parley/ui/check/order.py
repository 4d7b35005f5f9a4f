"""The way from one waiting document to the next: in the order of the list, as it stood when the reader set out."""

import streamlit as st

from parley.queries import waiting
from parley.ui.data import now

ORDER = "check.order"
"""In the session's state: the documents in the order of the list. A decision moves a document in the list; the way
stays as it was, so that none is passed over."""


def forget() -> None:
    """Set out anew: the reader has the list in view."""
    st.session_state.pop(ORDER, None)


def first() -> int | None:
    """The first document of the list."""
    return next(iter(now(waiting.in_order)), None)


def beside(number: int) -> tuple[int | None, int | None]:
    """The documents before and after this one that still wait; of one that is not on the way, none and the first."""
    waits = now(waiting.in_order)
    known: tuple[int, ...] = st.session_state.get(ORDER, ())
    way = (*known, *(one for one in waits if one not in set(known))) if number in known else waits
    st.session_state[ORDER] = way
    if number not in way:
        return None, next(iter(way), None)
    here, open_ = way.index(number), set(waits)
    before = next((one for one in reversed(way[:here]) if one in open_), None)
    return before, next((one for one in way[here + 1 :] if one in open_), None)
