"""Links to single things. A link keeps the filters, and adds the thing's number to the address."""

from pathlib import Path

import streamlit as st

from parley.ui.plain import plain

PAGES = Path(__file__).resolve().parents[3] / "pages"


def article_link(article: int, label: str) -> None:
    """A link to the reader with this article; the label alone where there is no reader."""
    if (PAGES / "articles.py").exists():
        words = plain(label)
        st.page_link("pages/articles.py", label=words, icon=":material/article:", query_params={"id": str(article)})
    else:
        st.caption(plain(label))
