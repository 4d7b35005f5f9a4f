"""System: under which limits documents are read, what the database holds, what waits, and what was done."""

import streamlit as st

from parley.ui.page import page
from parley.ui.system import accuracy, database, limits, slow, uploads, work

page("System", "How this Parley stands: its limits, its database, and its work.")
left, right = st.columns(2, gap="large")
with left:
    limits.show()
with right:
    database.show()
accuracy.show()
slow.show()
uploads.show()
work.show()
