"""What is still being read, shown anew by itself as long as something waits."""

import streamlit as st

from parley import settings
from parley.queries import inbox
from parley.queries.inbox import Unfinished
from parley.store.lease import worker_is_alive
from parley.ui.inbox.now import now
from parley.ui.plain import plain
from parley.ui.words import counted

SECONDS = 1.0
FILED = "inbox.filed"
"""In the session's state from an upload until the page has been drawn anew after it was read."""


def show() -> None:
    """Nothing where nothing waits; else a bar that moves by itself, and the whole page anew at the end."""
    if now(inbox.unfinished).documents:
        _moving()
    elif st.session_state.pop(FILED, False):
        # Read since this page began: the counts at its top are those from before the upload.
        st.rerun()


@st.fragment(run_every=SECONDS)
def _moving() -> None:
    left = now(inbox.unfinished)
    if not left.documents:
        st.rerun()
    with st.container(border=True, key="inbox-progress"):
        st.progress(left.share, text=_in_words(left))
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
