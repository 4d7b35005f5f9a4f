"""The headline numbers: each a button that opens the units it counts."""

import streamlit as st

from parley.model import Filters
from parley.queries import promises, units
from parley.queries.units import Unit
from parley.ui import evidence
from parley.ui.data import ask, knowing
from parley.ui.promises.said import of_them_general
from parley.ui.words import counted

CARDS: tuple[tuple[Unit, str, str], ...] = (
    ("meetings", "meeting", "Held and reported: an article tells of it as its own subject."),
    ("referred", "more referred to", "Meetings that articles only recall, announce or report as cancelled."),
    ("articles", "article", "Articles and releases, identical copies counted once."),
    ("topics", "topic", "Topics of the codebook that were discussed."),
    ("people", "person", "People who were present at these meetings; those only spoken of are not counted."),
    (
        "promises",
        "promise",
        "What a side undertook; sentences about one agreement count once. Demands are none.",
    ),
)
OPEN = "overview.open"


def show(filters: Filters) -> None:
    """The row of numbers, and under it what is behind the one that is open."""
    open_now = st.session_state.get(OPEN)
    with st.container(horizontal=True, key="numbers", gap="small"):
        for unit, noun, help_ in CARDS:
            n, of_them = _counted(unit, filters)
            words = noun if noun.startswith("more ") else counted(n, noun).split(" ", 1)[1]
            st.button(
                f"**{n:,}** {words}{of_them}",
                key=f"number-{unit}",
                help=f"{help_} Click to read them.",
                type="primary" if open_now == unit else "secondary",
                width="stretch",
                disabled=not n,
                on_click=_toggle,
                args=(unit,),
            )
    if open_now and _counted(open_now, filters)[0]:
        evidence.panel("numbers", opened(open_now, filters))


def opened(unit: Unit, filters: Filters) -> evidence.Opened:
    """What a number opens: the units that it counts."""
    return evidence.Opened(unit, filters, "recalled, announced or cancelled" if unit == "referred" else "")


def _counted(unit: Unit, filters: Filters) -> tuple[int, str]:
    """How many there are, and of promises how many are general."""
    if unit != "promises":
        return ask(units.how_many, unit, filters), ""
    n, general = ask(knowing(promises.how_many), filters)
    return n, of_them_general(general, n)


def _toggle(unit: Unit) -> None:
    """Open the number, or close it where it is open."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == unit else unit
