"""Questions to the database that took long: which, under which filters, how often, and how long."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from parley import settings
from parley.model import Filters
from parley.queries import facets
from parley.slow import SLOW_MS, Slow
from parley.ui import data
from parley.ui.filters import chips
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.tables import table
from parley.ui.words import moment

HOW = (
    f"Each question that a screen asks is measured, and those of {SLOW_MS} ms and more are remembered until Parley is "
    "started anew. An answer is kept until something changes, so a question is asked once for all readers."
)
PLAIN = {
    **{"evidence": "source sentences", "commitments": "promises", "series": "dialogue", "units": "what is counted"},
    **{"doubles": "double meetings", "receipts": "documents of an upload", "facets": "filters", "sqlite": "database"},
    **{"doubtful": "check first", "board": "list of promises", "known": "all promises and rounds"},
    **{"lanes": "timeline", "read": "reading", "sheets": "spreadsheets"},
}
"""Words of the code that readers call otherwise."""


def show() -> None:
    """The questions, the slowest first; or that there was none."""
    section("slow", "Slow questions", HOW)
    here = data.watch(str(settings.from_environment().database))
    since, found = moment(here.since), here.slow()
    if not found:
        st.markdown(plain(f"No question to the database took longer than {SLOW_MS} ms since {since}."))
        return
    st.caption(plain(f"Questions that took {SLOW_MS} ms or longer since {since}, the slowest first."))
    table(as_table(found), "system.slow")


def as_table(found: Sequence[Slow]) -> pd.DataFrame:
    """A row a question, in words."""
    return pd.DataFrame(
        {
            "Question": question_said(one.question),
            "Slowest, ms": one.slowest_ms,
            "Median, ms": one.median_ms,
            "Times": one.times,
            "Last": moment(one.last_at),
            "Filters when slowest": _filters_said(one.filters),
        }
        for one in found
    )


def question_said(name: str) -> str:
    """The name of a question in words: "Topics: topic trend", of `parley.queries.topics.topic_trend`."""
    _, module, *function = name.rsplit(".", 2) if "<" not in name else name.split(".<", maxsplit=1)[0].rsplit(".", 2)
    asked, about = (_words(part) for part in (function[0], module))
    return asked.capitalize() if about in asked else f"{about}: {asked}".capitalize()


def _words(name: str) -> str:
    return " ".join(PLAIN.get(part, part) for part in name.strip("_").split("_"))


def _filters_said(filters: Filters | None) -> str:
    if filters is None:
        return "it knows no filters"
    return ", ".join(words for _, _, words in chips(filters, data.ask(facets.facets))) or "nothing filtered"
