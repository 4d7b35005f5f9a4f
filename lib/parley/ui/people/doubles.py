"""Names that may be one person's: one surname, one side, and first names that do not speak against it."""

import streamlit as st

from parley.queries import people
from parley.ui.access import may_correct
from parley.ui.data import ask
from parley.ui.people.going import go_to
from parley.ui.plain import plain
from parley.ui.words import counted

MOST = 30


def show() -> None:
    """The pairs, folded; a name opens the page on which a person decides."""
    pairs = people.doubles(ask(people.everybody))
    if not pairs or not may_correct():
        return
    with st.expander(f"{counted(len(pairs), 'pair')} of names that may be one person", key="doubles", type="compact"):
        st.caption("Of one surname and side, with first names that do not speak against it. Open one to decide.")
        for n, pair in enumerate(pairs[:MOST]):
            with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"double-{n}"):
                for one in pair:
                    office = f": {one.offices[0]}" if one.offices else ""
                    st.button(
                        plain(f"{one.name}{office}"),
                        key=f"double.{n}.{one.person}",
                        type="tertiary",
                        on_click=go_to,
                        args=(one.person,),
                    )
        if len(pairs) > MOST:
            st.caption(f"{MOST} of {len(pairs)} shown")
