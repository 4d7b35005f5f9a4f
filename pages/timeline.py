"""Timeline: every meeting on lanes or in a table; a click opens what the articles say of it."""

import streamlit as st

from parley.queries import timeline
from parley.ui import filters
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.page import page
from parley.ui.timeline import calendar, drawing, events, table
from parley.ui.timeline.standing import in_words

VIEWS = ("Picture", "Table")

page("Timeline", "Every meeting in its time. Click a mark or a row for the source sentences.")
chosen = filters.current()
counts = ask(timeline.standing_counts, chosen)
if not counts:
    nothing("meetings")
    st.stop()
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
    st.markdown(f"**{in_words(counts)}**", width="content")
    calendar.button(chosen)
    events.popover()
    view = st.segmented_control(
        "View", VIEWS, default=VIEWS[0], required=True, key="view", label_visibility="collapsed", width="content"
    )
if view == VIEWS[1]:
    table.show(chosen, counts)
else:
    drawing.show(chosen)
