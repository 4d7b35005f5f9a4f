"""Correcting a person at a meeting: office, name, whether at the table; in each article that says otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import streamlit as st

from parley.queries import corrections
from parley.queries.corrections import Naming
from parley.store.corrections import Anchor, Correction
from parley.ui.access import may_correct
from parley.ui.correct import deciding
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import listed

LONGEST = 200
PRESENT, SPOKEN_OF, NEITHER = "Present", "Spoken of, not present", "Not right: take the name away"


def button(meeting: int, person: int, name: str) -> None:
    """ "Correct" for one person of a meeting."""
    if may_correct() and st.button(
        "Correct",
        key=f"correct.person.{meeting}.{person}",
        type="tertiary",
        icon=":material/edit:",
        help=f"Correct: {plain(name)}",
    ):
        _dialog(meeting, person)


@st.dialog("Correct", width="medium")
def _dialog(meeting: int, person: int) -> None:
    told: tuple[Naming, ...] = ask(corrections.namings, meeting, person)
    key = f"correct.person.{meeting}.{person}"
    is_present = any(one.is_present for one in told)
    offices = {one.office: listed([o.outlet for o in told if o.office == one.office]) for one in told if one.office}
    with st.form(f"{key}.form", border=False):
        st.markdown(f"**{plain(told[0].name)}**")
        st.radio("At the meeting", [PRESENT, SPOKEN_OF, NEITHER], index=int(not is_present), key=f"{key}.seat")
        st.radio(
            "Office",
            list(offices),
            index=None,
            format_func=lambda office: plain(f"{office} ({offices[office]})"),
            key=f"{key}.office",
        )
        st.text_input("Another office", key=f"{key}.other", max_chars=LONGEST)
        st.text_input("Name in full", key=f"{key}.name", max_chars=LONGEST, placeholder=told[0].name)
        outlets = [f"{n + 1}. {one.outlet}: {one.office or 'no office'}" for n, one in enumerate(told)]
        numbers = range(len(told))
        st.multiselect(
            "In these articles, where they say otherwise", numbers, numbers, outlets.__getitem__, key=f"{key}.where"
        )
        st.text_input("Why", key=f"{key}.reason", max_chars=LONGEST)
        saved = st.form_submit_button("Save", type="primary", on_click=_save, args=(key, told))
    if saved and not deciding.problem():
        st.rerun()


def _save(key: str, told: tuple[Naming, ...]) -> None:
    chosen = [told[n] for n in st.session_state[f"{key}.where"]]
    decisions = [decision for one in chosen for decision in _decisions(key, one)]
    deciding.correct(decisions, st.session_state[f"{key}.reason"])


def _decisions(key: str, one: Naming) -> Iterator[Correction]:
    """What is to be said otherwise of the person in one article."""
    state, anchor = st.session_state, Anchor(one.person, quote=one.name)
    if state[f"{key}.seat"] == NEITHER:
        yield Correction("person", "rejected", one.article_key, anchor=anchor, before={"name": one.name})
        return
    office = str(state.get(f"{key}.other") or state.get(f"{key}.office") or "").strip()
    name = str(state.get(f"{key}.name") or "").strip()
    said: list[tuple[str, Any, Any]] = [
        ("present", state[f"{key}.seat"] == PRESENT, one.is_present),
        ("office", office or one.office, one.office),
        ("name", name or one.name, one.name),
    ]
    for field, value, before in said:
        if value != before:
            change = Correction("person", "corrected", one.article_key, anchor=anchor, field=field)
            yield replace(change, before={field: before}, after={field: value})
