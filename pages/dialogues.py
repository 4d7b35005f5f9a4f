"""Dialogues: the list, and with `?series=…` in the address the page of one."""

import streamlit as st

from parley.ui import filters
from parley.ui.dialogues import listing, one
from parley.ui.page import page

page("Dialogues", "Who meets regularly, how often, and what changed from round to round.")
chosen = filters.current()
wanted = st.query_params.get("series")
if wanted is None:
    listing.show(chosen)
else:
    one.show(wanted, chosen)
