"""Overview: what changed, what is held, what was talked about of late, and how often the sides met."""

import streamlit as st

from parley.queries import units
from parley.ui import evidence, filters, samples
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.overview import followed, lately, news, numbers, quarters
from parley.ui.page import page

page("Overview", "What governments said to each other. Every number opens the sentences behind it.")
samples.banner()
chosen = filters.current()
if not ask(units.how_many, "articles", chosen):
    nothing("articles")
    st.stop()
news.show(chosen)
followed.show(chosen)
numbers.show(chosen)
if ask(units.how_many, "meetings", chosen):
    left, right = st.columns(2, gap="large")
    with left:
        opened = lately.show(chosen)
    with right:
        evidence.panel("lately", opened)
        quarters.show(chosen)
