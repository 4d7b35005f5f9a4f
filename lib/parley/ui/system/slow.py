"""Questions to the database that took long: which, under which filters, how often, and how long."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from inspect import getdoc

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
    f"What screens ask the database is measured, and what took {SLOW_MS} ms and more is remembered until Parley is "
    "started anew. An answer is kept until something changes, so a question is asked once for all readers."
)


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
    """What a question asks for, by what its function says that it gives: of `parley.queries.units.units`, "The distinct
    units under the filters, newest or most frequent first".
    """
    module, _, function = name.partition(".<")[0].rpartition(".")
    asked = getattr(import_module(module), function, None) if find_spec(module) else None
    first = ((asked and getdoc(asked)) or function.strip("_").replace("_", " ")).splitlines()[0]
    columns, _, what = first.partition(": ")
    said = (what if what and columns[:1].islower() else first).split(";")[0]
    return (said[:1].upper() + said[1:]).rstrip(".").replace("`", "")


def _filters_said(filters: Filters | None) -> str:
    if filters is None:
        return "it knows no filters"
    return ", ".join(words for _, _, words in chips(filters, data.ask(facets.facets))) or "nothing filtered"
