"""What a page says when it cannot be shown: what happened, that nothing is lost, and what to do next."""

import streamlit as st

from parley.errors import ParleyError
from parley.store.sqlite import IntegrityError, OperationalError
from parley.ui.plain import plain

BUSY = (
    "The database is busy: another program is writing to it. Nothing is lost. "
    "Wait a moment, then try again; if it stays so, end the other program."
)
LOCKED_OR_GONE = (
    "The database cannot be read just now. Nothing that Parley keeps was changed. Check that its folder is there and "
    "that the disk is not full, then try again."
)
GONE = (
    "This was not done: what it is about was removed or changed meanwhile. Nothing else was changed. Look at the page "
    "again, then decide."
)
ANYTHING = (
    "This page could not be shown. Nothing is lost. Try again, or choose another page or fewer filters; "
    "if it stays so, what went wrong is written in the window or the log where Parley runs."
)


REFUSED = "trouble.refused"
"""In the session's state: why a change was not made, for the top of the page."""


def refused() -> None:
    """Why the last change was not made, once."""
    if reason := st.session_state.pop(REFUSED, None):
        st.error(plain(reason), icon=":material/error:")


def show(error: Exception) -> None:
    """The error in words for readers, and a way to try again."""
    st.error(plain(in_words(error)), icon=":material/error:")
    st.button("Try again", key="trouble.again", type="primary")


def in_words(error: Exception) -> str:
    """What to tell a reader: our own errors speak for themselves, the rest is never shown as it is."""
    if isinstance(error, ParleyError):
        return str(error)
    if isinstance(error, OperationalError):
        return BUSY if "locked" in str(error) or "busy" in str(error) else LOCKED_OR_GONE
    if isinstance(error, IntegrityError):
        return GONE
    return ANYTHING
