"""Topics: how often each was discussed, and when; a click on a bar opens its sentences."""

import streamlit as st

from parley.queries import units
from parley.ui import filters
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.page import page
from parley.ui.topics import address, answer, frequency, trend

page("Topics", "What was discussed, how often, and when. Click a bar for the sentences.")
chosen = filters.current()
if not ask(units.how_many, "sentences", chosen):
    nothing("topics")
    st.stop()
if address.choose() == "sheet":
    answer.show(chosen)
else:
    unit = frequency.show(chosen)
    st.divider()
    trend.show(chosen, unit)
