"""What is still being read, shown anew by itself as long as something waits."""

import streamlit as st

from parley import settings
from parley.queries import inbox, waiting
from parley.queries.inbox import Unfinished
from parley.store.lease import worker_is_alive
from parley.ui.data import now
from parley.ui.plain import plain
from parley.ui.words import counted

SECONDS = 1.0
FILED = "inbox.filed"
"""In the session's state from when the worker was given work until the page has been drawn anew after it was done."""


def show() -> None:
    """Nothing where nothing waits; else a bar that moves by itself, and the whole page anew at the end."""
    if _is_under_way():
        _moving()
    elif st.session_state.pop(FILED, False):
        # Done since this page began: the counts at its top are those from before.
        st.rerun()


def _is_under_way() -> bool:
    """Whether something is read, added, taken back, or looked at for the first time."""
    return bool(
        now(inbox.unfinished).documents
        or now(waiting.how_many, "adding")
        or now(waiting.how_many_unseen)
        or now(inbox.being_taken_back)
    )


@st.fragment(run_every=SECONDS)
def _moving() -> None:
    if not _is_under_way():
        st.rerun()
    left, adding = now(inbox.unfinished), now(waiting.how_many, "adding")
    with st.container(border=True, key="inbox-progress"):
        if now(inbox.being_taken_back):
            st.progress(0.5, text="Taking the upload back")
        elif adding:
            st.progress(0.5, text=f"Adding {counted(adding, 'document')}")
        elif left.documents:
            st.progress(left.share, text=_in_words(left))
        else:
            st.progress(0.9, text="Looking at what each document would add")
        if not worker_is_alive(settings.from_environment()):
            st.warning(
                "Nobody is reading at this moment. What you uploaded is safe and waits. Parley starts a reader within "
                "half a minute; if this stays, start one with `parley worker`, or start Parley again.",
                icon=":material/hourglass_empty:",
            )


def _in_words(left: Unfinished) -> str:
    """ "3 documents to read: release.pdf", with articles where a file holds many."""
    name = f": {plain(left.name)}" if left.name else ""
    within = f" ({left.done:,} of {counted(left.total, 'article')})" if left.total > 1 else ""
    return f"{counted(left.documents, 'document')} to read{name}{within}"
