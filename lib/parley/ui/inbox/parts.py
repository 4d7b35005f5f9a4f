"""One part of the Inbox by itself: what a number elsewhere counts, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from parley.queries import doubles, remarks, sheets, unread
from parley.queries.doubtful import doubtful_counts
from parley.queries.waiting import waiting_counts
from parley.ui.correct import report, suspected
from parley.ui.data import ask, now
from parley.ui.inbox import columns, doubtful, failed, waiting


@dataclass(frozen=True, slots=True)
class Part:
    """How a part is drawn, how many things it holds, and what one of them is called, with what follows."""

    show: Callable[[], None]
    count: Callable[[], int]
    one: str
    what: str
    icon: str


PARTS = {
    "columns": Part(
        lambda: columns.show(now(sheets.how_many_questions)),
        lambda: now(sheets.how_many_questions),
        "spreadsheet",
        "with columns to name",
        ":material/help:",
    ),
    "waiting": Part(
        waiting.show,
        lambda: sum(now(waiting_counts).values()),
        "document",
        "to add or leave out",
        ":material/hourglass_empty:",
    ),
    "unread": Part(
        failed.show, lambda: now(unread.how_many_failed), "document", "that could not be read", ":material/error:"
    ),
    "reports": Part(
        lambda: report.waiting(is_open=True),
        lambda: len(ask(remarks.waiting)),
        "report",
        "by readers to settle",
        ":material/flag:",
    ),
    "doubles": Part(
        suspected.show, lambda: len(ask(doubles.suspected)), "pair", "of meetings that may be one", ":material/merge:"
    ),
    "doubtful": Part(
        lambda: doubtful.show(is_open=True),
        lambda: sum(ask(doubtful_counts).values()),
        "finding",
        "to check first",
        ":material/rule:",
    ),
}


def asked() -> str | None:
    """The part that the address names; None for the whole Inbox."""
    part = st.query_params.get(failed.SHOW)
    return part if part in PARTS else None


def show(part: str) -> None:
    """The part, or that it is empty, and the way back to the whole."""
    one = PARTS[part]
    one.show()
    if not one.count():
        st.info(f"There is no {one.one} {one.what} any more.", icon=":material/task_alt:")
    st.button("Show all of the Inbox", key="inbox.all", icon=":material/inbox:", type="tertiary", on_click=_all)


def _all() -> None:
    for key in (failed.SHOW, failed.RECEIPT):
        st.query_params.pop(key, None)
