"""How often each topic was discussed: the switch, the chart, and what a click on a bar opens."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.bars import topic_bars
from parley.model import Filters
from parley.queries import topics, units
from parley.queries.units import Unit
from parley.ui import chart, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.topics import address
from parley.ui.words import counted, in_front

UNITS: tuple[Unit, ...] = ("meetings", "articles", "sentences")
FEW = 15
UNSAID = "Topics that stand only in a name or title, and the agenda of a meeting still to come."
GENERIC = f"Generic topics, unless you ask for them; without “All topics”, those after the first {FEW}."
HELP: dict[Unit, Explained] = {
    "meetings": Explained(
        "at how many meetings each topic was discussed.",
        HELD,
        "all meetings under the filters that have a text; the table has the share.",
        f"{NOT_HELD} {UNSAID} {GENERIC}",
    ),
    "articles": Explained(
        "in how many articles at least one sentence says that the topic was discussed.",
        "an article or release; identical copies count once.",
        "all articles under the filters; the table has the share.",
        f"{UNSAID} {GENERIC}",
    ),
    "sentences": Explained(
        "how many sentences say that the topic was discussed.",
        "a sentence of an article; one that names two topics counts for both.",
        "nothing: sentences differ too much in length for a share to mean something.",
        f"{UNSAID} {GENERIC}",
    ),
}


def show(filters: Filters) -> Unit:
    """The switch, the chart beside its sentences, and the table; by what the reader counts."""
    unit, generic, every = _switches()
    counts = ask(topics.topic_counts, unit, filters)
    if _asked_for(unit, filters, generic=generic).empty:
        st.info("No topic was discussed under these filters.", icon=":material/info:")
        return unit
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(lambda: _picture(unit, filters, generic=generic, every=every))
    with right, st.container(key="beside-frequency"):
        wanted = opened(clicked, counts, unit, filters)
        address.sheet_button(wanted, "frequency")
        evidence.panel("frequency", wanted, "Click a bar to read the sentences behind it.")
    return unit


def _switches() -> tuple[Unit, bool, bool]:
    """Counted by what, with generic topics, and all of them."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        unit = st.segmented_control(
            "Count by",
            UNITS,
            default=UNITS[0],
            format_func=str.capitalize,
            required=True,
            key="by",
            bind="query-params",
        )
        generic = st.toggle(
            "With generic topics",
            key="generic",
            help="Diplomatic engagement, multilateral cooperation, and regional and global affairs come up nearly "
            "everywhere, and are left out unless asked.",
        )
        every = st.toggle("All topics", key="every", help=f"Otherwise the {FEW} most frequent.")
    return unit or UNITS[0], generic, every


def _asked_for(unit: Unit, filters: Filters, *, generic: bool) -> pd.DataFrame:
    counts = ask(topics.topic_counts, unit, filters)
    return counts if generic else counts[counts["generic"] == 0]


def _picture(unit: Unit, filters: Filters, *, generic: bool, every: bool) -> chart.Picture | None:
    shown = _asked_for(unit, filters, generic=generic)
    if shown.empty:
        return None
    drawn = shown if every else shown.head(FEW)
    whole = ask(units.how_many, unit, replace(filters, topics=())) if unit != "sentences" else 0
    table = shown.assign(share=(shown["n"] / whole * 100).round().astype(int).astype(str) + " %" if whole else "")
    shares = {"share": f"Share of {counted(whole, unit[:-1])}"} if whole else {}
    return chart.Picture(
        key=f"topics-by-{unit}",
        title=headline(shown, unit, whole),
        note=f"{len(drawn)} of {counted(len(shown), 'topic')} · number of {unit}",
        help=HELP[unit],
        figure=topic_bars(drawn),
        table=table,
        columns={"label": "Topic", "topic_group": "Group", "n": unit.capitalize(), **shares},
        groups=tuple(drawn["topic_group"]),
    )


def headline(shown: pd.DataFrame, unit: Unit, whole: int) -> str:
    """What the chart says: the topic in front, and of how many meetings or articles."""
    n = int(shown["n"].iloc[0])
    leads = in_front(shown["label"].to_list(), shown["n"].to_list())
    if n == 1 and len(shown) > 1:
        return leads
    if unit == "sentences":
        return f"{leads}, with {counted(n, 'sentence')}"
    where = "discussed at" if unit == "meetings" else "found in"
    return f"{leads}, {where} {n:,} of {counted(whole, unit[:-1])}{'' if shown['n'].eq(n).sum() == 1 else ' each'}"


def opened(clicked: str | None, counts: pd.DataFrame, unit: Unit, filters: Filters) -> evidence.Opened | None:
    """What a click on a bar opens: exactly the units that its number counts."""
    rows = counts[counts["topic"] == clicked]
    if rows.empty:
        return None
    return evidence.Opened(unit, replace(filters, topics=(str(clicked),)), str(rows["label"].iloc[0]))
