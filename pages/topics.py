"""Topics: how often and when, by whom, compared, gone quiet, not yet known; and the answer sheet."""

import streamlit as st

from parley.queries import units
from parley.ui import filters
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.page import page
from parley.ui.topics import address, answer, compare, frequency, phrases, quiet, sides, trend

OTHERS = {
    "sides": sides.show,
    "compare": compare.show,
    "phrases": phrases.show,
    "quiet": quiet.show,
    "sheet": answer.show,
}

page("Topics", "What was discussed, how often, when, and by whom. Every number opens its sentences.")
chosen = filters.current()
if not ask(units.how_many, "sentences", chosen):
    nothing("topics")
    st.stop()
view = address.choose()
if view in OTHERS:
    OTHERS[view](chosen)
else:
    unit = frequency.show(chosen)
    st.divider()
    trend.show(chosen, unit)
