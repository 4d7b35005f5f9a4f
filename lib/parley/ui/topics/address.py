"""Which view of the topics page is open, kept in the address: a link, a reload and the way back lead to it again."""

from collections.abc import Mapping
from typing import Literal, get_args
from urllib.parse import urlencode

import streamlit as st

from parley.model import Filters
from parley.ui import filters, switch
from parley.ui.evidence import Opened

View = Literal["often", "sides", "compare", "phrases", "quiet", "sheet"]
VIEWS: dict[View, str] = {
    "often": "How often",
    "sides": "Who raised what",
    "compare": "Compare",
    "phrases": "Recurring phrases",
    "quiet": "Quiet",
    "sheet": "Answer sheet",
}
VIEW, SHEET, SERIES, LAST, LEVEL = "view", "sheet", "series", "last", "level"
A, A_IN, B, B_IN, STEP = "a", "a_in", "b", "b_in", "each"
OWN = (VIEW, SHEET, SERIES, LAST, LEVEL, A, A_IN, B, B_IN, STEP)
ALL_ROUNDS = "all"


def current() -> View:
    """The view that the address asks for; a sheet's address needs to say no more than its topic."""
    wanted = "sheet" if SHEET in st.query_params else st.query_params.get(VIEW, "")
    return next((view for view in get_args(View) if view == wanted and view in VIEWS), "often")


def choose() -> View:
    """The switch between the views."""
    now = current()
    switch.between(VIEWS, now, f"view.{now}", _turn)
    return now


def _turn(key: str) -> None:
    """Open another view: what belongs to the one before leaves the address."""
    wanted = st.session_state.get(key)
    if wanted:
        go_to({VIEW: str(wanted)} if wanted != "often" else {})


def go_to(own: Mapping[str, str]) -> None:
    """Put these parameters of the page's own into the address, and no others of its own; a callback."""
    for key in OWN:
        if key in st.query_params and key not in own:
            del st.query_params[key]
    for key, value in own.items():
        st.query_params[key] = value


def field(
    label: str, offered: Mapping[str, str], now: str, parameter: str, query: Mapping[str, str], *drops: str
) -> None:
    """A choice whose value stands in the address: `query` are the page's parameters, of which a change `drops` some."""
    key = f"asked.{parameter}.{now}"  # The key bears the value, so that the address decides what is shown.
    options = list(offered)
    st.selectbox(
        label,
        options,
        index=options.index(now),
        format_func=lambda value: offered.get(value, value),
        key=key,
        on_change=_ask,
        args=(key, parameter, query, drops),
    )


def _ask(key: str, parameter: str, query: Mapping[str, str], drops: tuple[str, ...]) -> None:
    """Put the question with one thing changed into the address; a callback."""
    kept = {name: value for name, value in query.items() if name not in drops}
    changed = kept | {parameter: str(st.session_state[key])}
    go_to({name: value for name, value in changed.items() if value})


def sheet_button(opened: Opened | None, place: str) -> None:
    """From an opened topic to its answer sheet; nothing where none, or several, are opened."""
    if opened is None or len(opened.filters.topics) != 1:
        return
    st.button(
        "Answer sheet: what was said of it, round by round",
        key=f"to-sheet.{place}",
        icon=":material/summarize:",
        type="tertiary",
        on_click=go_to,
        args=({SHEET: opened.filters.topics[0]},),
    )


def sheet_query(topic: str, series: str, last: int | None = 3, level: str | None = None) -> dict[str, str]:
    """The parameters of an answer sheet; `last` None is all rounds."""
    query = {SHEET: topic, SERIES: series, LAST: str(last) if last else ALL_ROUNDS}
    return query | ({LEVEL: level} if level else {})


def sheet_address(chosen: Filters, query: Mapping[str, str]) -> str:
    """The way to an answer sheet from another page of this desk, with the filters in use."""
    return f"topics?{urlencode([*filters.address_of(chosen), *query.items()])}"
