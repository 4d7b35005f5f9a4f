"""The timeline drawn: a lane for each dialogue, a mark for each meeting, beside the meeting that was clicked."""

from dataclasses import replace
from datetime import date
from typing import cast

import pandas as pd
import streamlit as st

from parley.charts.marks import Ring
from parley.charts.timeline import timeline_figure
from parley.model import Filters
from parley.queries import lanes as on_lanes
from parley.queries.lanes import DRAWN, By, Lane, LaneOrder
from parley.queries.rounds_ahead import Ahead, rounds_ahead
from parley.ui import chart, choice, context
from parley.ui.data import ask, knowing
from parley.ui.explained import Explained
from parley.ui.follow import READER
from parley.ui.timeline import ahead, spot, without_text
from parley.ui.timeline.standing import NAMES, SIGNS
from parley.ui.timeline.table import as_shown, with_names
from parley.ui.words import KINDS as KIND_NAMES
from parley.ui.words import counted, side_name

LANES = 20
BY: dict[str, str] = {"dialogue": "Dialogue", "side": "Side", "kind": "Kind of meeting"}
LEADS: dict[By, tuple[str, str]] = {
    "dialogue": ("dialogue", "met most often"),
    "side": ("side", "sat at most tables"),
    "kind": ("kind of meeting", "is the most frequent kind"),
}
RINGS = {"promised": "⊙ next round as promised", "cadence": "⊕ next round by the rhythm so far"}
ORDERS: dict[LaneOrder, str] = {"recent": "Most recent first", "count": "Most meetings first"}
HELP = Explained(
    "every meeting that an article tells of, on the lane of its dialogue, of each of its sides, or of its kind. "
    "A dot is a known day; a bar spans the month, quarter or year where no day is told; the strip at the side holds "
    "those without a date. The dotted line is today. A ring with a dot or a cross is a round that is expected; “late” "
    "stands beside it where its time has passed and nothing here tells of it.",
    "a mark is one meeting; told by several articles, it is drawn once. Its shape says whether it was reported, "
    "only referred to, planned or cancelled. Where marks share a spot, a click offers all of them. Rings are no "
    "meetings and are not counted.",
    "nothing is a share here. A title that counts meetings counts those that were held and reported.",
    f"Lanes after the first {LANES}, which are on the next pages; in a lane of more than {DRAWN:,} meetings, "
    "the older ones: the table has them.",
)
COLUMNS = {
    **{"when": "Date", "dialogue": "Dialogue", "round": "Round", "place": "Place", "sides": "Sides"},
    **{"heads": "Heads", "standing": "Told as", "articles": "Articles"},
}


