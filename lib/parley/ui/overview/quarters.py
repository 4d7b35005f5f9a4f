"""Meetings a quarter, stacked by dialogue."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.bars import quarter_bars, quarter_name
from parley.model import Filters
from parley.queries import overview, units
from parley.queries.topics import months_of
from parley.queries.where import ONE_OFF
from parley.ui import chart, context, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.words import counted, from_to

NAMED = 5
MOST_YEARS = 30
OTHERS = "Other dialogues"
HELP = Explained(
    f"how many meetings took place in each quarter, a colour a dialogue. The {NAMED} most frequent dialogues have a "
    "colour of their own; the table names all.",
    HELD,
    "all meetings under the filters; how many stands in the title.",
    f"{NOT_HELD} Meetings without a date, or of which only the year is known; in a long record, "
    f"those before the newest {MOST_YEARS} years: the table has them.",
)


def show(filters: Filters) -> None:
    """The chart, and under its title what a click on a bar opens."""
    found = ask(overview.meetings_by_quarter, filters)
    if found.empty:
        st.info("None of these meetings has a date known to the quarter.", icon=":material/info:")
        return
    counts = gathered(found)
    chart.show(
        lambda: _picture(filters),
        lambda clicked: evidence.panel("quarters", opened(clicked, counts, filters)),
        lambda picture: context.around(picture, filters),
    )


def gathered(found: pd.DataFrame) -> pd.DataFrame:
    """The same with the rarer dialogues under "Other dialogues"; `dialogue` and `named` stay as they were."""
    named = found[found["dialogue"] != ONE_OFF].groupby("label")["n"].sum().sort_values(ascending=False, kind="stable")
    kept = set(named.index[:NAMED]) | set(found[found["dialogue"] == ONE_OFF]["label"])
    return found.assign(named=found["label"], label=found["label"].where(found["label"].isin(kept), OTHERS))


def first_drawn(periods: pd.Series) -> int:
    """The first quarter (`yyyyq`) of the years that are drawn: one meeting of 1815 would leave the rest no room."""
    return (int(periods.max()) // 10 - MOST_YEARS + 1) * 10


def order_of(counts: pd.DataFrame) -> list[str]:
    """The dialogues from the most frequent down, then the others, then the one-off meetings."""
    one_off = set(counts[counts["dialogue"] == ONE_OFF]["label"])
    totals = counts.groupby("label")["n"].sum().sort_values(ascending=False, kind="stable")
    return sorted(totals.index, key=lambda label: (label in one_off, label == OTHERS))


def _picture(filters: Filters) -> chart.Picture | None:
    found, every = ask(overview.meetings_by_quarter, filters), ask(units.how_many, "meetings", filters)
    return _drawn(gathered(found), every) if len(found) else None


def _drawn(counts: pd.DataFrame, every: int) -> chart.Picture:
    recent = counts[counts["period"] >= first_drawn(counts["period"])]
    full = recent["full"].where(recent["label"] != OTHERS, OTHERS)
    stacked = recent.assign(full=full).groupby(["period", "label", "full"])["n"].sum().reset_index()
    dated, periods = int(counts["n"].sum()), recent["period"]
    order = order_of(counts)
    greys = len(set(order) & {OTHERS, *counts[counts["dialogue"] == ONE_OFF]["label"]})
    earlier = dated - int(recent["n"].sum())
    older = f" · {earlier} before {int(periods.min()) // 10}, not drawn: the table has them" if earlier else ""
    undated = f" · {every - dated} without a date to place them by, not drawn" if every > dated else ""
    return chart.Picture(
        key="meetings-by-quarter",
        title=headline(counts, every),
        note=f"Meetings a quarter, {from_to(quarter_name(periods.min()), quarter_name(periods.max()))}{older}{undated}",
        help=HELP,
        figure=quarter_bars(stacked, order, greys),
        table=counts.assign(period=[quarter_name(period) for period in counts["period"]]),
        columns={"period": "Quarter", "named": "Dialogue", "n": "Meetings"},
    )


def headline(counts: pd.DataFrame, every: int) -> str:
    """What the chart says: who met most often."""
    standing = counts[counts["dialogue"] != ONE_OFF]
    if standing.empty:
        return f"{counted(every, 'one-off meeting')}, no standing dialogue"
    totals = standing.groupby("named")["n"].sum()
    if len(totals) == 1:
        return f"{totals.index[0]}: {counted(int(totals.iloc[0]), 'meeting')}"
    return f"{totals.idxmax()} met most often: {int(totals.max())} of {counted(every, 'meeting')}"


def opened(clicked: str | None, counts: pd.DataFrame, filters: Filters) -> evidence.Opened | None:
    """What a click opens: the meetings of that quarter and dialogue."""
    period, _, label = (clicked or "").partition("|")
    rows = counts[(counts["period"].astype(str) == period) & (counts["label"] == label)]
    if rows.empty:
        return None
    dialogues = tuple(dict.fromkeys(str(dialogue) for dialogue in rows["dialogue"]))
    narrowed = replace(filters, dialogues=dialogues, period=months_of(int(period), "quarter"))
    return evidence.Opened("meetings", narrowed, f"{label}, {quarter_name(int(period))}")
