"""The timeline as a table that can be narrowed and paged; a chosen row opens the meeting below."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import timeline
from parley.queries.read import records
from parley.queries.timeline import PAGE, START
from parley.ui import export, paging
from parley.ui.data import ask, now
from parley.ui.explained import Explained
from parley.ui.tables import MOST_ROWS, choose_row
from parley.ui.timeline import meeting
from parley.ui.timeline.standing import NAMES
from parley.ui.words import KINDS, counted, meeting_name, on_dates, round_name, side_names

COLUMNS = {
    "when": st.column_config.TextColumn("Date", width=135),
    "dialogue": st.column_config.TextColumn("Dialogue", width=270),
    "round": st.column_config.TextColumn("Round", width=65, help="As the text states it; “?” where Parley inferred it"),
    "place": st.column_config.TextColumn("Place", width=110),
    "sides": st.column_config.TextColumn("Sides", width=210),
    "heads": st.column_config.TextColumn("Heads", width=240, help="The first person named for each side"),
    "standing": st.column_config.TextColumn("Told as", width=90),
    "articles": st.column_config.NumberColumn("Articles", width=70),
}

HELP = Explained(
    "every meeting that an article tells of, with the number of articles that do.",
    "a row is one meeting; told by several articles, it stands once. “Told as” says whether it was reported, only "
    "referred to, planned or cancelled.",
    "nothing is a share here. A number of meetings elsewhere counts those that were held and reported.",
    "Meetings outside the filters above, and those of a standing that is switched off.",
)

EVERY = 2**31
FILED = {
    **{"start_on": "From", "end_on": "To", "dialogue": "Dialogue", "round": "Round", "place": "Place"},
    **{"sides": "Sides", "heads": "Heads", "standing": "Told as", "articles": "Articles"},
}


def show(filters: Filters, counts: Mapping[str, int]) -> None:
    """The controls, one page of meetings, and the meeting that was chosen."""
    words, standings = _controls(counts)
    about = (filters, words, standings)
    before = paging.turned("timeline", about) or START
    page = ask(timeline.meeting_table, filters, standings, words, before)
    if page.empty:
        st.info("No meeting matches. Choose another standing, or clear the words.", icon=":material/info:")
        return
    shown = as_shown(page)
    st.caption("One row a meeting, newest first.", help=HELP.words())
    row = choose_row(shown, f"meetings.{hash((about, before))}", COLUMNS, MOST_ROWS)
    last = page.iloc[-1]
    paging.buttons("timeline", about, (int(last["day"]), int(last["meeting_id"])) if len(page) == PAGE else None)
    export.buttons("meetings", "Meetings", filters, lambda: _every(filters, standings, words))
    picked = str(page.iloc[row]["meeting_id"]) if row is not None else None
    meeting.show(picked, "Choose a row to read what the articles say of that meeting.")


def _every(filters: Filters, standings: tuple[str, ...], words: str) -> export.Listed:
    """The table with all its pages, as a file holds it: dates that sort, columns by their names."""
    rows = now(timeline.meeting_table, filters, standings, words, START, EVERY)
    counts = ask(timeline.standing_counts, filters)
    every = counted(sum(counts.get(standing, 0) for standing in standings), "meeting")
    what = f"{f'Those of {every} whose names hold “{words}”' if words else every}, newest first"
    shown = as_shown(rows).assign(start_on=rows["start_on"], end_on=rows["end_on"])
    return export.Listed(what, shown[list(FILED)].rename(columns=FILED))


def _controls(counts: Mapping[str, int]) -> tuple[str, tuple[str, ...]]:
    """The words to look for, and which standings to list."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        words = st.text_input(
            "Find in the table", placeholder="Place, person, dialogue or title", key="timeline.words", width=320
        )
        offered = [standing for standing in NAMES if counts.get(standing)]
        chosen = st.pills(
            "Told as",
            offered,
            selection_mode="multi",
            default=offered,
            format_func=lambda standing: f"{NAMES[standing]} {counts[standing]:,}",
            key="timeline.standings",
        )
    return words.strip(), tuple(standing for standing in offered if standing in chosen) or tuple(offered)


def as_shown(meetings: pd.DataFrame) -> pd.DataFrame:
    """The meetings as people write them: dates, rounds, sides by name."""
    return pd.DataFrame([_shown(row) for row in records(meetings)], columns=list(COLUMNS))


def with_names(meetings: pd.DataFrame) -> pd.DataFrame:
    """The meetings with `name` and `when` in words, as marks of a picture bear them."""
    rows = records(meetings)
    return meetings.assign(
        name=[meeting_name(row, row["sides"]) for row in rows],
        when=[on_dates(row["start_on"], row["end_on"]) for row in rows],
    )


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "when": on_dates(row["start_on"], row["end_on"]),
        "dialogue": row["dialogue"] or f"One-off: {KINDS.get(row['kind'], 'meeting').lower()}",
        "round": round_name(row, row["dialogue"]).replace(" round", "") if row["dialogue"] else "",
        "place": row["place"] or "",
        "sides": ", ".join(side_names(row["sides"])),
        "heads": ", ".join(row["heads"]),
        "standing": NAMES[row["standing"]],
        "articles": int(row["articles"]),
    }