def show(filters: Filters) -> None:
    """The lanes in view, and beside them what was clicked; below, late rounds, and what is held without a text."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        by, order = _by(), _order()
    lanes = tuple(_named(lane) for lane in ask(on_lanes.lanes, filters, order, by))
    expected = _expected(filters)
    told = tuple(lane for lane in lanes if not lane.is_apart)
    if told:
        _lanes(filters, (by, order), len(told), expected)
    ahead.late_list(expected, date.today())
    for lane in lanes[len(told) :]:
        without_text.show(filters, lane)


def _expected(filters: Filters) -> tuple[Ahead, ...]:
    return ask(knowing(rounds_ahead), filters, date.today().isoformat(), READER)


def _lanes(filters: Filters, how: tuple[By, LaneOrder], every: int, expected: tuple[Ahead, ...]) -> None:
    page = _page(every, filters, how)
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(
            lambda: _picture(filters, how, page), around=lambda picture: context.around(picture, filters)
        )
    with right, st.container(key="beside-timeline"):
        spot.show(clicked, expected, "Click a mark to read what the articles say of that meeting.")


def _by() -> By:
    """What a lane stands for, as the address says."""
    return cast(By, choice.in_address("lanes_by", "A lane for each", BY))


def _order() -> LaneOrder:
    chosen = st.segmented_control(
        "Order of the lanes", list(ORDERS), default="recent", format_func=ORDERS.__getitem__, required=True, key="lanes"
    )
    return chosen or "recent"


def _named(lane: Lane) -> Lane:
    """The lane of a side or a kind under its name in words."""
    if lane.by == "dialogue" or lane.key is None:
        return lane
    name = side_name(str(lane.key)) if lane.by == "side" else KIND_NAMES.get(str(lane.key), str(lane.key))
    return replace(lane, name=name, short_name=name)


def _page(lanes: int, filters: Filters, how: tuple[By, LaneOrder]) -> int:
    """Which lanes are in view; begins anew when what is filtered changes."""
    if lanes <= LANES:
        return 0
    return int(st.pagination(-(-lanes // LANES), key=f"lanes.page.{'.'.join(how)}.{hash(filters)}")) - 1


def _picture(filters: Filters, how: tuple[By, LaneOrder], page: int) -> chart.Picture | None:
    by, order = how
    every = tuple(_named(lane) for lane in ask(on_lanes.lanes, filters, order, by) if not lane.is_apart)
    lanes = every[page * LANES : (page + 1) * LANES]
    if not lanes:
        return None
    marks = ask(on_lanes.lane_marks, filters, lanes)
    return _drawn(marks, lanes, every, _expected(filters))


def _drawn(
    marks: pd.DataFrame, lanes: tuple[Lane, ...], every: tuple[Lane, ...], expected: tuple[Ahead, ...]
) -> chart.Picture:
    today = date.today()
    rings, late = ahead.rings(expected, lanes, today), ahead.late_meetings(expected)
    names = {lane.short_name: lane.name for lane in lanes}
    # On the lanes of sides a meeting has several marks; as a row it stands once.
    rows = as_shown(marks.drop_duplicates("meeting_id"))
    return chart.Picture(
        key=f"timeline-{lanes[0].by}",
        title=headline(every),
        note=_note(marks, lanes, every, rings),
        help=HELP,
        figure=timeline_figure(with_names(marks), list(names), today, names, rings, late),
        table=pd.concat([ahead.as_rows(expected, rings), rows], ignore_index=True),
        columns=COLUMNS,
    )


def headline(lanes: tuple[Lane, ...]) -> str:
    """What the picture says: how many dialogues, sides or kinds, and which met most often."""
    noun, verb = LEADS[lanes[0].by]
    real = [lane for lane in lanes if lane.key is not None]
    most = max(real, key=lambda lane: lane.reported, default=None)
    if most is None or most.reported < 2 or [lane.reported for lane in real].count(most.reported) > 1:
        return f"Meetings of {counted(len(real), noun)}" if real else lanes[0].name
    return f"{most.short_name} {verb}: {counted(most.reported, 'meeting')} reported"


def _note(marks: pd.DataFrame, lanes: tuple[Lane, ...], every: tuple[Lane, ...], rings: list[Ring]) -> str:
    """What the shapes mean, as far as they are in view, and what is not drawn."""
    seen = [
        f"{SIGNS[standing]} {name.lower()}" for standing, name in NAMES.items() if standing in set(marks["standing"])
    ]
    seen += [words for basis, words in RINGS.items() if basis in {ring.basis for ring in rings}]
    seen += ["each meeting on the lane of each of its sides"] if lanes[0].by == "side" else []
    bars = ["▬ only month or year known"] if marks["start_on"].map(_is_vague).any() else []
    missing = [lane for lane in lanes if lane.meetings > DRAWN]
    cut = [f"the newest {DRAWN} of {lane.meetings:,} in “{lane.short_name}”; the table has all" for lane in missing]
    several = [f"{len(lanes)} of {len(every)} lanes in view"] if len(lanes) < len(every) else []
    return " · ".join([*seen, *bars, *several, *cut])


def _is_vague(start: object) -> bool:
    return isinstance(start, str) and len(start) < len("2023-11-06")
