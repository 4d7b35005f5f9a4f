"""What could not be read: the newest, each with its reason, what to do next, and the way to its line in the Inbox."""

import streamlit as st

from parley.queries import unread
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.inbox.failed import SECTION, in_words
from parley.ui.links import inbox_link

MOST = 3


def show() -> None:
    """The newest three and the way to all; that all could be read where it is so."""
    section("failed", SECTION)
    count = now(unread.how_many_failed)
    if not count:
        st.markdown("All that came in could be read.")
        return
    for one in now(unread.failed, None, MOST):
        with st.container(key=f"row-failed-{one.id}", gap="xxsmall"):
            st.markdown(in_words(one))
            inbox_link("unread", "Its line in the Inbox", receipt=one.id)
    if count > MOST:
        inbox_link("unread", f"All that could not be read: {count:,} documents")
