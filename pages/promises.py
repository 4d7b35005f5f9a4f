"""Promises: what sides undertook, asked of each other and signed, with its deadline and what became of it."""

from datetime import date

import streamlit as st

from parley.queries import commitments
from parley.ui import filters
from parley.ui.data import knowing, look_up
from parley.ui.empty import nothing
from parley.ui.page import page
from parley.ui.promises import listing, view

page("Promises", "What sides undertook, asked of each other and signed; by when, and what became of it.")
chosen = filters.current()
found = look_up(knowing(commitments.board), chosen)
if not found.found:
    nothing("promises")
    st.stop()
today = date.today()
left, right = st.columns([4, 1], vertical_alignment="top")
with right:
    view.our_side()
with left:
    wanted = view.proposed(found, today) or view.choose(found, today)
listing.show(found, wanted, chosen, today)
