"""Open promises of a dialogue: sentences, who, by when; those that were kept or have lapsed; and what was signed."""

import streamlit as st

from parley.queries.dialogues import Dialogue
from parley.ui.promises import card
from parley.ui.promises.said import with_general
from parley.ui.words import counted

MOST = 10


def show(one: Dialogue) -> None:
    """Open promises first, the newest round's on top; then those that are kept or have lapsed."""
    st.subheader(with_general(one.open_promises, "open promise"), anchor=False)
    open_now = [promise for promise in one.open_promises if not promise.is_general]
    general = [promise for promise in one.open_promises if promise.is_general]
    if not one.open_promises:
        st.markdown(":gray[None under these filters.]")
    card.several(open_now[:MOST], "open")
    if len(open_now) > MOST:
        with st.expander(counted(len(open_now) - MOST, "more open promise"), key="more.promises"):
            card.several(open_now[MOST:], "more")
    if general:
        with st.expander(counted(len(general), "general promise"), key="promises.general.folded"):
            st.caption("They name no thing, amount, date or next step by which one could tell whether they were kept.")
            card.several(general, "general")
    for settled in ("kept", "lapsed"):
        found = [promise for promise in one.promises if promise.settled == settled]
        if found:
            with st.expander(f"{counted(len(found), 'promise')} {settled}", key=f"promises.{settled}"):
                card.several(found, settled)
    documents = [promise for promise in one.promises if promise.family == "signed"]
    if documents:
        with st.expander(counted(len(documents), "signed document"), key="promises.signed"):
            card.several(documents, "signed")
