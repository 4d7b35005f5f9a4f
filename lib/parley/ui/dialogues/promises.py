"""Open promises of a dialogue: sentences, who, by when; those that were kept or have lapsed; and what was signed."""

import streamlit as st

from parley.queries.dialogues import Dialogue
from parley.ui.commitments import card
from parley.ui.words import counted

MOST = 10


def show(one: Dialogue) -> None:
    """Open promises first, the newest round's on top; then those that are kept or have lapsed."""
    open_now = one.open_promises
    st.subheader(counted(len(open_now), "open promise"), anchor=False)
    if not open_now:
        st.markdown(":gray[None under these filters.]")
    card.several(open_now[:MOST], "open")
    if len(open_now) > MOST:
        with st.expander(counted(len(open_now) - MOST, "more open promise"), key="more.promises"):
            card.several(open_now[MOST:], "more")
    for settled in ("kept", "lapsed"):
        found = [promise for promise in one.promises if promise.settled == settled]
        if found:
            with st.expander(f"{counted(len(found), 'promise')} {settled}", key=f"promises.{settled}"):
                card.several(found, settled)
    documents = [promise for promise in one.promises if promise.family == "signed"]
    if documents:
        with st.expander(counted(len(documents), "signed document"), key="promises.signed"):
            card.several(documents, "signed")
