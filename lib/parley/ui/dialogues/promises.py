"""Open promises of a dialogue: sentence, who, by when; and those that a later round has kept."""

from collections.abc import Sequence

import streamlit as st

from parley.queries.dialogues import Dialogue
from parley.queries.pledges import SIGNED, Pledge, signed
from parley.queries.rounds import Round
from parley.ui.dialogues.said import when_and_where
from parley.ui.links import article_link
from parley.ui.plain import plain
from parley.ui.words import ACTORS, counted, on_date, side_name

MOST = 10


def show(one: Dialogue) -> None:
    """Open promises first, the newest round's on top; then those that are kept."""
    rounds = {held.id: held for held in one.every}
    open_now, kept = one.open_promises, [promise for promise in one.promises if promise.kept]
    st.subheader(counted(len(open_now), "open promise"), anchor=False)
    if not open_now:
        st.markdown(":gray[None under these filters.]")
    _list(open_now[:MOST], rounds)
    if len(open_now) > MOST:
        with st.expander(counted(len(open_now) - MOST, "more open promise"), key="more.promises"):
            _list(open_now[MOST:], rounds)
    for found, words in ((kept, "promise kept"), (signed(one.promises), "signed document")):
        if found:
            with st.expander(_counted(len(found), words), key=f"promises.{words}"):
                _list(found, rounds)


def _counted(number: int, words: str) -> str:
    """ "2 promises kept", "1 signed document"."""
    return counted(number, "promise") + " kept" if words == "promise kept" else counted(number, words)


def _list(made: Sequence[Pledge], rounds: dict[int, Round]) -> None:
    for promise in made:
        with st.container(key=f"evidence-promise-{promise.id}", gap="xsmall"):
            due = f"by {on_date(promise.due_on)}" if promise.due_on else "no deadline"
            who = ACTORS.get(promise.actor, side_name(promise.actor))
            parts = [f"{who}: {promise.kind}", *([] if promise.kind == SIGNED else [due])]
            if promise.kept:
                parts.append(f"kept on {on_date(promise.kept.start_on)}")
            named = plain(" · ".join(parts))
            st.markdown(f"**{named}**\n\n> {plain(promise.sentence)}")
            made_at = rounds.get(promise.meeting)
            at = f"on the round of {when_and_where(made_at)}" if made_at else "on a round referred to"
            article_link(promise.article, f"{promise.source or promise.title}, {at}")
