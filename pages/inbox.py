"""Inbox: articles come in; each document has a line that says what became of it."""

import streamlit as st

from parley.ui.codebook import standing
from parley.ui.correct import report, suspected
from parley.ui.inbox import columns, doubtful, failed, intake, parts, progress, receipts, waiting
from parley.ui.page import page

page("Inbox", "Bring articles and releases. Parley reads them and tells what it found in each.")
if part := parts.asked():
    progress.show()
    parts.show(part)
    st.stop()
standing.notice()
intake.show()
progress.show()
columns.show()
waiting.show()
failed.offer()
report.waiting()
suspected.show()
doubtful.show()
receipts.show(st.session_state.get(intake.LATEST))
