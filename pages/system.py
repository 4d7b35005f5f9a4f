"""System: what waits for people, what could not be read, how Parley stands, and what was done."""

import streamlit as st

from parley.ui.codebook import standing
from parley.ui.page import page
from parley.ui.system import accuracy, database, failed, limits, log, slow, uploads, waits

page("System", "What waits for people, how this Parley stands, and what was done.")
left, right = st.columns(2, gap="large")
with left:
    waits.show()
    standing.notice()
    failed.show()
with right:
    database.show()
    limits.show()
accuracy.show()
slow.show()
uploads.show()
log.show()
