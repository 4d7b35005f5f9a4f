"""The articles of a meeting next to each other, with what each tells of it marked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from parley.queries import articles
from parley.queries.accounts import originals
from parley.queries.articles import Found
from parley.queries.meeting import outlet_of
from parley.ui.articles import reader
from parley.ui.articles.marking import LETTERS, marked_html
from parley.ui.articles.passages import passages_of
from parley.ui.data import ask
from parley.ui.links import article_link
from parley.ui.plain import plain
from parley.ui.words import on_date

STYLE = Path(__file__).with_name("meeting.css")


def style() -> None:
    """The look of this page, and that of marked texts."""
    reader.style()
    st.html(f"<style>{STYLE.read_text('utf-8')}</style>")


def show(told: Sequence[dict[str, Any]], same: Sequence[dict[str, Any]], meeting: int) -> None:
    """Two of the articles side by side, as the reader chooses them; the one article folded where there is no other.

    `same` are the other places from which the text of one of them came.
    """
    first_told = originals(told)
    copies = {row["article_id"]: _copies(row["article_id"], told, same) for row in first_told}
    by_id = {int(row["article_id"]): row for row in first_told}
    if len(by_id) == 1:
        (only,) = by_id
        st.subheader("Its article", anchor=False)
        _said_of(by_id[only], copies[only])
        with st.expander("Read it here, with what it tells of this meeting marked", key="only-article"):
            _text(only, meeting)
        return
    st.subheader("Its articles side by side", anchor=False)
    st.caption("Marked is what belongs to this meeting: " + ", ".join(f"{k} {v.lower()}" for k, v in LETTERS.items()))
    ids = list(by_id)
    another = _of_another_outlet(first_told)
    for place, title, first in zip(st.columns(2, gap="large"), ("One", "The other"), (0, another), strict=True):
        with place:
            key = f"text.{title}.{meeting}"
            chosen = st.selectbox(title, ids, index=first, format_func=_names(by_id), key=key)
            _said_of(by_id[chosen], copies[chosen])
            _text(chosen, meeting)


def _copies(
    original: int, told: Sequence[dict[str, Any]], same: Sequence[dict[str, Any]]
) -> list[tuple[str, dict[str, Any]]]:
    """What repeats an article, each with how: its near-copies, and its or their text from elsewhere."""
    near = [row for row in told if row["original"] == original]
    family = {original, *(row["article_id"] for row in near)}
    return [
        *(("reworded or cut", row) for row in near),
        *(("word for word", row) for row in same if row["article_id"] in family),
    ]


def _of_another_outlet(rows: Sequence[dict[str, Any]]) -> int:
    """The place of the first article from another outlet than the first; the second where there is none."""
    other = (n for n, row in enumerate(rows) if outlet_of(row) != outlet_of(rows[0]))
    return next(other, 1)


def _names(rows: dict[int, dict[str, Any]]) -> Any:
    """How an article is called among those to choose from; no markdown is read there."""
    return lambda article: f"{_outlet(rows[article])}: {rows[article]['article']}"


def _outlet(row: dict[str, Any]) -> str:
    published = row["published_on"]
    return ", ".join((outlet_of(row), on_date(published) if published else "no date of publication"))


def _said_of(row: dict[str, Any], copies: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """The title, the way to the reader, and the copies of this text, folded."""
    st.markdown(f"**{plain(row['article'] or 'Untitled')}**")
    article_link(int(row["article_id"]), _outlet(row))
    if copies:
        with st.expander(
            f"+ {len(copies)} {'copy' if len(copies) == 1 else 'copies'}", key=f"copies.{row['article_id']}"
        ):
            for how, copy in copies:
                article_link(int(copy["article_id"]), f"{_outlet(copy)}: {how}")


def _text(article_id: int, meeting: int) -> None:
    """The whole text, with the passages that belong to this meeting."""
    article = ask(articles.stored_article, article_id)
    if article is not None:
        found = of_meeting(ask(articles.found_in, article_id), meeting)
        st.html(marked_html(article.text, passages_of(found, article.text), article.left_out))


def of_meeting(found: Found, meeting: int) -> Found:
    """What an article tells of one meeting; people stay, as those spoken of belong to no meeting."""
    return Found(
        tuple(m for m in found.meetings if m.meeting_id == meeting),
        tuple(t for t in found.topics if t.meeting_id == meeting),
        found.people,
        tuple(p for p in found.promises if p.meeting_id == meeting),
    )
