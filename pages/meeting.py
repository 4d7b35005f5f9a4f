"""One meeting: who met, on what, and what each article says of it. Opened by links; not in the menu."""

import streamlit as st

from parley.queries import accounts, meeting
from parley.queries.promises import at_meeting
from parley.ui.data import ask
from parley.ui.meeting import accounts as who_says_what
from parley.ui.meeting import agenda, coverage, difference, head, promises, sides, texts
from parley.ui.page import page
from parley.ui.timeline import row

page("Meeting", "All that the articles tell of one meeting, whatever is filtered.")
texts.style()
wanted = st.query_params.get("id", "")
found = ask(meeting.head, int(wanted)) if wanted.isdecimal() and len(wanted) < 16 else None
if found is None:
    head.missing()
    st.stop()
number = int(found.row["meeting_id"])
head.show(found)
named = ask(meeting.people, number)
sides.show(found.sides, named, is_held=found.row["standing"] in ("reported", "referred"))
if not found.row["has_text"]:
    row.show(number)
    st.stop()
passages = ask(meeting.agenda, number)
agenda.show(passages)
difference.show(found.row["series"], number)
told = ask(accounts.reports, number)
promises.show(ask(at_meeting, number))
once, same = accounts.originals(told), ask(meeting.same_texts, number)
if len(once) > 1:
    who_says_what.show(accounts.fields(once, named, passages), len(once))
    coverage.show(told, same, ask(meeting.agenda_with_copies, number))
texts.show(told, same, number)
