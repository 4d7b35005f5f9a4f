"""Chosen topics over time: a row of bars each, on one scale, and what a click on a bar opens."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.charts.bars import quarter_name, trend_bars
from parley.model import Filters
from parley.queries import topics, units
from parley.queries.units import Unit
from parley.ui import chart, context, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.topics import address
from parley.ui.words import counted, from_to, listed

MOST = 8
TELLING = 3
"""Fewer units than this in a period are no peak."""
STEPS = ("year", "quarter")
DATED = "The date is that of the meeting, or that of publication where no meeting is tied to the sentence."
UNDATED = "What has no date to place it by; its number stands under the title. The agenda of a meeting still to come."
HELP: dict[Unit, Explained] = {
    "meetings": Explained(
        f"at how many meetings of a year or quarter each chosen topic was discussed. {DATED}",
        HELD,
        "nothing: the bars are numbers of meetings, all rows on one scale.",
        f"{NOT_HELD} {UNDATED}",
    ),
    "articles": Explained(
        f"in how many articles of a year or quarter each chosen topic was discussed. {DATED}",
        "an article or release; identical copies count once.",
        "nothing: the bars are numbers of articles, all rows on one scale.",
        UNDATED,
    ),
    "sentences": Explained(
        f"how many sentences of a year or quarter say that each chosen topic was discussed. {DATED}",
        "a sentence of an article.",
        "nothing: the bars are numbers of sentences, all rows on one scale.",
        UNDATED,
    ),
}


def show(filters: Filters, unit: Unit) -> None:
    """The choice of topics and of the step, then the chart beside its sentences."""
    counts = ask(topics.topic_counts, unit, filters)
    if counts.empty:
        return
    chosen, step = _choices(counts)
    trend = _of(chosen, filters, unit, step)
    if not chosen or trend.empty:
        st.info("Choose one or more topics that were discussed at a known time.", icon=":material/info:")
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(
            lambda: _picture(filters, chosen, unit, step), around=lambda picture: context.around(picture, filters)
        )
    with right, st.container(key="beside-trend"):
        wanted = opened(clicked, trend, unit, filters, step)
        address.sheet_button(wanted, "trend")
        evidence.panel("trend", wanted, "Click a bar to read the sentences behind it.")


def _choices(counts: pd.DataFrame) -> tuple[list[str], str]:
    labels = dict(zip(counts["topic"], counts["label"], strict=True))
    leading = counts[counts["generic"] == 0]["topic"].head(4).to_list()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        chosen = st.multiselect(
            "Topics over time",
            list(labels),
            default=leading,
            format_func=lambda topic: labels.get(topic, topic),
            max_selections=MOST,
            select_all=False,
            key="over-time",
        )
        step = st.segmented_control(
            "Step", STEPS, default=STEPS[0], format_func=str.capitalize, required=True, key="step", width="content"
        )
    return chosen, step or STEPS[0]


def _of(chosen: Sequence[str], filters: Filters, unit: Unit, step: str) -> pd.DataFrame:
    return ask(topics.topic_trend, unit, replace(filters, topics=tuple(chosen) or filters.topics), step)


def _left_out(filters: Filters, chosen: list[str], unit: Unit, trend: pd.DataFrame) -> int:
    """How many units have no place on the axis: no date, or a year alone where quarters are drawn."""
    every = sum(ask(units.how_many, unit, replace(filters, topics=(topic,))) for topic in chosen)
    return every - int(trend["n"].sum())


def _picture(filters: Filters, chosen: list[str], unit: Unit, step: str) -> chart.Picture | None:
    trend = _of(chosen, filters, unit, step)
    if trend.empty:
        return None
    return _drawn(trend, chosen, unit, step, _left_out(filters, chosen, unit, trend))


def _drawn(trend: pd.DataFrame, chosen: list[str], unit: Unit, step: str, left_out: int) -> chart.Picture:
    named = [_named(int(period), step) for period in trend["period"]]
    undated = f" · {left_out} without a date to place it by, not drawn" if left_out else ""
    return chart.Picture(
        key=f"topics-by-{step}",
        title=headline(trend, step),
        note=f"Number of {unit} a {step}, {from_to(named[0], named[-1])}, all rows on one scale{undated}",
        help=HELP[unit],
        figure=trend_bars(trend, chosen, step),
        table=trend.assign(period=named),
        columns={"label": "Topic", "period": step.capitalize(), "n": unit.capitalize()},
    )


def headline(trend: pd.DataFrame, step: str) -> str:
    """What the chart says: which topic peaked and when; where numbers are too small, which came up most often."""
    most = int(trend["n"].max())
    if most >= TELLING:
        return _peaks(trend[trend["n"] == most], most, step)
    often = trend.groupby("label", sort=False)["period"].agg(["count", "max"]).sort_values("count", ascending=False)
    last = _named(int(often["max"].iloc[0]), step)
    return f"{often.index[0]} came up in {counted(int(often['count'].iloc[0]), step)}, the last {last}"


def _peaks(top: pd.DataFrame, most: int, step: str) -> str:
    """ "Climate change came up most in 2021"; no one of several topics is named that reach the same height."""
    labels = list(dict.fromkeys(top["label"]))
    if len(labels) > 1:
        return f"{counted(len(labels), 'topic')} peak alike, at {most} a {step}"
    return f"{labels[0]} came up most in {listed([_named(int(period), step) for period in sorted(top['period'])])}"


def _named(period: int, step: str) -> str:
    return quarter_name(period) if step == "quarter" else str(period)


def opened(clicked: str | None, trend: pd.DataFrame, unit: Unit, filters: Filters, step: str) -> evidence.Opened | None:
    """What a click on a small bar opens: that topic in that quarter or year."""
    topic, _, period = (clicked or "").partition("|")
    rows = trend[trend["topic"] == topic]
    if rows.empty or not period.isdigit() or (step == "quarter") != (len(period) == len("20234")):
        return None
    months = topics.months_of(int(period), step)
    return evidence.Opened(
        unit, replace(filters, topics=(topic,), period=months), f"{rows['label'].iloc[0]}, {_named(int(period), step)}"
    )
