"""The banner over sample articles: what they are, and a button that takes them away."""

import streamlit as st

from parley.store import has_samples, remove_samples
from parley.ui.access import ACTOR, for_those_who_may
from parley.ui.data import ask
from parley.ui.words import counted
from parley.ui.writing import written

REMOVED = "samples.removed"


def banner() -> None:
    """Say that these are samples, as long as there are any; once they are gone, say so once."""
    if REMOVED in st.session_state:
        st.toast(f"{counted(st.session_state.pop(REMOVED), 'sample article')} removed.", icon=":material/done:")
    if not ask(has_samples):
        return
    with st.container(horizontal=True, key="samples-banner", vertical_alignment="center"):
        st.markdown(":material/science: Sample articles: remove them when you add your own.", width="stretch")
        with st.popover("Remove samples", type="tertiary"):
            st.markdown("This removes the sample articles and the meetings that only they tell of. Yours stay.")
            st.button(
                "Remove the samples", key="samples-remove", type="primary", on_click=_remove, **for_those_who_may()
            )


def _remove() -> None:
    """Take the samples away through the store, in one short transaction."""
    gone: list[int] = []
    if written(lambda db: gone.append(remove_samples(db, ACTOR))):
        st.session_state[REMOVED] = gone[0]
