"""One article: its whole text with every found passage marked, beside the list of what was found."""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from parley.charts.theme import GROUP_COLOURS, OTHER
from parley.queries import articles
from parley.queries.articles import Found, StoredArticle
from parley.ui import internal
from parley.ui.articles import copies, findings
from parley.ui.articles.marking import LETTERS, counts_by_letter, marked_html
from parley.ui.articles.passages import passages_of
from parley.ui.chart import legend
from parley.ui.correct import published as published_on
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import NOT_READ_FOR_TOPICS, language_name, listed, published

STYLE = Path(__file__).with_name("reader.css")
PLURALS = {"M": "Meetings", "D": "Dates", "P": "People", "T": "Topics", "C": "Promises"}


def style() -> None:
    """The look of marks and hits; group colours come from the one theme."""
    colours = [*GROUP_COLOURS.values(), OTHER]
    rules = "".join(
        f".pl-g{n}{{background:color-mix(in srgb,{colour} 20%,transparent)}}"
        f"sup.pl-g{n}{{border-color:{colour};background:color-mix(in srgb,{colour} 34%,transparent)}}"
        for n, colour in enumerate(colours)
    )
    st.html(f"<style>{rules}{STYLE.read_text('utf-8')}</style>")


def show(wanted: str) -> None:
    """The article with this number, or why there is none."""
    article = ask(articles.stored_article, int(wanted)) if wanted.isdecimal() and len(wanted) < 16 else None
    if article is None:
        st.info("There is no such article here, or it has been removed.", icon=":material/info:")
        return
    found = ask(articles.found_in, article.id)
    _head(article)
    left, right = st.columns([7, 5], gap="large")
    with right, st.container(key="beside-reader"):
        chosen = findings.show(article, found)
        copies.show(article.id, "reader")
    with left:
        _text(article, found, chosen)


def _head(article: StoredArticle) -> None:
    """Title, outlet, date with what it rests on, language, address, and the sources that the text names."""
    st.header(plain(article.title or "Untitled"), anchor=False)
    when = published(article.published_on, article.published_basis)
    sample = "sample article" if article.is_sample else None
    about = (article.source or "no outlet named", when, language_name(article.language), sample)
    st.markdown(plain(" · ".join(part for part in about if part)))
    published_on.button(article)
    internal.switch(article.id)
    if article.language == "other":
        st.caption(f":material/translate: {NOT_READ_FOR_TOPICS}")
    if article.url:
        _address(article.url)
    if article.named_sources:
        st.caption(plain(f"Sources that the text names: {listed(article.named_sources)}"))


def _address(url: str) -> None:
    """The address in full, so that a reader sees where a click would lead; a link only where it is a web address."""
    try:
        is_web = urlsplit(url).scheme in {"http", "https"} and bool(urlsplit(url).hostname)
    except ValueError:
        is_web = False
    if is_web:
        st.page_link(url, label=plain(url), icon=":material/open_in_new:")
    else:
        st.caption(plain(url))


def _text(article: StoredArticle, found: Found, chosen: str | None) -> None:
    """The legend with its switches, then the marked text."""
    passages = passages_of(found, article.text)
    counts = counts_by_letter(passages)
    offered = [letter for letter in LETTERS if counts[letter]]
    if offered:
        shown = st.pills(
            "Marked in the text",
            offered,
            selection_mode="multi",
            default=offered,
            format_func=lambda letter: f"**{letter}** {PLURALS[letter]} {counts[letter]}",
            key=f"letters.{article.id}",
            wrap=True,
            help="A letter stands at the end of each passage. Topics take the colour of their group; people and dates "
            "are underlined; sentences that tell of a meeting or a promise have a line below.",
        )
        passages = [passage for passage in passages if passage.letter in shown]
        if "T" in shown:
            legend(tuple({topic.group for topic in found.topics}))
    st.html(marked_html(article.text, passages, article.left_out, chosen))
