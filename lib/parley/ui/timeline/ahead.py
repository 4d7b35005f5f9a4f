"""Expected rounds on the timeline: rings that say what they rest on, what a ring opens, and the list of late ones."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from parley.charts.marks import Ring
from parley.queries.lanes import Lane
from parley.queries.rounds_ahead import Ahead
from parley.ui import evidence
from parley.ui.attention import look_at
from parley.ui.dialogues.said import basis, next_round, rounds_behind
from parley.ui.heading import section
from parley.ui.links import article_link, dialogue_link, meeting_link
from parley.ui.plain import plain
from parley.ui.words import counted, listed, on_date, side_names

PREFIX = "round:"
TOLD_AS = {
    "planned": "Announced",
    "promised": "Expected: promised at the last round",
    "cadence": "Expected: by how often the rounds were held",
}
FIRST_LISTED = 6


def rings(found: Sequence[Ahead], lanes: Sequence[Lane], today: date) -> list[Ring]:
    """A ring for each expected round on its lanes; what an article announces has a mark of its own already."""
    return [
        Ring(
            PREFIX + one.series,
            lane.short_name,
            one.expected.on,
            one.expected.basis,
            one.is_late,
            (f"{one.short_name}: next round", _when(one, today), f"Expected: {basis(one.expected)}"),
        )
        for one in found
        for lane in lanes
        if one.expected.basis != "planned" and not one.is_silent and _is_on(one, lane)
    ]


def _is_on(one: Ahead, lane: Lane) -> bool:
    own = {"dialogue": lane.series == one.series, "side": lane.key in one.sides, "kind": lane.key == one.kind}
    return own[lane.by] and not lane.is_apart


def _when(one: Ahead, today: date) -> str:
    said = next_round(one.expected, today)
    return said[:1].upper() + said[1:]


def late_meetings(found: Sequence[Ahead]) -> frozenset[int]:
    """The numbers of the announced meetings whose day has passed without word of them."""
    late = (one.expected for one in found if one.is_late and one.expected.basis == "planned")
    return frozenset(number for expected in late for number in expected.units)


def as_rows(found: Sequence[Ahead], drawn: Sequence[Ring]) -> pd.DataFrame:
    """The rings as rows of the table beside the picture."""
    keys = {ring.key for ring in drawn}
    rows = [
        {
            "when": ("about " if one.expected.basis == "cadence" else "") + on_date(one.expected.on),
            "dialogue": one.short_name,
            "round": "next",
            "place": one.expected.place or "",
            "sides": ", ".join(side_names(one.sides)),
            "heads": "",
            "standing": TOLD_AS[one.expected.basis] + (", late" if one.is_late else ""),
            "articles": 0,
        }
        for one in found
        if PREFIX + one.series in keys
    ]
    return pd.DataFrame(rows)


def show_round(one: Ahead, today: date) -> None:
    """What a click on a ring opens: the dialogue, when, and what the expectation rests on."""
    with st.container(border=True, key="evidence-ahead"):
        st.subheader(plain(f"{one.name}: next round"), anchor=False)
        st.markdown(plain(_when(one, today)) + "  \n" + plain(listed(side_names(one.sides))))
        st.caption(plain(f"{TOLD_AS[one.expected.basis]}. No article here tells of it as held."))
        dialogue_link(one.series, f"All about {one.short_name}")
        _rests_on(one)
        look_at("evidence-ahead", one.series)


def _rests_on(one: Ahead) -> None:
    """The sentence that announces or promises it, or the rounds that give the rhythm."""
    found = one.expected
    if found.basis == "cadence":
        evidence.panel("rhythm", rounds_behind(found, f"of {one.short_name} give the rhythm"))
        return
    st.markdown(f"> {plain(found.sentence)}")
    if found.article is not None:
        article_link(found.article, f"{found.told_by}: {basis(found)}")
    if found.basis == "planned":
        meeting_link(found.units[0])


def late_list(found: Sequence[Ahead], today: date) -> None:
    """The expected rounds of which nothing here tells although their time has passed, each with what it rests on."""
    late, silent = [one for one in found if one.is_late], [one for one in found if one.is_silent]
    if late:
        section("late", counted(len(late), "late round"))
        st.caption("Expected, the time has passed, and nothing here tells that the round was held or called off.")
    for one in late[:FIRST_LISTED]:
        _line(one, today)
    _folded(late[FIRST_LISTED:], "more late round", today)
    _folded(silent, "dialogue", today, ", silent for three years or more")


def _folded(rest: Sequence[Ahead], noun: str, today: date, after: str = "") -> None:
    if rest:
        with st.expander(counted(len(rest), noun) + after):
            for one in rest:
                _line(one, today)


def _line(one: Ahead, today: date) -> None:
    with st.container(key=f"late-{one.series}", gap="xsmall"):
        dialogue_link(one.series, one.name)
        st.markdown(f"{plain(_when(one, today))}  \n:gray[Basis: {plain(basis(one.expected))}]")
        if one.expected.sentence:
            st.markdown(f"> {plain(one.expected.sentence)}")
        if one.expected.article is not None:
            article_link(one.expected.article, one.expected.told_by)
