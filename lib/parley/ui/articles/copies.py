"""What else carries an article's words or reports its meeting, each with the reason why it stands there."""

import streamlit as st

from parley.queries.copies import Other, Reason, beside
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import counted, on_date

HEADS: dict[Reason, str] = {
    "identical": "Identical text",
    "original": "This is a copy of",
    "near": "Near-copy",
    "report": "Other report of the same meeting",
}


def show(article_id: int, place: str) -> None:
    """The copies and other reports of an article, to read each; nothing where it stands alone."""
    others = ask(beside, article_id)
    if not others:
        return
    with st.container(border=True, key=f"evidence-copies-{place}", gap="xsmall"):
        st.subheader(f"Beside this article: {in_words(others)}", anchor=False)
        for n, other in enumerate(others):
            _line(other, f"copy.{place}.{n}")


def in_words(others: tuple[Other, ...]) -> str:
    """ "2 copies", "1 copy and 3 other reports"."""
    reports = sum(other.reason == "report" for other in others)
    parts = [copies(len(others) - reports)] if len(others) > reports else []
    return " and ".join([*parts, counted(reports, "other report")] if reports else parts)


def folded(count: int, reports: int) -> str:
    """What the table says of an article's copies: "+ 2 copies", "+ 1 copy, 3 reports"; nothing for none."""
    parts = [copies(count)] if count else []
    parts += [counted(reports, "report")] if reports else []
    return f"+ {', '.join(parts)}" if parts else ""


def copies(count: int) -> str:
    """ "1 copy", "2 copies"."""
    return f"{count:,} {'copy' if count == 1 else 'copies'}"


def _line(other: Other, key: str) -> None:
    share = f", {other.share:.0%} of the copy's words" if other.reason in {"near", "original"} else ""
    about = (other.source, on_date(other.published_on) if other.published_on else None, other.file, other.url)
    st.markdown(f"**{HEADS[other.reason]}**{share}  \n:gray[{plain(' · '.join(part for part in about if part))}]")
    if other.article_id is None:
        st.caption(plain(other.title))
    else:
        # A link from a page to itself loses its address when a field of the page is bound to it; a callback does not.
        st.button(plain(other.title) or "Untitled", key=key, type="tertiary", on_click=_open, args=(other.article_id,))


def _open(article_id: int) -> None:
    st.query_params["id"] = str(article_id)
