""" "Report a mistake", for readers who may not correct; and the reports that wait, for those who may."""

import streamlit as st

from parley.queries import remarks
from parley.store.remarks import remark, settle
from parley.ui import paging
from parley.ui.access import ACTOR, may_correct
from parley.ui.data import ask
from parley.ui.heading import section
from parley.ui.links import article_link, meeting_link
from parley.ui.plain import plain
from parley.ui.words import counted, on_date
from parley.ui.writing import written

LONGEST = 1000
PROBLEM = "report.problem"
SENT = "report.sent"
"""In the session's state: from which place of a page a report was kept last."""


def button(place: str, *, article: int | None = None, meeting: int | None = None) -> None:
    """Opens the form; `place` is its own on the page."""
    if st.button("Report a mistake", key=f"report.open.{place}", type="tertiary", icon=":material/flag:"):
        st.session_state.pop(SENT, None)
        _dialog(place, article, meeting)
    if st.session_state.get(SENT) == place:
        st.markdown(":material/done: Your report has arrived: those who may correct see it in the Inbox.")


@st.dialog("Report a mistake")
def _dialog(place: str, article: int | None, meeting: int | None) -> None:
    with st.form(f"report.{place}", border=False):
        st.text_area("What is wrong, and how do you know?", key=f"report.words.{place}", max_chars=LONGEST)
        st.caption("Those who may correct see it in the Inbox.")
        sent = st.form_submit_button("Report", type="primary", on_click=_keep, args=(place, article, meeting))
    if sent and st.session_state.get(SENT) != place:
        st.error(plain(st.session_state.pop(PROBLEM, "Say what is wrong first.")))
    elif sent:
        st.rerun()


def _keep(place: str, article: int | None, meeting: int | None) -> None:
    words = str(st.session_state[f"report.words.{place}"]).strip()
    if words:
        what = "meeting" if meeting else "sentence"
        if written(lambda db: remark(db, what, words, ACTOR, article=article, meeting=meeting), PROBLEM, decides=False):
            st.session_state[SENT] = place


def waiting(*, is_open: bool = False) -> None:
    """The reports that nobody has settled yet, newest first; nothing where there are none."""
    told = ask(remarks.waiting)
    if not told:
        return
    section("remarks", "Reported by readers")
    with st.expander(counted(len(told), "report"), expanded=is_open, key="remarks"):
        for _, one in paging.opened_down("remarks", told):
            st.markdown(f"> {plain(one.words)}")
            st.caption(plain(", ".join([*([one.actor] if one.actor != ACTOR else []), on_date(one.at[:10])])))
            with st.container(horizontal=True, key=f"remark-{one.id}", gap="small"):
                if one.article_id:
                    article_link(one.article_id, one.title)
                if one.meeting_id:
                    meeting_link(one.meeting_id)
                if may_correct():
                    st.button(
                        "Settled", key=f"remark.settle.{one.id}", type="tertiary", on_click=_settle, args=(one.id,)
                    )


def _settle(number: int) -> None:
    written(lambda db: settle(db, number, ACTOR))
