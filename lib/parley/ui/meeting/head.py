"""The head of a meeting's page: what it was, when and where, how it stands, and the ways to its dialogue."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from parley.queries.meeting import Head, former
from parley.ui.correct import deciding
from parley.ui.data import ask
from parley.ui.links import dialogue_link, meeting_link, page_exists
from parley.ui.plain import plain
from parley.ui.timeline.standing import MEANINGS
from parley.ui.words import KINDS, counted, listed, meeting_name, on_dates, side_name, side_names

STATUS = {"reported": "Held", "referred": "Referred to", "planned": "Planned", "cancelled": "Cancelled"}
WITHOUT_TEXT = "Imported from a list, without a text: there is no sentence to quote, and it enters no share."
GONE = "This meeting is no longer here: it was removed with the articles that told of it."
JOINED = "This meeting was joined with another: it is told there now."


def missing(wanted: str) -> None:
    """Say what became of the meeting, or that there is none; with the way to it, and to all of them."""
    deciding.problem()
    found = ask(former, int(wanted)) if is_number(wanted) else None
    words = "There is no such meeting here." if found is None else JOINED if found.now else GONE
    st.info(words, icon=":material/info:")
    if found and found.now:
        meeting_link(found.now, "Open the meeting that it is part of")
    if page_exists("timeline"):
        st.page_link("pages/timeline.py", label="See all meetings on the Timeline", icon=":material/timeline:")


def is_number(wanted: str) -> bool:
    """Whether an address names a meeting by a number that one can have."""
    return wanted.isdecimal() and len(wanted) < 16


def show(head: Head) -> None:
    """Name, date, place, kind, standing, how many tell of it; then the rounds beside it."""
    row, name = head.row, meeting_name(head.row, head.sides)
    st.set_page_config(page_title=f"{name} · Parley")
    st.header(plain(name), anchor=False)
    place = ", ".join(part for part in (row["place"], side_name(row["country"]) if row["country"] else None) if part)
    status = STATUS[row["standing"]] if row["has_text"] else ""
    facts = (on_dates(row["start_on"], row["end_on"]), place, KINDS.get(row["kind"], "Meeting"), status)
    st.markdown("**" + plain(" · ".join(fact for fact in facts if fact)) + "**")
    if row["dialogue"] and head.sides:
        st.markdown(plain(listed(side_names(head.sides))))
    st.caption(plain(told_by(head)))
    _ways(head)


def told_by(head: Head) -> str:
    """ "One article tells of this meeting.", "Told by 4 articles, + 1 copy, from 2 outlets.", and its standing."""
    row = head.row
    if not row["has_text"]:
        return WITHOUT_TEXT
    articles = int(row["articles"])
    told = "One article tells of this meeting" if articles == 1 else f"Told by {articles} articles"
    extra = {0: "", 1: ", + 1 copy,"}.get(head.copies, f", + {head.copies} copies,")
    if head.outlets and articles + head.copies > 1:
        extra += f" from {counted(head.outlets, 'outlet')}"
    extra = extra.removesuffix(",")
    return f"{told}{extra}." if row["standing"] == "reported" else f"{told}{extra}. {MEANINGS[row['standing']]}"


def _ways(head: Head) -> None:
    """To the round before, the dialogue, the round after."""
    with st.container(horizontal=True, key="meeting-ways", gap="medium"):
        if head.before:
            meeting_link(int(head.before["meeting_id"]), beside("Before", head.before), ":material/arrow_back:")
        if head.row["series"]:
            dialogue_link(head.row["series"], "All rounds of this dialogue")
        if head.after:
            meeting_link(int(head.after["meeting_id"]), beside("After", head.after), ":material/arrow_forward:")


def beside(word: str, row: Mapping[str, Any]) -> str:
    """ "Before: 12 December 2022, Washington", "After: 2025, Astana (planned)"."""
    where = ", ".join(part for part in (on_dates(row["start_on"], row["end_on"]), row["place"]) if part)
    return f"{word}: {where}" + (" (planned)" if row["status"] == "planned" else "")
