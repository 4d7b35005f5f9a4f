"""Quiet topics on screen: what came up in three rounds in a row, and has not since; with what is held of each round."""

import streamlit as st

from parley.model import Filters
from parley.queries import facets
from parley.queries.quiet import IN_A_ROW, Quiet, quiet
from parley.ui import evidence
from parley.ui.data import ask
from parley.ui.dialogues.said import level_name, when_and_where
from parley.ui.dialogues.states import what_is_held
from parley.ui.explained import Explained
from parley.ui.plain import plain
from parley.ui.topics import address
from parley.ui.words import counted, listed

OPEN = "quiet.open"
MOST_NAMED = 4
HELP = Explained(
    f"topics raised at {IN_A_ROW} or more rounds of a dialogue in a row, at one level, and at none since.",
    "a line is one topic in one dialogue; the number is that of the rounds in a row, and opens them.",
    "nothing is a share here.",
    "Topics of which a round since is known from press reports alone stand apart: their silence says nothing.",
)


def show(filters: Filters) -> None:
    """The topics that are surely quiet, then those of which the sources held just do not tell."""
    found = ask(quiet, filters)
    st.header("Quiet topics", help=HELP.words(), anchor=False)
    generic = st.toggle("With generic topics", key="quiet-generic", help="Such as diplomatic engagement.")
    listed_ones = [
        (series, one) for series, ones in found.items() for one in ones if generic or not one.topic.is_generic
    ]
    names = {choice.value: choice.label for choice in ask(facets.facets).dialogues}
    sure = [(series, one) for series, one in listed_ones if one.is_sure]
    rest = [(series, one) for series, one in listed_ones if not one.is_sure]
    if not listed_ones:
        st.info(
            f"No topic was raised at {IN_A_ROW} rounds of a dialogue in a row and at none since.",
            icon=":material/info:",
        )
    _list("Full official texts since do not mention them", sure, names, filters)
    _list("Not in the sources held since: only press reports are held of a round", rest, names, filters)


def _list(title: str, ones: list[tuple[str, Quiet]], names: dict[str, str], filters: Filters) -> None:
    if not ones:
        return
    st.subheader(title, anchor=False)
    for series, one in ones:
        with st.container(border=True, key=f"quiet-{key_of(series, one)}", gap="xsmall"):
            _show_one(series, one, names.get(series, series), filters)


def key_of(series: str, one: Quiet) -> str:
    """A key of its own for a topic at a level of a dialogue, of letters and signs that a class may have."""
    return "".join(c if c.isalnum() else "-" for c in f"{series}-{one.raised[0].level}-{one.topic.id}")


def _show_one(series: str, one: Quiet, dialogue: str, filters: Filters) -> None:
    level = f", {level_name(one.raised[0].level).lower()}" if one.raised[0].level else ""
    st.markdown(f"**{plain(one.topic.label)}** :gray[· {plain(dialogue + level)}]")
    st.markdown(plain(in_words(one)))
    for silent in one.since[:MOST_NAMED]:
        st.caption(plain(f"{when_and_where(silent)}: held {what_is_held(silent)}."))
    number, wanted = opened(series, one, filters)
    key = key_of(series, one)
    with st.container(horizontal=True, gap="small"):
        said = f"{counted(number, 'round')} in a row"
        st.button(said, key=f"quiet.{key}", on_click=_toggle, args=(key,), help="Click to read what was said there.")
        query = address.sheet_query(one.topic.id, series, len(one.since) + len(one.raised), one.raised[0].level)
        st.button("Answer sheet", key=f"quiet.sheet.{key}", type="tertiary", on_click=address.go_to, args=(query,))
    if st.session_state.get(OPEN) == key:
        evidence.panel(f"quiet-{key}", wanted)


def in_words(one: Quiet) -> str:
    """ "Raised at 3 rounds in a row up to 5 December 2022, Washington; not at that of 6 November 2023, Astana."."""
    since = listed([when_and_where(silent) for silent in reversed(one.since[:MOST_NAMED])])
    more = f" and {len(one.since) - MOST_NAMED} before" if len(one.since) > MOST_NAMED else ""
    those = "that" if len(one.since) == 1 else "those"
    where = "not at" if one.is_sure else "not in what is held of"
    last = when_and_where(one.raised[0])
    return f"Raised at {counted(len(one.raised), 'round')} in a row up to {last}; {where} {those} of {since}{more}."


def opened(series: str, one: Quiet, filters: Filters) -> tuple[int, evidence.Opened]:
    """The number of rounds in a row, and what it opens: those rounds with their sentences on the topic."""
    own = Filters(dialogues=(series,), topics=(one.topic.id,), sources=filters.sources, languages=filters.languages)
    keys = tuple(held.id for held in one.raised)
    return len(keys), evidence.Opened("meetings", own, f"{one.topic.label}, raised in a row", keys)


def _toggle(key: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == key else key
