"""What can still be done for a document that could not be read: paste its text, or have Tesseract read a scan."""

import shutil
import subprocess
import sys
from datetime import date

import streamlit as st

from parley import settings
from parley.errors import ParleyError
from parley.queries import inbox
from parley.queries.unread import is_scan
from parley.store.given import IS_READING, PASTED, give_text, tell
from parley.ui.access import ACTOR, may_correct
from parley.ui.data import now
from parley.ui.inbox.intake import as_document
from parley.ui.plain import plain
from parley.ui.writing import writing, written

EARLIEST = date(1800, 1, 1)
SECONDS = 2.0
PROBLEM = "inbox.unread.problem"
INSTALL = (
    "Parley can read scans itself once Tesseract (a free program) is installed on the machine that runs it, with the "
    "languages eng, rus and kaz."
)


def show(receipt: int, reason: str) -> None:
    """Under an unreadable document: for a scan Tesseract, and for each a field that takes its text."""
    if not may_correct():
        return
    if reason.startswith(IS_READING):
        _watch(receipt, reason)
        _tesseract(receipt, "Start anew", "If it takes far too long: a restart of the machine ends the reading.")
    elif is_scan(reason):
        _tesseract(receipt, "Read this scan with Tesseract")
    field = st.expander("Paste its text", key=f"give.{receipt}", type="compact")
    with field, st.form(f"give.form.{receipt}", border=False):
        st.text_area("Text of the article", key=f"give.text.{receipt}", height=180)
        left, right = st.columns([5, 3])
        left.text_input("Title", key=f"give.title.{receipt}", placeholder="Optional: else the first line")
        right.date_input(
            "Date of publication", value=None, min_value=EARLIEST, format="DD.MM.YYYY", key=f"give.date.{receipt}"
        )
        st.form_submit_button("Read this text", key=f"give.send.{receipt}", on_click=_give, args=(receipt,))
    if st.session_state.get(PROBLEM, (0,))[0] == receipt:
        st.error(plain(st.session_state.pop(PROBLEM)[1]))


def _tesseract(receipt: int, label: str, said: str | None = None) -> None:
    """The offer to read a scan, or how to come by it."""
    if shutil.which("tesseract") is None:
        st.caption(INSTALL)
        return
    st.button(
        label,
        key=f"tesseract.{receipt}",
        help=said,
        icon=":material/document_scanner:",
        on_click=_start,
        args=(receipt,),
    )


def _start(receipt_id: int) -> None:
    """Begin reading in a process of its own; the receipt says that it is under way."""
    if not written(lambda db: tell(db, receipt_id, f"{IS_READING}, some seconds a page.")):
        return
    subprocess.Popen(
        [sys.executable, "-m", "parley.scans", str(receipt_id)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@st.fragment(run_every=SECONDS)
def _watch(receipt_id: int, reason: str) -> None:
    """The page is drawn anew once the line of this document says something else."""
    if now(inbox.reason_of, receipt_id) != reason:
        st.rerun()


def _give(receipt: int) -> None:
    """File the pasted text as that of the document."""
    state = st.session_state
    text = str(state.get(f"give.text.{receipt}") or "").strip()
    if not text:
        state[PROBLEM] = (receipt, "There is no text yet: paste one into the field first.")
        return
    title, day = str(state.get(f"give.title.{receipt}") or "").strip(), state.get(f"give.date.{receipt}")
    here = settings.from_environment()
    try:
        with writing() as db:
            give_text(db, here, receipt, as_document(text, title, "", day)[1], actor=ACTOR, how=PASTED)
    except ParleyError as error:
        state[PROBLEM] = (receipt, str(error))
