"""Meetings that only spreadsheets tell of, drawn below the others: they go back far, and would squeeze their axis."""

from dataclasses import replace
from datetime import date

import streamlit as st

from parley.charts.timeline import timeline_figure
from parley.charts.years import year_bars
from parley.model import Filters
from parley.queries import lanes as on_lanes
from parley.queries import sheets, timeline
from parley.queries.lanes import DRAWN, Lane
from parley.queries.timeline import PAGE
from parley.ui import chart
from parley.ui.data import ask
from parley.ui.explained import Explained
from parley.ui.tables import choose_row
from parley.ui.timeline import meeting, spot
from parley.ui.timeline.table import as_shown, with_names
from parley.ui.words import counted

COLUMNS = {
    "when": st.column_config.TextColumn("Date", width=185),
    "sides": st.column_config.TextColumn("Sides", width=190),
    "heads": st.column_config.TextColumn("Who", width=190),
    "place": st.column_config.TextColumn("Place", width=130),
}
SHOWN_AS = {"when": "Date", "sides": "Sides", "heads": "Who", "place": "Place"}
ROWS = 8
PLACE = "row"
HELP = Explained(
    "meetings that only a row of a spreadsheet tells of, and that belong to no dialogue.",
    f"a hollow square is one meeting. Where there are more than {DRAWN:,}, a hollow bar counts those of a year.",
    "nothing is a share here, and no share on any screen counts these meetings.",
    "meetings of which a text is held: they are in the picture above.",
)


def show(filters: Filters, lane: Lane) -> None:
    """The meetings as squares, or as bars of a year where they are many; beside them what was clicked."""
    by_year = lane.meetings > DRAWN
    left, right = st.columns([7, 5], gap="large")
    with left:
        clicked = chart.show(lambda: _years(filters, lane) if by_year else _marks(filters, lane))
    with right:
        if by_year and clicked:
            _year(filters, int(clicked))
        else:
            hint = "Click a year to list its meetings." if by_year else "Click a mark to read its row."
            spot.show(clicked, (), hint, PLACE)


def _years(filters: Filters, lane: Lane) -> chart.Picture:
    counts = ask(on_lanes.years, filters, lane)
    return chart.Picture(
        key="timeline-without-text",
        title=_title(lane),
        note="A bar is a year, as high as its number of meetings",
        help=HELP,
        figure=year_bars(counts),
        table=counts,
        columns={"year": "Year", "n": "Meetings without text"},
    )


def _marks(filters: Filters, lane: Lane) -> chart.Picture:
    marks = ask(on_lanes.lane_marks, filters, (lane,))
    return chart.Picture(
        key="timeline-without-text",
        title=_title(lane),
        note="□ a meeting",
        help=HELP,
        figure=timeline_figure(with_names(marks), [lane.short_name], date.today()),
        table=as_shown(marks),
        columns=SHOWN_AS,
    )


def _title(lane: Lane) -> str:
    return f"{counted(lane.meetings, 'meeting')} without text"


def _year(filters: Filters, year: int) -> None:
    """The newest meetings of a year as a table; a chosen one below it."""
    of_year = replace(filters, period=(year * 100, year * 100 + 99))
    page = ask(timeline.meeting_table, of_year, ("no_text",), "")
    count = ask(sheets.how_many_without_text, of_year)
    with st.container(border=True, key="evidence-year"):
        st.subheader(f"{year}: {counted(count, 'meeting')} without text", anchor=False)
        if len(page) < count:
            st.caption(f"The newest {PAGE} of them; the table view has all.")
        row = choose_row(as_shown(page), f"year.{year}.{hash(filters)}", COLUMNS, ROWS)
    if row is not None:
        meeting.show(str(page.iloc[row]["meeting_id"]), "", PLACE)
