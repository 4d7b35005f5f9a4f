"""Empty states: each says why there is nothing, and what to do."""

from pathlib import Path

import streamlit as st

from parley.model import Filters
from parley.ui import filters
from parley.ui.heading import section

PAGES = Path(__file__).resolve().parents[3] / "pages"


def nothing(what: str = "meetings") -> None:
    """Say why there is nothing of this kind: the filters leave none, or nothing has been added yet."""
    with st.container(key="empty-state", horizontal_alignment="center"):
        if filters.current() != Filters():
            section("empty", f"No {what} under these filters", width="content")
            st.markdown("Remove a filter above, or set them all back.", width="content")
            st.button("Reset filters", on_click=filters.reset, key=f"empty.reset.{what}")
        else:
            section("empty", f"No {what} yet", width="content")
            st.markdown(
                "Add articles, releases or pasted text, and Parley finds who met, when, and on what.", width="content"
            )
            if (PAGES / "inbox.py").exists():
                st.page_link("pages/inbox.py", label="Go to the Inbox", icon=":material/upload:")
