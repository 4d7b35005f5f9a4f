"""The list of dialogues: a row each, those that are followed first; every number opens what it counts."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import dialogues
from parley.queries.dialogues import Dialogue
from parley.ui import evidence, export, follow, paging
from parley.ui.data import ask, knowing
from parley.ui.dialogues import proposed
from parley.ui.dialogues.said import basis, first_and_last, next_round, rhythms, when_and_where
from parley.ui.empty import nothing
from parley.ui.evidence import Opened
from parley.ui.plain import plain
from parley.ui.promises.said import with_general
from parley.ui.words import counted, listed, side_name

OPEN = "dialogues.open"
ORDERS = ("Latest round first", "Most rounds first")


def show(filters: Filters) -> None:
    """All dialogues that the filters leave."""
    found = ask(knowing(dialogues.dialogues), filters, follow.READER)
    if not found:
        nothing("dialogues")
        return
    order = _order(found)
    found = _in_order(found, order)
    for n, one in paging.opened_down("dialogues", found):
        _row(n, one, filters)
    export.twin("dialogues", "Dialogues", filters, lambda: _listed(filters, order), counted=(Filters(),))
    proposed.show(filters)


def _listed(filters: Filters, order: str) -> export.Listed:
    """All of them as a table."""
    found = _in_order(ask(knowing(dialogues.dialogues), filters, follow.READER), order)
    return export.Listed(counted(len(found), "dialogue"), pd.DataFrame([_cells(one) for one in found]))


def _order(found: tuple[Dialogue, ...]) -> str:
    """How many there are, and the order that the reader chooses; those that are followed stay first."""
    held = sum(len(one.rounds) for one in found)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{counted(len(found), 'dialogue')}, {counted(held, 'round')} held**", width="content")
        order = st.segmented_control(
            "Order",
            ORDERS,
            default=ORDERS[0],
            required=True,
            key="dialogues.order",
            label_visibility="collapsed",
            width="content",
        )
    return order or ORDERS[0]


def _in_order(found: tuple[Dialogue, ...], order: str) -> tuple[Dialogue, ...]:
    """The latest round first, as they come, or the most rounds; those followed stay first."""
    if order == ORDERS[0]:
        return found
    return tuple(sorted(found, key=lambda one: (not one.is_followed, -len(one.rounds))))


def _row(n: int, one: Dialogue, filters: Filters) -> None:
    """Name, sides and years; the last round and the rhythm; the next; the numbers and the switch."""
    with st.container(border=True, key=f"dialogue-row-{n}"):
        name, past, ahead, more = st.columns([4, 3, 3, 2], gap="medium")
        with name, st.container(gap="xsmall"):
            # A link from a page to itself leaves the address as it was: a reload would lose the dialogue.
            st.button(
                plain(one.name),
                key=f"dialogue.{one.series}",
                type="tertiary",
                icon=":material/forum:",
                on_click=_go_to,
                args=(one.series,),
            )
            sides = listed([side_name(side) for side in one.sides])
            st.caption(plain(" · ".join(part for part in (sides, first_and_last(one.rounds)) if part)))
        with past, st.container(gap="xsmall"):
            _fact("Last round", when_and_where(one.last) if one.last else "none held")
            _fact("How often", rhythms(one.cadences, one.every))
        with ahead, st.container(gap="xsmall"):
            _fact("Next round", next_round(one.expected, date.today()) or "nothing here tells")
            if one.expected:
                st.caption(plain(basis(one.expected)))
        with more, st.container(gap="xsmall"):
            _numbers(n, one)
            follow.switch(one.series, is_followed=one.is_followed, place="list")
        evidence.panel(f"dialogues-{n}", opened(one, filters))


def _go_to(series: str) -> None:
    """Open the page of a dialogue: the address names it from then on."""
    st.query_params["series"] = series


def _fact(name: str, value: str) -> None:
    st.markdown(f":gray[:small[{name}]]  \n{plain(value)}")


def _numbers(n: int, one: Dialogue) -> None:
    """Rounds and open promises, each a button that opens them."""
    counts = {
        "rounds": (len(one.rounds), counted(len(one.rounds), "round")),
        "promises": (len(one.open_promises), with_general(one.open_promises, "open promise")),
    }
    for what, (count, words) in counts.items():
        st.button(
            words,
            key=f"open-{what}-{n}",
            type="tertiary",
            disabled=not count,
            on_click=_toggle,
            args=(one.series, what),
            help="Click to read them.",
        )
    if one.without_text:
        st.caption(f"+ {one.without_text:,} without text")


def _toggle(series: str, what: str) -> None:
    """Open the number, or close it where it is open."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == (series, what) else (series, what)


def opened(one: Dialogue, filters: Filters) -> Opened | None:
    """What is open of this dialogue: its rounds or its open promises, exactly those counted."""
    series, what = st.session_state.get(OPEN) or (None, None)
    if series != one.series:
        return None
    return of_promises(one, filters) if what == "promises" else of_rounds(one, filters)


def of_rounds(one: Dialogue, filters: Filters) -> Opened:
    """What the number of its rounds opens."""
    return Opened("meetings", replace(filters, dialogues=(one.series,)), "rounds held")


def of_promises(one: Dialogue, filters: Filters) -> Opened:
    """What the number of its open promises opens."""
    keys = tuple(promise.id for promise in one.open_promises)
    return Opened("promises", replace(filters, dialogues=(one.series,)), "open", keys)


def _cells(one: Dialogue) -> dict[str, object]:
    return {
        "Dialogue": one.name,
        "Sides": ", ".join(side_name(side) for side in one.sides),
        "Rounds": len(one.rounds),
        "Years": first_and_last(one.rounds),
        "Last round": when_and_where(one.last) if one.last else "",
        "How often": rhythms(one.cadences, one.every),
        "Next round": next_round(one.expected, date.today()),
        "Basis": basis(one.expected) if one.expected else "",
        "Open promises": len(one.open_promises),
        "Followed": "yes" if one.is_followed else "",
    }
