"""How this round stands to the one before, or to any other that the reader chooses."""

import streamlit as st

from parley.model import Filters
from parley.queries import dialogues
from parley.ui import follow
from parley.ui.data import ask, knowing
from parley.ui.dialogues import changes
from parley.ui.links import dialogue_link


def show(series: str | None, meeting: int) -> None:
    """The difference in topics and people; nothing for a meeting that is no round, or the first one held here."""
    one = ask(knowing(dialogues.dialogue), series, Filters(), follow.READER) if series else None
    held = next((held for held in one.every if held.id == meeting), None) if one else None
    if one is None or held is None or not changes.compared_with(held, one.every):
        return
    st.subheader("Against an earlier round", anchor=False)
    changes.of_round(one, held, Filters())
    dialogue_link(one.series, "All rounds side by side")
