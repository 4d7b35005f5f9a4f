"""Which topics each outlet tells of a meeting, and which it leaves out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from parley.queries.accounts import originals
from parley.queries.meeting import outlet_of, topics_told
from parley.ui.plain import plain
from parley.ui.words import counted


def show(told: Sequence[dict[str, Any]], same: Sequence[dict[str, Any]], passages: pd.DataFrame) -> None:
    """A row a topic, a column an outlet: how many sentences, or "left out"; only where several outlets report it.

    `same` are the other places from which an article's text came; `passages` are those of copies, too.
    """
    outlets = tellers(told, same)
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


def tellers(told: Sequence[dict[str, Any]], same: Sequence[dict[str, Any]]) -> dict[str, set[int]]:
    """Each outlet with an article of its own on the meeting, and all the articles that it carried, copies among them.

    An outlet that carried nothing but copies stands behind the one that it repeats.
    """
    found: dict[str, set[int]] = {outlet_of(row): set() for row in originals(told) if row["focal"]}
    for row in (*(row for row in told if row["focal"]), *same):
        if outlet_of(row) in found:
            found[outlet_of(row)].add(int(row["article_id"]))
    return found


def coverage(passages: pd.DataFrame, outlets: Mapping[str, set[int]]) -> list[tuple[Any, ...]]:
    """Each topic's label with its number of sentences in each outlet, topics that some leave out first."""
    rows = []
    for topic in topics_told(passages):
        own = passages[passages["topic"] == topic.topic]
        counts = [int(own[own["article_id"].isin(ids)]["sentence_id"].nunique()) for ids in outlets.values()]
        if any(counts):  # what copies alone tell is told by none of these outlets
            rows.append((topic.label, *counts))
    return sorted(rows, key=lambda row: 0 not in row)
