"""Two topics, or one topic in two dialogues, side by side: both numbers and both lines, each a click away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd
import streamlit as st

from parley.charts.lines import count_lines
from parley.model import Filters
from parley.queries import facets, topics, units
from parley.ui import chart, evidence
from parley.ui.data import ask
from parley.ui.explained import HELD, NOT_HELD, Explained
from parley.ui.plain import plain
from parley.ui.topics import address
from parley.ui.topics.periods import every_period, named_period
from parley.ui.words import counted, from_to

OPEN = "compare.open"
STEPS = {"year": "Year", "quarter": "Quarter"}
HELP = Explained(
    "at how many meetings of a year or quarter each of the two was discussed; a period without any is a dot at nought.",
    HELD,
    "the meetings of each under the filters; how many stands on its button.",
    f"{NOT_HELD} Meetings without a date to place them by, which only the buttons count.",
)
Place = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Line:
    """One of the two: a topic, in one dialogue or (empty) in all; `filters` are those of the bar narrowed to it."""

    place: Place
    topic: str
    series: str
    name: str
    filters: Filters


def show(filters: Filters) -> None:
    """The choice of both, their numbers, and their lines."""
    lines, step = _chosen(filters)
    if not lines:
        st.info("No topic was discussed under these filters.", icon=":material/info:")
        return
    if lines[0].filters == lines[1].filters:
        st.info("Both are the same. Choose another topic or another dialogue for one of them.", icon=":material/info:")
        return
    _numbers(lines)
    if _counts(lines, step).empty:
        st.info("Neither was discussed at a meeting whose date is known.", icon=":material/info:")
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(lambda: _picture(lines, step))
    with right, st.container(key="beside-compare"):
        wanted = opened(clicked, lines, step)
        address.sheet_button(wanted, "compare")
        evidence.panel("compare", wanted, "Click a dot to read the sentences behind it.")


def _chosen(filters: Filters) -> tuple[tuple[Line, ...], str]:
    """Both lines and the step, from the address, else the two most frequent topics."""
    found = ask(topics.topic_counts, "meetings", replace(filters, topics=()))
    leading = [str(topic) for topic in found.sort_values("generic", kind="stable")["topic"]]
    if not leading:
        return (), "year"
    offered = ask(facets.facets)
    labels = {choice.value: choice.label for choice in offered.topics}
    dialogues = {"": "All dialogues"} | {choice.value: choice.label for choice in offered.dialogues}
    asked = {name: st.query_params.get(name, "") for name in (address.A, address.A_IN, address.B, address.B_IN)}
    wanted = [asked[address.A], asked[address.B]]
    fallback = [*filters.topics, *(topic for topic in leading if topic not in wanted), leading[-1]]
    first = wanted[0] if wanted[0] in labels else fallback.pop(0)
    second = wanted[1] if wanted[1] in labels else next((t for t in fallback if t != first), first)
    step = st.query_params.get(address.STEP, "")
    step = step if step in STEPS else "year"
    places = [asked[name] if asked[name] in dialogues else "" for name in (address.A_IN, address.B_IN)]
    _fields(labels, dialogues, (first, second), (places[0], places[1]), step)
    pairs: list[tuple[Place, str, str]] = [("a", first, places[0]), ("b", second, places[1])]
    return tuple(_line(place, topic, series, labels, dialogues, filters) for place, topic, series in pairs), step


def _fields(
    labels: dict[str, str], dialogues: dict[str, str], named: tuple[str, str], held: tuple[str, str], step: str
) -> None:
    query = {address.A: named[0], address.A_IN: held[0], address.B: named[1], address.B_IN: held[1]}
    query |= {address.VIEW: "compare", address.STEP: step}
    for place, (topic, series) in enumerate(((address.A, address.A_IN), (address.B, address.B_IN))):
        left, right, last = st.columns([4, 4, 2], vertical_alignment="bottom")
        with left:
            address.field("Topic" if not place else "Compared with", labels, named[place], topic, query)
        with right:
            address.field("In" if not place else "In the dialogue", dialogues, held[place], series, query)
        if place:
            with last:
                address.field("Each", STEPS, step, address.STEP, query)


def _line(
    place: Place, topic: str, series: str, labels: dict[str, str], dialogues: dict[str, str], filters: Filters
) -> Line:
    own = replace(filters, topics=(topic,), dialogues=(series,) if series else filters.dialogues)
    name = f"{labels[topic]}, {dialogues[series]}" if series else labels[topic]
    return Line(place, topic, series, name, own)


def number(line: Line) -> tuple[int, evidence.Opened]:
    """At how many meetings it was discussed, and what that opens."""
    return ask(units.how_many, "meetings", line.filters), behind(line)


def behind(line: Line) -> evidence.Opened:
    """The meetings at which it was discussed."""
    return evidence.Opened("meetings", line.filters, line.name)


def _numbers(lines: Sequence[Line]) -> None:
    """Each number out of its whole, as a button that opens the meetings."""
    open_now = st.session_state.get(OPEN)
    with st.container(horizontal=True, gap="small", key="compare-numbers"):
        for line in lines:
            st.button(
                plain(_out_of(line)),
                key=f"compare.{line.place}",
                type="primary" if open_now == line.place else "secondary",
                disabled=not number(line)[0],
                on_click=_toggle,
                args=(line.place,),
                help="Click to read them.",
            )
    chosen = next((line for line in lines if line.place == open_now), None)
    if chosen and number(chosen)[0]:
        evidence.panel("compared", number(chosen)[1])


def _toggle(place: Place) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == place else place


def over_time(trends: dict[Place, pd.DataFrame], step: str) -> pd.DataFrame:
    """series, period, n: both over all periods from the first to the last of either."""
    held = {place: dict(zip(found["period"], found["n"], strict=True)) for place, found in trends.items()}
    periods = every_period([int(period) for counts in held.values() for period in counts], step)
    rows: list[dict[str, Any]] = [
        {"series": place, "period": period, "n": int(counts.get(period, 0))}
        for place, counts in held.items()
        for period in periods
    ]
    return pd.DataFrame(rows, columns=["series", "period", "n"])


def _counts(lines: Sequence[Line], step: str) -> pd.DataFrame:
    return over_time({line.place: ask(topics.topic_trend, "meetings", line.filters, step) for line in lines}, step)


def _picture(lines: Sequence[Line], step: str) -> chart.Picture | None:
    counts = _counts(lines, step)
    if counts.empty:
        return None
    periods = sorted(set(counts["period"]))
    wide = counts.pivot_table(index="period", columns="series", values="n").reindex(periods).astype(int)
    table = pd.DataFrame({"period": [named_period(period, step) for period in periods], **wide.to_dict("list")})
    return chart.Picture(
        key=f"compared-by-{step}",
        title=headline(lines),
        note=f"Number of meetings a {step}, {from_to(named_period(periods[0], step), named_period(periods[-1], step))}",
        help=HELP,
        figure=count_lines(counts, [(line.place, line.name) for line in lines], step),
        table=table,
        columns={"period": STEPS[step], "a": "First", "b": "Second"},
        counted=tuple(replace(line.filters, topics=()) for line in lines),  # its title tells of how many meetings
    )


def headline(lines: Sequence[Line]) -> str:
    """Both numbers, each out of its own whole: of two dialogues the one that met more often is not the keener one."""
    return "; ".join(_out_of(line) for line in lines)


def _out_of(line: Line) -> str:
    """ "Trade: 20 of 71 meetings"."""
    whole = ask(units.how_many, "meetings", replace(line.filters, topics=()))
    return f"{line.name}: {number(line)[0]:,} of {counted(whole, 'meeting')}"


def opened(clicked: str | None, lines: Sequence[Line], step: str) -> evidence.Opened | None:
    """What a click on a dot opens: that line in that period."""
    place, _, period = (clicked or "").partition("|")
    line = next((line for line in lines if line.place == place), None)
    if line is None or not period.isdigit() or (step == "quarter") != (len(period) == len("20234")):
        return None
    months = topics.months_of(int(period), step)
    about = f"{line.name}, {named_period(int(period), step)}"
    return evidence.Opened("meetings", replace(line.filters, period=months), about)
