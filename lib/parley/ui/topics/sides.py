"""Who raised what: topics by the sides whose voice they came up in; a square opens those sentences."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.grid import count_grid
from parley.model import Filters
from parley.queries.voices import voiced
from parley.ui import chart, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.topics import address
from parley.ui.words import counted, listed, side_name

MOST_SIDES, FEW = 6, 20
JOINT, NOBODY = "joint", ""
TOGETHER = {JOINT: "Sides together", NOBODY: "Not said whose"}
HELP = Explained(
    "at how many meetings each topic came up in the voice of each side. The voice is that of the firmest wording in "
    "each article; “sides together” is what both or all sides said.",
    f"{HELD} Where several sides raised a topic, the meeting stands in the column of each.",
    "nothing: the squares are numbers of meetings.",
    f"{NOT_HELD} Generic topics, unless you ask for them; sides after the first {MOST_SIDES} and topics after the "
    f"first {FEW}: the table has them.",
)


def show(filters: Filters) -> None:
    """The grid beside the sentences of the square that was clicked."""
    generic = st.toggle("With generic topics", key="sides-generic", help="Such as diplomatic engagement.")
    counts = _asked_for(filters, generic=generic)
    if counts.empty:
        st.info("No topic was discussed under these filters.", icon=":material/info:")
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(lambda: _picture(_asked_for(filters, generic=generic)))
    with right, st.container(key="beside-sides"):
        wanted = opened(clicked, counts, filters)
        address.sheet_button(wanted, "sides")
        evidence.panel("sides", wanted, "Click a square to read what that side said of the topic.")


def _asked_for(filters: Filters, *, generic: bool) -> pd.DataFrame:
    found = ask(voiced, filters)
    return found if generic else found[found["generic"] == 0]


def _picture(counts: pd.DataFrame) -> chart.Picture | None:
    if counts.empty:
        return None
    drawn, columns = shown(counts)
    voices = counts.assign(voice=[voice_name(voice) for voice in counts["voice"]])
    return chart.Picture(
        key="who-raised-what",
        title=headline(counts),
        note=f"Number of meetings · {drawn['topic'].nunique()} of {counted(counts['topic'].nunique(), 'topic')}",
        help=HELP,
        figure=count_grid(drawn, columns),
        table=voices,
        columns={"label": "Topic", "topic_group": "Group", "voice": "Whose voice", "n": "Meetings"},
        groups=tuple(drawn["topic_group"]),
    )


def shown(counts: pd.DataFrame) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """The part that is drawn, topics with the most meetings first, and its columns: sides by how much they raised."""
    totals = counts.groupby("voice")["n"].sum().sort_values(ascending=False, kind="stable")
    sides = [str(voice) for voice in totals.index if voice not in TOGETHER][:MOST_SIDES]
    columns = sides + [voice for voice in TOGETHER if voice in totals.index]
    topics = counts.groupby("topic", sort=False)["n"].sum().sort_values(ascending=False, kind="stable").index[:FEW]
    drawn = counts[counts["topic"].isin(topics) & counts["voice"].isin(columns)]
    order = drawn["topic"].map({topic: n for n, topic in enumerate(topics)})
    drawn = drawn.assign(order=order).sort_values("order", kind="stable").rename(columns={"voice": "column"})
    filled = set(drawn["column"])
    return drawn, [(voice, voice_name(voice)) for voice in columns if voice in filled]


def voice_name(voice: str) -> str:
    """A side by its name; "Sides together" for what all said."""
    return TOGETHER.get(voice, side_name(voice))


def headline(counts: pd.DataFrame) -> str:
    """What the grid says: which side raised the most topics by itself."""
    alone = counts[~counts["voice"].isin(list(TOGETHER))]
    if alone.empty:
        return "No topic is told as the voice of one side"
    topics = alone.groupby("voice")["topic"].nunique().sort_values(ascending=False, kind="stable")
    first = [voice_name(str(voice)) for voice in topics[topics == topics.max()].index]
    if len(first) > 2:
        return f"{len(first)} sides raised {counted(int(topics.max()), 'topic')} each in their own voice"
    own = "each in their own voice" if len(first) == 2 else "in a voice of its own"
    return f"{listed(first)} raised {counted(int(topics.max()), 'topic')} {own}"


def opened(clicked: str | None, counts: pd.DataFrame, filters: Filters) -> evidence.Opened | None:
    """What a click on a square opens: the meetings at which that side raised the topic, with those sentences."""
    topic, divider, voice = (clicked or "").partition("|")
    rows = counts[(counts["topic"] == topic) & (counts["voice"] == voice)]
    if not divider or rows.empty:
        return None
    about = f"{rows['label'].iloc[0]}, {voice_name(voice)}"
    return evidence.Opened("meetings", replace(filters, topics=(topic,), voices=(voice,)), about)
