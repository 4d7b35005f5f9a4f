"""People: the list, and with `?who=…` in the address the page of one."""

import streamlit as st

from parley.ui import filters
from parley.ui.page import page
from parley.ui.people import listing, one

page("People", "Who held which office, whom they met, and on what.")
chosen = filters.current()
wanted = st.query_params.get("who")
if wanted is None:
    listing.show(chosen)
else:
    one.show(wanted, chosen)
