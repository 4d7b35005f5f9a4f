"""The entry script: it only navigates, in the order and the words of DESIGN.md, over the pages that are there."""

from pathlib import Path
from typing import Literal

import streamlit as st

from parley.ui.page import begun

PAGES = Path(__file__).parent / "pages"
MENU = {
    "overview": "Overview",
    "dialogues": "Dialogues",
    "timeline": "Timeline",
    "topics": "Topics",
    "people": "People",
    "promises": "Promises",
    "articles": "Articles",
    "inbox": "Inbox",
}
DESK = {"codebook": "Codebook", "system": "System"}
BY_LINK = {"meeting": "Meeting", "check": "Check"}  # Pages to which only links lead.


def offered(menu: dict[str, str], visibility: Literal["visible", "hidden"] = "visible") -> list[st.Page]:
    """The pages of a menu that exist, in its order."""
    there = {name: PAGES / f"{name}.py" for name in menu if (PAGES / f"{name}.py").exists()}
    return [
        st.Page(file, title=menu[name], default=name == "overview", visibility=visibility)
        for name, file in there.items()
    ]


sections = {"": [*offered(MENU), *offered(BY_LINK, "hidden")], "Desk": offered(DESK)}
chosen = st.navigation({name: pages for name, pages in sections.items() if pages}, position="top")
with begun():
    chosen.run()
