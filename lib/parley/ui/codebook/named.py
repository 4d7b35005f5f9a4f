"""A dialogue that texts name and the codebook does not hold: a link brings what they tell of it into the form."""

import re

import streamlit as st

from parley.codebook.own_series import codes
from parley.queries import proposed
from parley.queries.proposed import Proposed
from parley.ui.codebook import change, draft
from parley.ui.codebook.address import BROUGHT
from parley.ui.data import ask

FILLED = "codebook.named"
CYRILLIC = re.compile("[А-Яа-яЁё]")


def fill_in() -> None:
    """Fill the form with the dialogue that the address names; once, so that what is typed over it stays."""
    asked = st.query_params.get(BROUGHT, "")
    is_drawn = change.KIND in st.session_state or draft.is_open()
    if not asked or (is_drawn and st.session_state.get(FILLED) == asked):
        return
    st.session_state[FILLED] = asked
    one = ask(proposed.named, asked)
    if one is not None:
        change.fill(change.SERIES, as_fields(one))


def as_fields(one: Proposed) -> dict[str, object]:
    """What the texts tell of it, as the fields of the form that adds a dialogue."""
    language = "ru" if CYRILLIC.search(one.name) else "en"
    kept_as = (one.name, one.series)
    return {
        "series_name": one.name,
        "sides": [side for side in one.sides if side in codes()],
        "called": one.name,
        "language": language,
        "kept_as": kept_as,
    }
