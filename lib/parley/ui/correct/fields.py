"""Every field of a meeting with "Correct": those on which the outlets part, and those on which nothing differs."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from parley.queries import facets
from parley.queries.accounts import Field, originals
from parley.queries.corrections import NAMES, now_said, stated
from parley.queries.meeting import Head, outlet_of
from parley.queries.read import records
from parley.ui.access import may_correct
from parley.ui.correct import adding, field, joining, report, standing
from parley.ui.correct.adding import Source
from parley.ui.correct.field import Question
from parley.ui.correct.said import value_said
from parley.ui.data import ask
from parley.ui.plain import plain


def question(name: str, head: Head, told: Sequence[dict[str, Any]]) -> Question:
    """What there is to correct in one field of a meeting, which these articles report."""
    return Question(int(head.row["meeting_id"]), name, now_said(name, head), stated(name, told))


def show(head: Head, told: Sequence[dict[str, Any]], labels: dict[str, str]) -> None:
    """What people corrected so far; then, folded, each field with its value and "Correct"."""
    meeting = int(head.row["meeting_id"])
    standing.show(meeting, labels)
    if not may_correct():
        report.button(f"meeting.{meeting}", meeting=meeting)
        return
    with st.expander("Correct this meeting: date, place, dialogue, round, sides, kind, status", key="correct-meeting"):
        for name in NAMES:
            asked = question(name, head, told)
            with st.container(horizontal=True, gap="small", key=f"field-{name}", vertical_alignment="center"):
                field.button(asked, "head")
                st.markdown(f":gray[{NAMES[name]}] {plain(value_said(name, asked.now))}", width="content")
                standing.of_field(meeting, name)
    joining.show(head, told)
    articles = [Source("id", int(row["article_id"]), f"{outlet_of(row)}: {row['article']}") for row in originals(told)]
    if articles:
        adding.button(articles, "meeting", "Person", meeting)


def correct(shown: Field, head: Head, told: Sequence[dict[str, Any]]) -> None:
    """ "Correct" beside a field on which outlets are compared; people and topics have theirs where they stand."""
    if shown.kind in NAMES:
        field.button(question(shown.kind, head, told), "compared")
        standing.of_field(int(head.row["meeting_id"]), shown.kind)


def labels(named: pd.DataFrame) -> dict[str, str]:
    """The names on screen of the topics and people that corrections are about."""
    known = {choice.value: choice.label for choice in ask(facets.topics_known)}
    return known | {str(row["person"]): str(row["name"]) for row in records(named)}
