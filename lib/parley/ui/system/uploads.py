"""What was uploaded, a line each, and the way to take an upload back."""

import streamlit as st

from parley.queries import inbox
from parley.ui import paging
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.inbox import progress, take_back
from parley.ui.inbox.intake import PROBLEM
from parley.ui.inbox.receipts import head_of
from parley.ui.plain import plain


def show() -> None:
    """The uploads, newest first."""
    listed = now(inbox.uploads, paging.turned("system.uploads", "all"))
    if not listed:
        return
    section("uploads", "Uploads")
    progress.show()
    if PROBLEM in st.session_state:
        st.error(plain(st.session_state.pop(PROBLEM)))
    for upload in listed:
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-upload-{upload.id}"):
            st.markdown(plain(head_of(upload)), width="stretch")
            take_back.offer(upload, "system")
    paging.buttons("system.uploads", "all", listed[-1].id if len(listed) == inbox.PAGE else None)
