"""The timeline drawn: a lane for each dialogue, a mark for each meeting, beside the meeting that was clicked."""

from datetime import date

import pandas as pd
import streamlit as st

from parley.charts.timeline import timeline_figure
from parley.model import Filters
from parley.queries import timeline
from parley.queries.timeline import DRAWN, ONE_OFF, Lane, LaneOrder
from parley.ui import chart
from parley.ui.data import ask
from parley.ui.explained import Explained
from parley.ui.timeline import meeting, without_text
from parley.ui.timeline.standing import NAMES, SIGNS
from parley.ui.timeline.table import as_shown, with_names
from parley.ui.words import counted

LANES = 20
ORDERS: dict[LaneOrder, str] = {"recent": "Most recent first", "count": "Most meetings first"}
HELP = Explained(
    "every meeting that an article tells of, on the lane of its dialogue. A dot is a known day; a bar spans the month, "
    "quarter or year where no day is told; the strip at the side holds those without a date. The dotted line is today.",
    "a mark is one meeting; told by several articles, it is drawn once. Its shape says whether it was reported, "
    "only referred to, planned or cancelled.",
    "nothing is a share here. A title that counts meetings counts those that were held and reported.",
    f"Lanes after the first {LANES}, which are on the next pages; in a lane of more than {DRAWN:,} meetings, "
    "the older ones: the table has them.",
)
COLUMNS = {
    **{"when": "Date", "dialogue": "Dialogue", "round": "Round", "place": "Place", "sides": "Sides"},
    **{"heads": "Heads", "standing": "Told as", "articles": "Articles"},
}


def show(filters: Filters) -> None:
    """The lanes in view, and beside them the meeting whose mark was clicked; below, what is held without a text."""
    order = _order()
    lanes = ask(timeline.lanes, filters, order)
    told = tuple(lane for lane in lanes if not lane.is_apart)
    if told:
        _lanes(filters, order, told)
    for lane in lanes[len(told) :]:
        without_text.show(filters, lane)


def _lanes(filters: Filters, order: LaneOrder, every: tuple[Lane, ...]) -> None:
    page = _page(len(every), filters, order)
    lanes = every[page * LANES : (page + 1) * LANES]
    marks = ask(timeline.lane_marks, filters, lanes)
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(_picture(marks, lanes, every))
    with right, st.container(key="beside-timeline"):
        meeting.show(clicked, "Click a mark to read what the articles say of that meeting.")


def _order() -> LaneOrder:
    chosen = st.segmented_control(
        "Order of the lanes", list(ORDERS), default="recent", format_func=ORDERS.__getitem__, required=True, key="lanes"
    )
    return chosen or "recent"


def _page(lanes: int, filters: Filters, order: str) -> int:
    """Which lanes are in view; begins anew when what is filtered changes."""
    if lanes <= LANES:
        return 0
    return int(st.pagination(-(-lanes // LANES), key=f"lanes.page.{order}.{hash(filters)}")) - 1


def _picture(marks: pd.DataFrame, lanes: tuple[Lane, ...], every: tuple[Lane, ...]) -> chart.Picture:
    return chart.Picture(
        key="timeline",
        title=headline(every),
        note=_note(marks, lanes, every),
        help=HELP,
        figure=timeline_figure(
            with_names(marks),
            [lane.short_name for lane in lanes],
            date.today(),
            {lane.short_name: lane.name for lane in lanes},
        ),
        table=as_shown(marks),
        columns=COLUMNS,
    )


def headline(lanes: tuple[Lane, ...]) -> str:
    """What the picture says: how many dialogues, and which met most often."""
    dialogues = [lane for lane in lanes if lane.series_id is not None]
    most = max(dialogues, key=lambda lane: lane.reported, default=None)
    if most is None or most.reported < 2 or [lane.reported for lane in dialogues].count(most.reported) > 1:
        return f"Meetings of {counted(len(dialogues), 'dialogue')}" if dialogues else ONE_OFF
    return f"{most.short_name} met most often: {counted(most.reported, 'meeting')} reported"


def _note(marks: pd.DataFrame, lanes: tuple[Lane, ...], every: tuple[Lane, ...]) -> str:
    """What the shapes mean, as far as they are in view, and what is not drawn."""
    seen = [
        f"{SIGNS[standing]} {name.lower()}" for standing, name in NAMES.items() if standing in set(marks["standing"])
    ]
    bars = ["▬ only month or year known"] if marks["start_on"].map(_is_vague).any() else []
    missing = [lane for lane in lanes if lane.meetings > DRAWN]
    cut = [f"the newest {DRAWN} of {lane.meetings:,} in “{lane.short_name}”; the table has all" for lane in missing]
    several = [f"{len(lanes)} of {len(every)} lanes in view"] if len(lanes) < len(every) else []
    return " · ".join([*seen, *bars, *several, *cut])


def _is_vague(start: object) -> bool:
    return isinstance(start, str) and len(start) < len("2023-11-06")
