"""Inbox: articles come in; each document has a line that says what became of it."""

import streamlit as st

from parley.ui.correct import report, suspected
from parley.ui.inbox import columns, doubtful, intake, progress, receipts, waiting
from parley.ui.page import page

page("Inbox", "Bring articles and releases. Parley reads them and tells what it found in each.")
intake.show()
progress.show()
columns.show()
waiting.show()
report.waiting()
suspected.show()
doubtful.show()
receipts.show(st.session_state.get(intake.LATEST))
