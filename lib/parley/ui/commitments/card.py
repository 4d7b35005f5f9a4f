"""A promise as every screen shows it: its name, its first sentence, and the others by outlet one click away."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from parley.queries.folding import Promise
from parley.queries.pledges import Pledge
from parley.ui.commitments.said import named
from parley.ui.links import article_link, meeting_link
from parley.ui.plain import plain
from parley.ui.words import counted, on_date


def show(promise: Promise, place: str, *, with_meeting: bool = True) -> None:
    """The promise with its sentences; `place` tells apart the places of a page where it may stand."""
    rest = [one for one in promise.said if one.id != promise.first.id]
    with st.container(key=f"evidence-promise-{place}-{promise.id}", gap="xsmall"):
        st.markdown(f"**{plain(named(promise, date.today()))}**")
        sentence(promise.first)
        if rest:
            with st.expander(counted(len(rest), "more sentence"), key=f"rest.{place}.{promise.id}"):
                for one in rest:
                    sentence(one)
        if with_meeting and promise.first.meeting:
            meeting_link(promise.first.meeting, made_at(promise))


def sentence(one: Pledge) -> None:
    """A sentence with its article."""
    st.markdown(f"> {plain(one.sentence)}")
    published = on_date(one.published_on) if one.published_on else "no date of publication"
    article_link(one.article, f"{one.source or one.title}, {published}")


def made_at(promise: Promise) -> str:
    """ "Made on 6 November 2023, Astana"."""
    first = promise.first
    where = ", ".join(part for part in (on_date(first.met_on) if first.met_on else "", first.place) if part)
    return f"Made on {where}" if where else "All about this meeting"


def several(promises: Sequence[Promise], place: str, *, with_meeting: bool = True) -> None:
    """Promises one under the other."""
    for promise in promises:
        show(promise, place, with_meeting=with_meeting)
