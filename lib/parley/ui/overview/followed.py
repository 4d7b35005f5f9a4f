"""The dialogues that a reader follows: the last round of each and the next, before anything else."""

from datetime import date

import streamlit as st

from parley.model import Filters
from parley.queries import dialogues
from parley.queries.dialogues import Dialogue
from parley.ui import follow
from parley.ui.data import ask, knowing
from parley.ui.dialogues.said import basis, next_round, when_and_where
from parley.ui.heading import section
from parley.ui.links import dialogue_link
from parley.ui.plain import plain


def show(filters: Filters) -> None:
    """A line for each followed dialogue that the filters leave; nothing where none is followed."""
    if not ask(dialogues.followed, follow.READER):
        return
    found = [one for one in ask(knowing(dialogues.dialogues), filters, follow.READER) if one.is_followed]
    if not found:
        return
    section("followed", "Dialogues you follow")
    with st.container(border=True, key="followed", gap="small"):
        for one in found:
            _line(one)


def _line(one: Dialogue) -> None:
    name, past, ahead = st.columns([4, 3, 4], gap="medium", vertical_alignment="center")
    with name:
        dialogue_link(one.series, one.short_name)
    last = when_and_where(one.last) if one.last else "none held"
    past.markdown(f":gray[Last round:] {plain(last)}")
    if one.expected is None:
        ahead.markdown(":gray[Next round:] nothing here tells")
        return
    said = plain(next_round(one.expected, date.today()))
    ahead.markdown(f":gray[Next round:] {said}  \n:gray[{plain(basis(one.expected))}]")
