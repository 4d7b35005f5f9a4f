"""Phrases that recur where no topic was found: a list for whoever keeps the codebook."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries.phrases import FEWEST_MEETINGS, Phrase, phrases, telling
from parley.ui import export, tables
from parley.ui.attention import look_at
from parley.ui.data import ask
from parley.ui.evidence import by_article
from parley.ui.explained import Explained
from parley.ui.plain import plain
from parley.ui.words import counted, language_name

COLUMNS: dict[str, Any] = {
    "phrase": st.column_config.TextColumn("Phrase", width=320),
    "meetings": st.column_config.NumberColumn("Meetings", width=90),
    "sentences": st.column_config.NumberColumn("Sentences", width=90),
    "language": st.column_config.TextColumn("Language", width=100),
}
NAMES = {"phrase": "Phrase", "meetings": "Meetings", "sentences": "Sentences", "language": "Language"}
ROWS = 15
HELP = Explained(
    f"phrases of two to five words that sentences without a topic share at {FEWEST_MEETINGS} or more meetings. They "
    "may name a subject that the codebook does not know yet, or nothing at all: a person decides.",
    "a row is one phrase; meetings are those that its articles report, each once.",
    "nothing is a share here.",
    "Names of people, places, sides and outlets; sentences in which a topic was found; words that every report uses.",
)


def show(filters: Filters) -> None:
    """The list beside the sentences of the phrase that is chosen."""
    found = ask(phrases, filters)
    st.header("Phrases that recur where no topic was found", help=HELP.words(), anchor=False)
    if not found:
        st.info(f"No phrase recurs at {FEWEST_MEETINGS} meetings in sentences without a topic.", icon=":material/info:")
        return
    st.caption("Candidates for the codebook. Choose a row to read the sentences.")
    left, right = st.columns([6, 6], gap="large")
    data = _rows(found)
    with left:
        row = tables.choose_row(data, f"phrases.{hash(filters)}", COLUMNS, ROWS)
        export.buttons("phrases", "Phrases", filters, lambda: _listed(filters))
    with right, st.container(key="beside-phrases"):
        if row is None:
            st.container(key="hint-phrases").markdown(":gray[Choose a phrase to read its sentences\\.]")
        else:
            _panel(found[row])


def _rows(found: Sequence[Phrase]) -> pd.DataFrame:
    return pd.DataFrame([_row(one) for one in found], columns=list(COLUMNS))


def _listed(filters: Filters) -> export.Listed:
    """All of them as a file holds them."""
    return export.Listed("Phrases without a topic", _rows(ask(phrases, filters)).rename(columns=NAMES))


def _row(one: Phrase) -> dict[str, object]:
    return {
        "phrase": one.words,
        "meetings": len(one.meetings),
        "sentences": len(one.sentences),
        "language": language_name(one.language),
    }


def _panel(one: Phrase) -> None:
    with st.container(border=True, key="evidence-phrases"):
        said = f"{counted(len(one.sentences), 'sentence')} at {counted(len(one.meetings), 'meeting')}: {one.words}"
        st.subheader(plain(said), anchor=False)
        by_article(ask(telling, one), "phrases", many=False)
        look_at("evidence-phrases", one)
