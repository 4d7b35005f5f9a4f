"""Which topics each outlet tells of a meeting, and which it leaves out."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from parley.queries.meeting import outlet_of, topics_told
from parley.queries.read import records
from parley.ui.plain import plain
from parley.ui.words import counted


def show(told: Sequence[dict[str, Any]], passages: pd.DataFrame) -> None:
    """A row a topic, a column an outlet: how many sentences, or "left out"; only where several outlets report it."""
    outlets = tuple(dict.fromkeys(outlet_of(row) for row in told if row["focal"]))
    if len(outlets) < 2 or passages.empty:
        return
    st.subheader("Coverage by outlet", anchor=False)
    st.caption("Sentences on each topic in all articles of an outlet that report this meeting.")
    rows = [("Topic", *(plain(outlet) for outlet in outlets)), ("---",) * (len(outlets) + 1)]
    rows += [(plain(label), *(_cell(n) for n in counts)) for label, *counts in coverage(passages, outlets)]
    with st.container(key="coverage"):
        st.markdown("\n".join("| " + " | ".join(row) + " |" for row in rows))


def _cell(sentences: int) -> str:
    return counted(sentences, "sentence") if sentences else "**left out**"


def coverage(passages: pd.DataFrame, outlets: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Each topic's label with its number of sentences in each outlet, topics that some leave out first."""
    tellers = pd.Series([outlet_of(row) for row in records(passages)], index=passages.index)
    rows = []
    for topic in topics_told(passages):
        own = passages["topic"] == topic.topic
        counts = [int(passages[own & (tellers == outlet)]["sentence_id"].nunique()) for outlet in outlets]
        rows.append((topic.label, *counts))
    return sorted(rows, key=lambda row: 0 not in row)
