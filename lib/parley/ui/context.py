"""Context events on charts over time: the switch, what is drawn, and the list that says what each number stands for."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from parley.charts.context import Mark, seen, with_events
from parley.model import ContextEvent, Filters
from parley.queries.context import context_events
from parley.store.days import interval
from parley.ui import chart
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import counted, on_dates, side_names

SHOWN = "context-shown"
LISTED = 5
NOT_COUNTED = "Added by the desk; no number counts them."


def around(picture: "chart.Picture", filters: Filters) -> "chart.Picture":
    """The picture with the desk's context events, unless they are switched off; the same where there are none."""
    events = ask(context_events, filters)
    if not events:
        return picture
    if not st.session_state.get(SHOWN, True):
        return replace(picture, below=lambda: _switch(len(events)))
    marks = [_mark(event) for event in events]
    inside = seen(marks, picture.figure)
    drawn = tuple(events[n] for n in inside)
    return replace(
        picture,
        figure=with_events(picture.figure, marks),
        below=lambda: _list(drawn, len(events) - len(drawn)),
    )


def _switch(number: int) -> None:
    st.toggle(
        counted(number, "context event"),
        value=True,
        key=SHOWN,
        persist_state="session",
        help="Elections, sanctions packages and the like, as lines and bands. Added on the Timeline; never counted.",
    )


def _mark(event: ContextEvent) -> Mark:
    days = interval(event.first_on, event.last_on)
    assert days, event
    return Mark(*days, words=in_words(event))


def in_words(event: ContextEvent) -> str:
    """ "24 February 2022: the war begins (Russia, Ukraine)"."""
    sides = f" ({', '.join(side_names(event.sides))})" if event.sides else ""
    return f"{on_dates(event.first_on, event.last_on)}: {event.title}{sides}"


def _list(drawn: Sequence[ContextEvent], outside: int) -> None:
    """The switch, and what each number of the chart stands for."""
    _switch(len(drawn) + outside)
    more = [f"{counted(outside, 'more event')} outside of the time shown."] if outside else []
    st.caption(" ".join(["Lines and bands are context events.", *more, NOT_COUNTED]))
    lines = [f"**{n}** {plain(in_words(event))}" for n, event in enumerate(drawn, 1)]
    if lines:
        st.markdown("  \n".join(lines[:LISTED]))
    if len(lines) > LISTED:
        with st.expander(counted(len(lines) - LISTED, "more context event"), type="compact"):
            st.markdown("  \n".join(lines[LISTED:]))
