"""Top topics of the current window against the window before."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.bars import topic_bars
from parley.model import Filters
from parley.queries import overview, topics, units
from parley.ui import chart, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.overview.window import Window, window
from parley.ui.words import counted, in_front

MOST = 10
HELP = Explained(
    "at how many meetings each topic was discussed, now and in the window before. The window is the dates of the "
    "filter, else the twelve months up to the newest meeting; the one before it has the same length.",
    HELD,
    "all meetings of the window that have a text; how many stands under the title.",
    f"{NOT_HELD} The agenda of a meeting still to come. Generic topics, unless you ask for them. "
    f"Topics after the first {MOST}: the table has them.",
)


def show(filters: Filters) -> evidence.Opened | None:
    """The chart; what a click on a bar or a dot opens, for the page to show beside it."""
    found = _window(filters)
    generic = bool(st.session_state.get("overview-generic"))
    now = _counts(found.now if found else filters, generic=generic)
    if now.empty:
        st.info(f"No topic was discussed in {found.said if found else 'these rounds'}.", icon=":material/info:")
    clicked = chart.show(lambda: _picture(filters, generic=generic))
    wanted = opened(clicked, filters, found, now)
    st.toggle("With generic topics", key="overview-generic", help="Such as diplomatic engagement: they come up always.")
    return wanted


def _window(filters: Filters) -> Window | None:
    edges = ask(overview.first_and_last_day, filters)
    return window(filters, ask(overview.newest_month, filters), *edges)


def _counts(filters: Filters, *, generic: bool) -> pd.DataFrame:
    counts = ask(topics.topic_counts, "meetings", filters)
    return counts if generic else counts[counts["generic"] == 0]


def _picture(filters: Filters, *, generic: bool) -> chart.Picture | None:
    found = _window(filters)
    now = _counts(found.now if found else filters, generic=generic)
    if now.empty:
        return None
    before = _counts(found.before, generic=generic) if found else None
    then = before.set_index("topic")["n"] if before is not None else None
    earlier = now["topic"].map(then).fillna(0).astype(int) if then is not None else 0
    return chart.Picture(
        key="topics-lately",
        title=headline(now, then),
        note=_note(filters, found),
        help=HELP,
        figure=topic_bars(now.head(MOST), then),
        table=now.assign(before=earlier),
        columns={"label": "Topic", "topic_group": "Group", "n": "Meetings"} | ({"before": "Before"} if found else {}),
        groups=tuple(now.head(MOST)["topic_group"]),
    )


def _note(filters: Filters, found: Window | None) -> str:
    """The unit, the window and the one before, each with its number of meetings."""
    if found is None:
        held = counted(ask(units.how_many, "meetings", replace(filters, topics=())), "meeting")
        return f"Number of meetings, out of {held}. With last rounds chosen, nothing earlier is compared."
    now, then = (ask(units.how_many, "meetings", replace(side, topics=())) for side in (found.now, found.before))
    bars = f"Bars: number of meetings, {found.said} ({counted(now, 'meeting')})."
    if not then:
        return f"{bars} No meeting to compare with in {found.said_before}."
    return f"{bars} Grey dots: {found.said_before} ({counted(then, 'meeting')})."


def headline(now: pd.DataFrame, before: pd.Series | None) -> str:
    """What the chart says: the topic in front, and the one that rose most where one did."""
    leads = in_front(now["label"].to_list(), now["n"].to_list())
    level = now[now["n"] == now["n"].iloc[0]]["label"].to_list()
    if before is None or before.empty:
        return leads
    rise = now.set_index("label")["n"] - now["topic"].map(before).fillna(0).to_numpy()
    risen = str(rise.idxmax())
    if rise.max() < 1 or list(rise).count(rise.max()) > 1 or risen in level:
        return leads
    return f"{leads}; {risen} rose most"


def opened(clicked: str | None, filters: Filters, found: Window | None, now: pd.DataFrame) -> evidence.Opened | None:
    """What a click opens: the topic's meetings in the current window, or in the one before."""
    topic, _, which = (clicked or "").partition("|")
    rows = now[now["topic"] == topic]
    if rows.empty:
        return None
    base, said = (filters, "") if found is None else (found.now, found.said)
    if found is not None and which == "before":
        base, said = found.before, found.said_before
    about = ", ".join(part for part in (str(rows["label"].iloc[0]), said) if part)
    return evidence.Opened("meetings", replace(base, topics=(topic,)), about)
