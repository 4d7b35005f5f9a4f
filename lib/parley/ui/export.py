"""What is taken away: every file of every screen leaves from here, without internal documents unless they are ticked.

What a screen has drawn may count internal documents, so a file holds what is asked for anew, within the door of its
place: each function for tables and calendars takes the question, not its answer. A table is made once somebody wants
it; a calendar asks when it is drawn, as its button says how many days it holds. `file` hands out what its caller made
so. The log has a tick of its own, for its lines; the codebook and rows of spreadsheets hold no document, and have none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from parley.briefs.ics import Event, as_ics
from parley.briefs.sheets import Sheet, as_csv, as_xlsx
from parley.model import Filters
from parley.queries import facets
from parley.ui import internal, tables
from parley.ui.data import ask
from parley.ui.filters import chips
from parley.ui.internal import Door
from parley.ui.words import moment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING = "Nothing is left"
NAMES = {
    "person": ("people", "a person whom nothing here names"),
    "source": ("sources", "an outlet of which nothing is here"),
    "dialogue": ("dialogues", "a dialogue of which nothing here tells"),
}
"""Filters whose values are made of names, and what a file says instead where only internal documents give that name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A table as it stands on the screen, and `what` it holds, in words."""

    what: str
    rows: pd.DataFrame


def buttons(
    key: str, name: str, filters: Filters, listed: Callable[[], Listed | None], door: Door | None = None
) -> None:
    """Download a table as CSV or XLSX: `listed` asks for it, None where nothing is left.

    A place with several kinds of file gives the `door` that all of them share.
    """
    files(key, name, lambda: in_words(filters), listed, door or internal.door(key, filters))


def files(key: str, name: str, words: Callable[[], str], listed: Callable[[], Listed | None], door: Door) -> None:
    """The same for a table that the filter bar does not narrow: `words` say what did, asked for as the rows are."""

    def sheet() -> Sheet:
        with door.passed():
            found, narrowed = listed() or Listed(NOTHING, pd.DataFrame()), words()
        made = f"Made with Parley on {moment(datetime.now(UTC))}."
        return Sheet(name, f"{found.what.removesuffix('.')}.{door.note} {narrowed} {made}", found.rows)

    with st.container(horizontal=True, gap="small", key=f"export-{key}"):
        file("Download CSV", f"parley-{key}.csv", "text/csv", lambda: as_csv(sheet()), key=f"csv.{key}")
        file("Download XLSX", f"parley-{key}.xlsx", XLSX, lambda: as_xlsx(sheet()), key=f"xlsx.{key}")


def twin(
    key: str,
    name: str,
    filters: Filters,
    listed: Callable[[], Listed | None],
    shown: pd.DataFrame | None = None,
    counted: Sequence[Filters] = (),
) -> None:
    """The same as a table, folded, and to take away; `shown` are its rows where they are known already.

    `counted` are the filters of what the rows count, where these are not those of the bar.
    """
    found = listed() if shown is None else Listed(name, shown)
    if found is None:
        return
    with st.expander("As a table", type="compact"):
        tables.table(found.rows, f"table.{key}")
        buttons(key, name, filters, listed, internal.door(key, *(counted or (filters,))))


def calendar(
    key: str, words: Callable[[int], str], name: str, door: Door, events: Callable[[], Sequence[Event]], explained: str
) -> None:
    """Download days as a calendar file: `words` of their number stand on the button, `name` is the calendar's."""
    with door.passed():
        found = events()
    if found:
        file(
            words(len(found)),
            f"parley-{key}.ics",
            "text/calendar",
            lambda: as_ics(name, found, datetime.now().astimezone(), door.note.strip()),
            key=f"ics.{key}",
            icon=":material/calendar_month:",
            explained=explained,
        )


def file(
    words: str,
    name: str,
    kind: str,
    made: Callable[[], str | bytes],
    *,
    key: str,
    icon: str | None = None,
    explained: str | None = None,
) -> None:
    """A button that makes a file and hands it out; what it makes must have passed the door of its place."""
    st.download_button(words, made, name, kind, key=key, icon=icon, on_click="ignore", help=explained)


def in_words(filters: Filters) -> str:
    """ "Filters: C5+1, from 1 January 2023."; to be asked within the door of the file that says so."""
    offered = ask(facets.facets)
    known = {key: {choice.value for choice in getattr(offered, field)} for key, (field, _) in NAMES.items()}
    said = [
        words if key not in NAMES or value in known[key] else NAMES[key][1]
        for key, value, words in chips(filters, offered)
    ]
    return f"Filters: {', '.join(said)}." if said else "Nothing filtered."
