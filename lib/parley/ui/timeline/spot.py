"""What a click on the timeline opens: the meeting, the expected round, or each of those that share the spot."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from parley.queries import timeline
from parley.queries.rounds_ahead import Ahead
from parley.ui.data import ask
from parley.ui.timeline import ahead, meeting
from parley.ui.words import meeting_name, on_dates


def show(clicked: str | None, expected: Sequence[Ahead], hint: str, place: str = "meeting") -> None:
    """Exactly what the mark stands for; of several on one spot the reader picks, and all are named."""
    keys = clicked.split(",") if clicked else []
    if len(keys) > 1:
        names = {key: name for key in keys if (name := _name(key, expected))}
        chosen = st.selectbox(
            f"{len(names)} on this spot",
            list(names),
            format_func=names.__getitem__,
            key=f"spot.{place}.{hash(clicked)}",
        )
        keys = [chosen] if chosen else []
    key = keys[0] if keys else None
    one = _expected(key, expected)
    if one:
        ahead.show_round(one, date.today())
    else:
        meeting.show(key, hint, place)


def _expected(key: str | None, expected: Sequence[Ahead]) -> Ahead | None:
    return next((one for one in expected if key == ahead.PREFIX + one.series), None)


def _name(key: str, expected: Sequence[Ahead]) -> str:
    one = _expected(key, expected)
    if one:
        return f"{one.short_name}: next round"
    facts = ask(timeline.meeting_facts, int(key)) if key.isdigit() else None
    if facts is None:
        return ""
    return f"{on_dates(facts.row['start_on'], facts.row['end_on'])}: {meeting_name(facts.row, facts.sides)}"
