"""One meeting: who met, on what, and what each article says of it. Opened by links; not in the menu."""

import streamlit as st

from parley.queries import meeting
from parley.ui.data import ask
from parley.ui.meeting import agenda, head, sides
from parley.ui.page import page

page("Meeting", "All that the articles tell of one meeting, whatever is filtered.")
wanted = st.query_params.get("id", "")
found = ask(meeting.head, int(wanted)) if wanted.isdecimal() and len(wanted) < 16 else None
if found is None:
    head.missing()
    st.stop()
number = int(found.row["meeting_id"])
head.show(found)
sides.show(found.sides, ask(meeting.people, number))
if found.row["has_text"]:
    agenda.show(ask(meeting.agenda, number))
