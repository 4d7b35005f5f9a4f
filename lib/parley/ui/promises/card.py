"""A promise as every screen shows it: its name, its first sentence, and the others by outlet one click away."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from parley.queries import accounts
from parley.queries.folding import Promise
from parley.queries.meeting import outlet_of
from parley.queries.pledges import Pledge
from parley.ui.correct import added
from parley.ui.correct import sentence as correct
from parley.ui.data import ask
from parley.ui.links import article_link, meeting_link
from parley.ui.plain import plain
from parley.ui.promises.said import is_kept_by_round, named
from parley.ui.words import counted, on_date

AT_ONCE = 2
"""So many wordings stand open; the others are one click away."""


def show(promise: Promise, place: str, *, with_meeting: bool = True, dialogue: str = "") -> None:
    """The promise with its sentences; `place` tells apart the places of a page where it may stand."""
    wordings = by_wording(promise)
    with st.container(key=f"evidence-promise-{place}-{promise.id}", gap="xsmall"):
        st.markdown(f"**{plain(named(promise, date.today()))}**")
        for one in wordings[:AT_ONCE]:
            sentence(one, place)
        if len(wordings) > AT_ONCE:
            rest = counted(len(wordings) - AT_ONCE, "more wording")
            with st.expander(rest, key=f"rest.{place}.{promise.id}"):
                for one in wordings[AT_ONCE:]:
                    sentence(one, place)
        _kept_by(promise, place)
        if with_meeting and promise.first.meeting:
            meeting_link(promise.first.meeting, made_at(promise, dialogue))


def _kept_by(promise: Promise, place: str) -> None:
    """The sentence that tells of the round which kept it, and the way to that meeting; nothing where people said so."""
    kept = promise.kept
    if kept is None or not is_kept_by_round(promise):
        return
    told = ask(accounts.reports, kept.id)
    with st.container(key=f"kept-{place}-{promise.id}", gap="xsmall"):
        if told:
            sentence_told = told[0]["date_sentence"] or told[0]["sentence"]
            st.markdown(f":small[Kept by]\n> {plain(sentence_told)}")
            article_link(int(told[0]["article_id"]), _teller(told[0]))
        where = ", ".join(part for part in (on_date(kept.start_on), kept.place) if part)
        meeting_link(kept.id, f"Kept at the meeting of {where}")


def _teller(row: dict[str, Any]) -> str:
    published = on_date(row["published_on"]) if row["published_on"] else "no date of publication"
    return f"{outlet_of(row)}, {published}"


def by_wording(promise: Promise) -> list[tuple[Pledge, ...]]:
    """The sentences, those in the same words together: a copy adds an outlet, not a sentence to read."""
    found: dict[str, list[Pledge]] = {" ".join(promise.first.sentence.split()): []}
    for one in promise.said:
        found.setdefault(" ".join(one.sentence.split()), []).append(one)
    return [tuple(same) for same in found.values()]


def sentence(same: Sequence[Pledge], place: str) -> None:
    """A wording with each article in which it stands, to be corrected there; `place` is its own on the page."""
    known = added.everywhere() if any(one.is_added for one in same) else {}
    st.markdown(f"> {plain(same[0].sentence)}")
    for one in same:
        added.lines(one.article, one.sentence, known, f"{place}.{one.id}")
        published = on_date(one.published_on) if one.published_on else "no date of publication"
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            article_link(one.article, f"{one.source or one.title}, {published}")
            correct.button(one.article, [one.start], f"{place}.{one.id}")


def made_at(promise: Promise, dialogue: str = "") -> str:
    """ "Made on 6 November 2023, Astana · C5+1"."""
    first = promise.first
    where = ", ".join(part for part in (on_date(first.met_on) if first.met_on else "", first.place) if part)
    return " · ".join(part for part in (f"Made on {where}" if where else "All about this meeting", dialogue) if part)


def several(promises: Sequence[Promise], place: str, *, with_meeting: bool = True) -> None:
    """Promises one under the other."""
    for promise in promises:
        show(promise, place, with_meeting=with_meeting)
