"""One meeting: who met, on what, and what each article says of it. Opened by links; not in the menu."""

import streamlit as st

from parley.queries import accounts, corrections, meeting
from parley.queries.promises import at_meeting
from parley.ui.correct import fields
from parley.ui.data import ask
from parley.ui.meeting import accounts as who_says_what
from parley.ui.meeting import agenda, coverage, difference, disputed, head, promises, sides, texts
from parley.ui.page import page
from parley.ui.timeline import row

page("Meeting", "All that the articles tell of one meeting, whatever is filtered.")
texts.style()
wanted = st.query_params.get("id", "")
found = ask(meeting.head, int(wanted)) if head.is_number(wanted) else None
if found is None:
    head.missing(wanted)
    st.stop()
number = int(found.row["meeting_id"])
head.show(found)
named, told, passages = ask(meeting.people, number), ask(accounts.reports, number), ask(meeting.agenda, number)
once, decided = accounts.originals(told), disputed.decided_of(ask(corrections.history, number))
compared = accounts.fields(once, named, passages) if len(once) > 1 else ()
is_disputed = any(who_says_what.is_disputed(field) for field in compared)
disputed.show(compared, decided)
if found.row["has_text"]:
    fields.show(found, told, fields.labels(named))
sides.show(found.sides, named, number, is_held=found.row["standing"] in ("reported", "referred"))
if not found.row["has_text"]:
    row.show(number)
    st.stop()
if is_disputed:
    who_says_what.show(compared, len(once), lambda field: fields.correct(field, found, told), decided)
agenda.show(passages, number)
difference.show(found.row["series"], number)
promises.show(ask(at_meeting, number))
same = ask(meeting.same_texts, number)
if len(once) > 1:
    if not is_disputed:
        who_says_what.show(compared, len(once), lambda field: fields.correct(field, found, told), decided)
    coverage.show(told, same, ask(meeting.agenda_with_copies, number))
texts.show(told, same, number)
