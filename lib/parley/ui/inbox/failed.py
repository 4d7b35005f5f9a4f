"""Documents that could not be read, each with when, why, what to do next, and the place to do it."""

from datetime import datetime

import streamlit as st

from parley.queries import unread as query
from parley.queries.unread import Failed
from parley.ui import paging
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.inbox import unread
from parley.ui.inbox.receipts import KINDS
from parley.ui.plain import plain
from parley.ui.words import counted, moment

KEY, SHOW, RECEIPT = "failed", "show", "receipt"
SECTION = "Could not be read"


def show() -> None:
    """All of them, or the one that the address names; nothing where there is none."""
    asked = st.query_params.get(RECEIPT, "")
    one = now(query.failed_one, int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    before = paging.turned(KEY, asked)
    found = [one] if one else now(query.failed, before)
    if not found:
        return
    section("failed", SECTION)
    if asked and not one:
        st.caption("The document that was asked for has been read, left out or taken back since. These are the others.")
    for each in found:
        with st.container(key=f"row-failed-{each.id}", gap="xxsmall"):
            st.markdown(in_words(each))
            unread.show(each.id, each.reason)
    if one:
        _button(f"All that could not be read: {counted(now(query.how_many_failed), 'document')}")
    else:
        paging.buttons(KEY, asked, found[-1].id if len(found) == query.PAGE else None)


def offer() -> None:
    """Where there are some: how many, and the way to them."""
    if failed := now(query.how_many_failed):
        _button(f"{counted(failed, 'document')} could not be read: see each, and what to do next")


def _button(words: str) -> None:
    """The way to all of them. A link from a page to itself would leave the browser's address as it was."""
    st.button(words, key="failed.all", icon=":material/error:", type="tertiary", on_click=_open)


def _open() -> None:
    st.query_params.pop(RECEIPT, None)
    st.query_params[SHOW] = "unread"


def in_words(one: Failed) -> str:
    """Name, when, why and what next, as markdown: "**scan.pdf** · 23 November 2026, 20:57 · Files"."""
    title = f" · {one.title}" if one.title and one.title != one.name else ""
    when = f"{moment(datetime.fromisoformat(one.at))} · {KINDS.get(one.kind, one.kind)}"
    head = f"**{plain(one.name)}**{plain(title)}  \n:gray[{plain(when)}]"
    return f"{head}  \n{plain(one.why)}  \n**Next:** {plain(one.next_step)}"
