"""Topics by rounds: the matrix, its summary in words, and the sentences of a cell beside those of the round before."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.matrix import matrix
from parley.codebook.topics import GROUPS
from parley.model import STRENGTHS, Filters
from parley.queries import agenda
from parley.queries import evidence as sentences
from parley.queries.agenda import Cell, Topic
from parley.queries.dialogues import Dialogue
from parley.queries.rounds import Round
from parley.ui import chart, evidence
from parley.ui.articles.passages import STRENGTHS as MEANINGS
from parley.ui.data import ask
from parley.ui.dialogues import changes
from parley.ui.dialogues.said import in_short, told_apart, when_and_where
from parley.ui.dialogues.states import (
    LEGEND,
    is_verdict,
    pointer,
    said,
    what_is_held,
)
from parley.ui.explained import Explained
from parley.ui.links import article_link
from parley.ui.plain import plain
from parley.ui.topics.address import sheet_address, sheet_query
from parley.ui.words import counted, listed, side_name

Look = Callable[[], tuple[Dialogue | None, Sequence[Round]]]

MOST_LEADING = 3
HELP = Explained(
    "which topics the articles tell of at each round, against the round before at the same level: new, back after a "
    "round without it, raised again, "
    "firmer, softer, or not mentioned. Firmer and softer only where the wordings lie clearly apart; else the sentences "
    "stand side by side without a verdict.",
    "a square is one topic at one round; a click opens its sentences beside those of the round before.",
    "the rounds in view, all of one level; how many stands in the title.",
    "“Not mentioned” where no full official text of the round is held: its sources may just not tell; nor is a topic "
    "more than “new in the sources held” where none of the round before is. The agenda of a round still to come. "
    "Generic topics, unless you ask for them.",
)
HINT = (
    "Click a square to read what was said of that topic at that round, and at the round before. "
    "The name of a topic leads to its answer sheet."
)


def show(look: Look, filters: Filters) -> None:
    """The comparison of the rounds in view: `look` asks for the dialogue and its rounds of one level, oldest first."""
    one, shown = look()
    generic = changes.generic_too()
    found = _in_view(one, shown, filters, generic=generic)
    if one is None or not found:
        st.info("No topic was found in what is held of these rounds.", icon=":material/info:")
        return
    changes.show(one, shown, filters)
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(lambda: _picture(look, filters, generic=generic))
        st.toggle(
            "With generic topics", key="dialogue-generic", help="Such as diplomatic engagement: they come up always."
        )
    with right, st.container(key="beside-matrix"):
        _panel(_cell_of(clicked, found), agenda.of_dialogue(one.series, filters))


def _in_view(one: Dialogue | None, shown: Sequence[Round], filters: Filters, *, generic: bool) -> list[Cell]:
    """The cells of these rounds, topics by group, generic ones last or left out."""
    if one is None:
        return []
    every = agenda.cells(one.every, ask(agenda.raised_at, agenda.of_dialogue(one.series, filters)))
    rounds = {held.id for held in shown}
    found = [
        cell for cell in every if cell.round.id in rounds and changes.is_asked_for(cell.topic, filters, generic=generic)
    ]
    return sorted(found, key=lambda cell: (cell.topic.is_generic, _group(cell), cell.topic.label))


def _group(cell: Cell) -> int:
    return GROUPS.index(cell.topic.group) if cell.topic.group in GROUPS else len(GROUPS)


def _picture(look: Look, filters: Filters, *, generic: bool) -> chart.Picture | None:
    one, shown = look()
    found = _in_view(one, shown, filters, generic=generic)
    if not found:
        return None
    topics = list(dict.fromkeys(cell.topic for cell in found))
    columns = [(held.id, "\n".join(part for part in (in_short(held), held.place) if part)) for held in shown]
    return chart.Picture(
        key="matrix",
        title=headline(found, len(shown)),
        note=LEGEND,
        help=HELP,
        figure=matrix(_drawn(found), columns, _sheets(topics, shown, filters)),
        table=_table(found, shown),
        columns={"label": "Topic", "group": "Group"} | told_apart(shown),
        groups=tuple(topic.group for topic in topics),
    )


def _sheets(topics: Sequence[Topic], shown: Sequence[Round], filters: Filters) -> dict[str, str]:
    """Where the answer sheet of each topic stands: the last of these rounds, at their level."""
    series, level = shown[0].series, shown[0].level
    return {topic.id: sheet_address(filters, sheet_query(topic.id, series, level=level)) for topic in topics}


def headline(found: Sequence[Cell], rounds: int) -> str:
    """What the matrix says: which topics came up at most rounds, as long as a few stand out."""
    times = Counter(cell.topic.label for cell in found if cell.raised)
    most = max(times.values(), default=0)
    leading = [label for label, count in times.items() if count == most]
    if most < 2 or len(leading) > MOST_LEADING:
        return f"{counted(len({cell.topic for cell in found}), 'topic')} over {counted(rounds, 'round')}"
    return f"{listed(leading)}: raised at {most} of {counted(rounds, 'round')}"


def _drawn(found: Sequence[Cell]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "topic": [cell.topic.id for cell in found],
            "label": [cell.topic.label for cell in found],
            "topic_group": [cell.topic.group for cell in found],
            "round": [cell.round.id for cell in found],
            "state": [cell.state for cell in found],
            "hover": [pointer(cell) for cell in found],
        }
    )


def _table(found: Sequence[Cell], shown: Sequence[Round]) -> pd.DataFrame:
    """A row a topic, a column a round: the state in words with the number of sentences."""
    rows: dict[str, dict[str, str]] = {}
    for cell in found:
        row = rows.setdefault(cell.topic.id, {"label": cell.topic.label, "group": cell.topic.group})
        row[str(cell.round.id)] = f"{said(cell)} ({cell.raised.sentences})" if cell.raised else said(cell)
    columns = ["label", "group", *(str(one.id) for one in shown)]
    return pd.DataFrame([dict.fromkeys(columns, "") | row for row in rows.values()], columns=columns)


def _cell_of(clicked: str | None, found: Sequence[Cell]) -> Cell | None:
    number, _, topic = (clicked or "").partition("|")
    return next((cell for cell in found if str(cell.round.id) == number and cell.topic.id == topic), None)


def _panel(cell: Cell | None, own: Filters) -> None:
    """The sentences behind a square, under those of the round before."""
    if cell is None:
        st.container(key="hint-matrix").markdown(f":gray[{plain(HINT)}]")
        return
    with st.container(border=True, key="evidence-matrix"):
        st.subheader(plain(f"{cell.topic.label}: {said(cell)}"), anchor=False)
        if cell.state == "again":
            st.caption("Both wordings stand below; Parley gives no verdict on which is firmer.")
        for one in (cell.round, cell.before):
            if one is not None:
                _told_at(one, cell, own)


def _told_at(one: Round, cell: Cell, own: Filters) -> None:
    """What was said of the topic at one round; where nothing was, what is held of that round."""
    narrowed = replace(own, topics=(cell.topic.id,))
    rows = ask(sentences.evidence, "meetings", narrowed, (one.id,))
    st.markdown(f"**{plain(when_and_where(one))}** · {counted(len(rows), 'sentence')}")
    if rows.empty:
        st.caption(plain(f"Nothing on it. Held of this round: {what_is_held(one)}."))
        for article in one.full_texts:
            article_link(article, "The full official text")
        if not one.full_texts:
            others = ask(sentences.evidence, "meetings", replace(own, topics=()), (one.id,))
            evidence.by_article(others, f"held.{one.id}", many=False)
        return
    raised = ask(agenda.raised_at, own).get((one.id, cell.topic))
    if raised and (raised.is_sure or is_verdict(cell)):
        st.caption(plain(_reading(raised)))
    evidence.by_article(rows, f"said.{one.id}", many=False)


def _reading(raised: agenda.Raised) -> str:
    """How firmly, and whose wording that is."""
    names = ["both or all sides" if voice == "joint" else side_name(voice) for voice in raised.voices]
    voice = f", by {listed(names)}" if names else ""
    return f"Firmest wording: {MEANINGS[STRENGTHS[raised.strength]]}{voice}"
