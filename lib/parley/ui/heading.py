"""The heading of a part of a page: second to the page's title for those who hear it, and no larger than it need be."""

from typing import Literal

import streamlit as st

from parley.ui.plain import plain


def section(
    key: str, words: str, explained: str | None = None, width: Literal["stretch", "content"] = "stretch"
) -> None:
    """A heading one level below the title of the page: a level left out would be a gap to a reader who listens.

    `words` are plain text, `explained` markdown behind a "?"; `key` is its own on the page.
    """
    with st.container(key=f"section-{key}", width=width):
        st.header(plain(words), help=explained, anchor=False, width=width)
