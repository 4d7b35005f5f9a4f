"""One meeting or two: joined or parted by a person, who first sees what would change."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Literal

import streamlit as st

from parley import corrections
from parley.corrections import Preview
from parley.errors import ParleyError
from parley.queries import doubles
from parley.queries.accounts import originals
from parley.queries.doubles import Candidate
from parley.queries.meeting import Head, outlet_of
from parley.store import Connection
from parley.store.joining import Told
from parley.ui.access import ACTOR, may_correct
from parley.ui.correct import deciding
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import counted, listed, meeting_name, on_dates, ordinal, side_names
from parley.ui.writing import writing

LONGEST = 300
LAST = "joining.last"
"""In the session's state: what was decided last, and the number by which that is undone."""
Kind = Literal["one", "out", "two"]


def show(head: Head, told: Sequence[dict[str, Any]]) -> None:
    """On a meeting's page: meetings that may be this one, and its articles that may tell of another."""
    meeting, once = int(head.row["meeting_id"]), originals(told)
    near = ask(doubles.candidates, meeting)
    if not may_correct() or not (near or len(once) > 1):
        return
    with st.expander("One meeting or two? Join it with another, or take an article out", key="joining"):
        if near:
            _join(meeting, {one.id: one for one in near})
        if len(once) > 1:
            _part(meeting, {int(row["article_id"]): row for row in once}, told)


def _join(meeting: int, near: dict[int, Candidate]) -> None:
    with st.container(horizontal=True, key="joining-one", vertical_alignment="bottom"):
        other = st.selectbox(
            "These are one meeting: this and",
            list(near),
            index=None,
            format_func=lambda one: name(near[one]),
            key=f"joining.{meeting}.other",
            placeholder="Choose a meeting",
        )
        if st.button("See what changes", key=f"joining.{meeting}.one", disabled=other is None) and other:
            ask_first("one", (meeting, other))


def _part(meeting: int, once: dict[int, dict[str, Any]], told: Sequence[dict[str, Any]]) -> None:
    with st.container(horizontal=True, key="joining-two", vertical_alignment="bottom"):
        article = st.selectbox(
            "This article tells of another meeting",
            list(once),
            index=None,
            format_func=lambda one: f"{outlet_of(once[one])}: {once[one]['article']}",
            key=f"joining.{meeting}.article",
            placeholder="Choose an article",
        )
        if st.button("See what changes", key=f"joining.{meeting}.out", disabled=article is None) and article:
            copies = [int(row["article_id"]) for row in told if row["original"] == article]
            ask_first("out", (meeting,), (article, *copies))


def name(one: Candidate) -> str:
    """ "C5+1, 1st summit, 19 September 2023, New York (5 articles)"."""
    where = ", ".join(part for part in (on_dates(one.start_on, one.end_on), one.place) if part)
    return f"{meeting_name(asdict(one), one.sides)}, {where} ({counted(one.articles, 'article')})"


def _act(
    db: Connection, kind: Kind, meetings: tuple[int, ...], articles: tuple[int, ...], reason: str
) -> Callable[[], int]:
    acts: dict[Kind, Callable[[], int]] = {
        "one": lambda: corrections.make_one(db, meetings[0], meetings[1], ACTOR, reason),
        "out": lambda: corrections.take_out(db, meetings[0], articles, ACTOR, reason),
        "two": lambda: corrections.hold_apart(db, meetings[0], meetings[1], ACTOR, reason),
    }
    return acts[kind]


@st.dialog("See what changes", width="medium")
def ask_first(kind: Kind, meetings: tuple[int, ...], articles: tuple[int, ...] = ()) -> None:
    """What would be left, and "Save"."""
    box = st.container()
    with st.form(f"joining.{kind}", border=False):
        st.text_input("Why", key=f"joining.{kind}.reason", max_chars=LONGEST)
        st.caption("Holds for new articles and every new reading, until somebody undoes it.")
        saved = st.form_submit_button("Save", type="primary", on_click=_save, args=(kind, meetings, articles))
    refused = deciding.problem()
    if saved and not refused:
        st.rerun()
    try:
        with writing() as db:
            seen = corrections.preview(db, meetings, _act(db, kind, meetings, articles, ""))
    except ParleyError as error:
        if not refused:
            box.error(plain(str(error)))
    else:
        box.markdown("\n".join(said(seen)))


def said(seen: Preview) -> list[str]:
    """The meetings now and then, and how many are counted."""
    before, after = seen.counted
    count = f"counted stay {before:,}" if before == after else f"counted go from {before:,} to {after:,}"
    lines = ["**Now**", *(f"- {plain(_row(one))}" for one in seen.before), "", "**Then**"]
    return [*lines, *(f"- {plain(_row(one))}" for one in seen.after), "", f"Meetings {count}."]


def _row(one: Told) -> str:
    name = one.dialogue or listed(side_names(one.sides))
    number = f"{ordinal(one.edition)} round" if one.edition else None
    facts = (name, number, on_dates(one.start_on, one.end_on), one.place, counted(one.articles, "article"))
    return " · ".join(part for part in facts if part)


def _save(kind: Kind, meetings: tuple[int, ...], articles: tuple[int, ...]) -> None:
    why = str(st.session_state.get(f"joining.{kind}.reason") or "")
    if deciding.is_told_why(why):
        try:
            with writing() as db:
                st.session_state[LAST] = kind, _act(db, kind, meetings, articles, why)()
        except ParleyError as error:
            deciding.refuse(str(error))
