"""Dialogues that texts name and the codebook does not hold yet, as a list that a person can look through."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import proposed
from parley.queries.proposed import Proposed
from parley.ui import evidence, export, tables
from parley.ui.data import ask
from parley.ui.evidence import Opened
from parley.ui.links import codebook_link
from parley.ui.words import counted, from_to, side_name

COLUMNS = {
    "name": st.column_config.TextColumn("As the texts name it", width=420),
    "sides": st.column_config.TextColumn("Sides", width=240),
    "held": st.column_config.NumberColumn("Rounds", width=70, help="Held, and reported by an article"),
    "referred": st.column_config.NumberColumn("Referred to", width=90, help="Only recalled, announced or cancelled"),
    "articles": st.column_config.NumberColumn("Articles", width=70, help="A copy counts with its original"),
    "years": st.column_config.TextColumn("Years", width=110),
}
WHAT = (
    "Names that follow the usual form of a dialogue. Parley keeps rounds of one name together, but knows none of its "
    "other names, its levels or its sides until someone adds it to the codebook. Choose a row to read them."
)


def show(filters: Filters) -> None:
    """The list; the row that is chosen opens the meetings that go by that name. Nothing where there is none."""
    found = ask(proposed.proposed, filters)
    if not found:
        return
    with st.expander(f"Not in the codebook yet ({len(found):,})", type="compact", key="dialogues.proposed"):
        st.caption(WHAT)
        data = _rows(found)
        row = tables.choose_row(data, f"proposed.{hash(filters)}", COLUMNS, tables.MOST_ROWS)
        if row is not None:
            codebook_link(found[row].series, "Add it to the codebook")
            evidence.panel("proposed", opened(found[row], filters))
        export.buttons("proposed", "Not in the codebook", filters, lambda: _listed(filters))


def opened(one: Proposed, filters: Filters) -> Opened:
    """The meetings that go by a name: those held, or where there are none those only referred to."""
    own = replace(filters, dialogues=(one.series,))
    return Opened("meetings" if one.held else "referred", own, one.name)


def _rows(found: Sequence[Proposed]) -> pd.DataFrame:
    return pd.DataFrame([_row(one) for one in found], columns=list(COLUMNS))


def _listed(filters: Filters) -> export.Listed:
    found = ask(proposed.proposed, filters)
    return export.Listed(counted(len(found), "name"), _rows(found))


def _row(one: Proposed) -> dict[str, object]:
    return {
        "name": one.name,
        "sides": ", ".join(side_name(side) for side in one.sides),
        "held": one.held,
        "referred": one.referred,
        "articles": one.articles,
        "years": from_to(str(one.first_year), str(one.last_year)) if one.first_year else "",
    }
