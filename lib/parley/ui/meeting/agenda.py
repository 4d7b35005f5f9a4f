"""What a meeting dealt with: topics by group, with how firmly, whose voice, who tells of it, and the sentences."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from parley.charts.theme import GROUP_COLOURS
from parley.model import STRENGTHS
from parley.queries.meeting import AgendaTopic, topics_told
from parley.ui.correct import agenda_topic
from parley.ui.evidence import by_article
from parley.ui.plain import plain
from parley.ui.words import counted, listed, side_name

WORDS = {"noted": "discussed", "stressed": "stressed", "wished": "wished for", "intended": "intended"}


def show(passages: pd.DataFrame, meeting: int) -> None:
    """The topics of each group; each opens its sentences, and can be taken off the agenda."""
    st.subheader("Agenda", anchor=False)
    if passages.empty:
        st.markdown("No topic was found in what the articles tell of this meeting.")
        return
    topics = topics_told(passages)
    st.caption("With the firmest wording of each topic, and whose voice it is. Open a topic for its sentences.")
    groups = [group for group in (*GROUP_COLOURS, "other") if any(_group(topic) == group for topic in topics)]
    for place, listed_groups in zip(st.columns(2, gap="large"), _halves(groups, topics), strict=True):
        with place:
            for group in listed_groups:
                _show_group(group, [topic for topic in topics if _group(topic) == group], passages, meeting)


def _group(topic: AgendaTopic) -> str:
    return topic.group if topic.group in GROUP_COLOURS else "other"


def _halves(groups: Sequence[str], topics: Sequence[AgendaTopic]) -> tuple[list[str], list[str]]:
    """The groups in two columns of about the same length, in their order; a lone one stands on the left."""
    sizes = [sum(_group(topic) == group for topic in topics) + 1 for group in groups]
    cut = min(range(len(groups) + 1), key=lambda n: (abs(sum(sizes[:n]) - sum(sizes[n:])), -n))
    return list(groups[:cut]), list(groups[cut:])


def _show_group(group: str, topics: Sequence[AgendaTopic], passages: pd.DataFrame, meeting: int) -> None:
    with st.container(key=f"agenda-{group.replace(' ', '-')}", gap="xsmall"):
        st.markdown(f"**{plain(group.capitalize())}**")
        for topic in topics:
            label = f"**{plain(topic.label)}** · {plain(about(topic))}"
            with st.expander(label, key=f"topic.{topic.topic}", type="compact"):
                rows = passages[passages["topic"] == topic.topic]
                by_article(rows.drop_duplicates("sentence_id"), f"agenda.{topic.topic}", many=False)
                agenda_topic.button(meeting, topic.topic)


def about(topic: AgendaTopic) -> str:
    """ "agreed, by the sides together · 3 sentences in Sample Wire and Sample Gazette (there: discussed)"."""
    how = strength_word(topic.strength) if topic.is_discussed else "on the agenda of a meeting to come"
    outlets = [f"{name}{_weaker(rank, topic)}" for name, rank in topic.outlets]
    voice = {None: "", "joint": ", by the sides together"}.get(topic.by, f", by {side_name(topic.by or '')}")
    what = f" · on {listed(topic.about)}" if topic.about else ""
    return f"{how}{voice}{what} · {counted(topic.sentences, 'sentence')} in {listed(outlets)}"


def _weaker(rank: int, topic: AgendaTopic) -> str:
    """How an outlet words it that is less firm than the firmest."""
    return f" (there: {strength_word(rank)})" if rank < topic.strength and topic.is_discussed else ""


def strength_word(rank: int) -> str:
    """How firm a wording is, in one word: "discussed", "agreed"."""
    return WORDS.get(STRENGTHS[rank], STRENGTHS[rank])
