"""What a search found: titles, where they come from, and the words around each hit."""

import re
from html import escape

import streamlit as st

from parley.model import Filters
from parley.queries import search
from parley.queries.search import CLOSE, OPEN, PAGE, RANKED, Hit, Order
from parley.ui.articles.table import in_words
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import language_name, on_date

ORDERS: dict[Order, str] = {"newest": "Newest first", "relevance": "Best match first"}
HIT = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def show(question: str, filters: Filters) -> Order:
    """One page of hits under how many there are; the order that the reader chose."""
    order = st.segmented_control(
        "Order", list(ORDERS), default="newest", format_func=ORDERS.__getitem__, required=True, key="search.order"
    )
    order = order or "newest"
    page = _page(question, filters, order)
    found = ask(search.hits, question, filters, order, page)
    if not found.rows:
        _none(question)
        return order
    st.caption(_too_many(order) if found.count > RANKED else in_words(filters, question))
    for hit in found.rows:
        with st.container(key=f"hit-{hit.article_id}", gap="xxsmall"):
            _hit(hit)
    if found.has_more or page:
        pages = -(-min(found.count, RANKED) // PAGE)
        st.pagination(max(pages, page + 1), key=_page_key(question, filters, order))
    return order


def _page_key(question: str, filters: Filters, order: str) -> str:
    return f"search.page.{hash((question, filters, order))}"


def _page(question: str, filters: Filters, order: str) -> int:
    return int(st.session_state.get(_page_key(question, filters, order), 1)) - 1


def _none(question: str) -> None:
    if search.match_of(question) is None:
        st.info("Type at least one word to look for, beside those left out with “-”.", icon=":material/search:")
    else:
        st.info(
            "No article holds all these words. Try fewer of them, or only the beginning of one with “*”: sanction*.",
            icon=":material/search:",
        )


def _too_many(order: Order) -> str:
    ranked = "best match among" if order == "relevance" else "listed are"
    return f"More than {RANKED:,} articles; {ranked} the newest {RANKED:,}"


def _hit(hit: Hit) -> None:
    """Title to open it by, outlet and date, and the words around the hit."""
    # A link from a page to itself loses its address when a field of the page is bound to it; a callback does not.
    st.button(
        _bold(hit.title) or "Untitled", key=f"open.{hit.article_id}", type="tertiary", on_click=_open, args=(hit,)
    )
    about = (hit.source, on_date(hit.published_on), language_name(hit.language))
    st.caption(plain(" · ".join(part for part in about if part)))
    st.html(f'<div class="hit-words">{marked(hit.words)}</div>')


def _open(hit: Hit) -> None:
    st.query_params["id"] = str(hit.article_id)


def _bold(title: str) -> str:
    """The title as plain text with its hits in bold."""
    pieces = HIT.split(title)
    return "".join(f"**{plain(piece)}**" if n % 2 else _kept(piece) for n, piece in enumerate(pieces))


def _kept(piece: str) -> str:
    """Plain text that keeps the spaces at its ends."""
    return " " * piece[:1].isspace() + plain(piece) + " " * (piece[-1:].isspace() and len(piece) > 1)


def marked(words: str) -> str:
    """The words as HTML: every character escaped, the hits in `<mark>`; a stray marker is dropped."""
    pieces = [
        f"<mark>{escape(piece)}</mark>" if n % 2 else escape(piece.replace(OPEN, "").replace(CLOSE, ""))
        for n, piece in enumerate(HIT.split(words))
    ]
    return "".join(pieces)
