"""Taking a topic off a meeting's agenda: it is in none of the sentences in which Parley found it there."""

import streamlit as st

from parley.queries import corrections
from parley.store.corrections import Anchor, Correction
from parley.ui.access import may_correct
from parley.ui.correct import deciding
from parley.ui.data import ask


def button(meeting: int, topic: str) -> None:
    """ "Not a topic of this meeting"; what it takes away stands above it."""
    if may_correct():
        st.button(
            "Not a topic of this meeting",
            key=f"correct.topic.{meeting}.{topic}",
            type="tertiary",
            icon=":material/close:",
            on_click=_reject,
            args=(meeting, topic),
            help="Rejects it in each of these sentences, copies included. Undo stands at the head of the page.",
        )


def _reject(meeting: int, topic: str) -> None:
    told = ask(corrections.sentences_of, meeting, topic)
    deciding.decide(
        [
            Correction("topic", "rejected", key, anchor=Anchor(topic, start, end, quote))
            for key, start, end, quote in told
        ]
    )
