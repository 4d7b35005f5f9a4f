"""The list of people: a row each; the name opens the page, the number of meetings the meetings."""

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import people
from parley.queries.people import Listed
from parley.ui import evidence, export, paging
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.evidence import Opened
from parley.ui.people import doubles
from parley.ui.people.going import go_to
from parley.ui.plain import plain
from parley.ui.words import counted, from_to, on_date, side_names

OPEN, WORDS = "people.open", "people.words"


def show(filters: Filters) -> None:
    """Everybody present at a meeting that the filters leave."""
    every = ask(people.people, filters)
    if not every:
        nothing("people")
        return
    words = _narrowed(every)
    found = _found(every, words)
    if not found:
        st.info("Nobody of that name or office under these filters.", icon=":material/info:")
        return
    for n, one in paging.opened_down("people", found):
        _row(n, one, filters)
    export.twin("people", "People", filters, lambda: _listed(filters, words))
    doubles.show()


def _narrowed(every: tuple[Listed, ...]) -> str:
    """How many there are, and the field to find one of them."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.markdown(f"**{counted(len(every), 'person')} present at meetings**", width="content")
        return st.text_input("Find", placeholder="Name, spelling or office", key=WORDS, width=280)


def _found(every: tuple[Listed, ...], words: str) -> tuple[Listed, ...]:
    wanted = words.casefold().split()
    return tuple(one for one in every if all(word in _sought(one) for word in wanted))


def _listed(filters: Filters, words: str) -> export.Listed:
    """All that are found, as a table."""
    found = _found(ask(people.people, filters), words)
    return export.Listed(counted(len(found), "person"), pd.DataFrame([_cells(one) for one in found]))


def _sought(one: Listed) -> str:
    return " ".join((one.name, one.office or "", *one.spellings)).casefold()


def _row(n: int, one: Listed, filters: Filters) -> None:
    with st.container(key=f"person-row-{n}"):
        name, office, met = st.columns([4, 6, 3], gap="medium", vertical_alignment="center")
        with name, st.container(gap="xsmall"):
            # A link from a page to itself leaves the address as it was: a reload would lose the person.
            st.button(
                plain(one.name),
                key=f"person.{one.person}",
                type="tertiary",
                icon=":material/person:",
                on_click=go_to,
                args=(one.person,),
            )
            st.caption(plain(", ".join(side_names(one.sides)) or "side not told"))
        office.markdown(plain(one.office) if one.office else ":gray[office not told]")
        with met, st.container(gap="xsmall"):
            st.button(
                counted(len(one.meetings), "meeting"),
                key=f"open-person-{n}",
                type="tertiary",
                on_click=_toggle,
                args=(one.person,),
                help="Click to read them.",
            )
            st.caption(plain(years(one.first, one.last)))
        if st.session_state.get(OPEN) == one.person:
            evidence.panel(f"person-{n}", opened(one, filters))


def opened(one: Listed, filters: Filters) -> Opened:
    """The meetings at which this person was present."""
    return Opened("meetings", filters, f"with {one.name} present", one.meetings)


def years(first: str | None, last: str | None) -> str:
    """ "2019 – 2024", as far as dates are told."""
    return from_to(first[:4], last[:4]) if first and last else "no date"


def _toggle(person: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == person else person


def _cells(one: Listed) -> dict[str, object]:
    return {
        "Name": one.name,
        "Side": ", ".join(side_names(one.sides)),
        "Office, as told last": one.office or "",
        "Meetings": len(one.meetings),
        "First": on_date(one.first) if one.first else "",
        "Last": on_date(one.last) if one.last else "",
    }
