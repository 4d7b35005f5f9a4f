"""What was done: the log, narrowed by person, kind, days and text, page by page, and to take away."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
import streamlit as st

from parley.queries import log
from parley.queries.log import Entry, Wanted, kind_said
from parley.ui import export, paging
from parley.ui.access import who
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.internal import Door
from parley.ui.tables import table
from parley.ui.words import counted, on_date

KEY = "system.log"
# The widths leave a phone the time, what was done, and the beginning of what it was about.
COLUMNS = {
    "When": st.column_config.TextColumn("When", width=125),
    "What": st.column_config.TextColumn("What", width=140),
    "About": st.column_config.TextColumn("About", width=430),
    "Who": st.column_config.TextColumn("Who", width=70),
    "Why": st.column_config.TextColumn("Why", width=330),
}


def show() -> None:
    """The controls, the page in view, and all that they leave as a file."""
    section("log", "What was done")
    every = now(log.how_many, Wanted())
    if not every:
        st.markdown("Nothing yet.")
        return
    wanted, said = _controls()
    total = now(log.how_many, wanted)
    if not total:
        st.markdown("No line of the log is like that.")
        return
    lines = now(log.entries, wanted, paging.turned(KEY, wanted))
    found = counted(total, "line") if total == every else f"{total:,} of {counted(every, 'line')}"
    st.caption(f"{found}, newest first.")
    table(as_table(lines), KEY, COLUMNS)
    paging.buttons(KEY, wanted, lines[-1].id if len(lines) == log.PAGE else None)
    _files(wanted, said)


def _files(wanted: Wanted, words: str) -> None:
    """All lines as a file; those that may name an internal document only where the reader ticks them."""
    own = now(log.how_many_stay, wanted)
    with_own = bool(own) and st.checkbox(
        f"Include {counted(own, 'line')} that may name internal documents", key=f"internal.include.{KEY}"
    )
    export.files("log", "Log", lambda: words, lambda: listed(wanted, with_own=with_own), Door(0))


def listed(wanted: Wanted, *, with_own: bool) -> export.Listed | None:
    """The lines as a file holds them, those that may name an internal document among them or not; None for none."""
    every = now(log.entries, wanted, None, log.EVERY)
    left = [one for one in every if with_own or one.may_leave]
    note = f". {counted(len(every) - len(left), 'line')} that may name internal documents left out"
    what = f"{counted(len(left), 'line')} of the log, newest first{note if len(left) < len(every) else ''}"
    return export.Listed(what, as_table(left)) if left else None


def _controls() -> tuple[Wanted, str]:
    """What to look for, and the same in words."""
    people, kinds = now(log.actors), now(log.actions)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="log-controls"):
        actors = st.multiselect(
            "Who", list(people), format_func=lambda actor: f"{who(actor)} {people[actor]:,}", key="log.who"
        )
        actions = st.multiselect(
            "What", list(kinds), format_func=lambda kind: f"{kind_said(kind)} {kinds[kind]:,}", key="log.what"
        )
        since = st.date_input("From", value=None, format="DD.MM.YYYY", key="log.since")
        until = st.date_input("To", value=None, format="DD.MM.YYYY", key="log.until")
        text = st.text_input("Find in the log", placeholder="Name, title or reason", key="log.text").strip()
    said = [", ".join(map(who, actors)), ", ".join(map(kind_said, actions))]
    said += [f"from {on_date(since.isoformat())}" if since else "", f"to {on_date(until.isoformat())}" if until else ""]
    said += [f"with “{text}”" if text else ""]
    words = "; ".join(part for part in said if part)
    before = until + timedelta(days=1) if until else None
    wanted = Wanted(tuple(actors), tuple(actions), _instant(since), _instant(before), text)
    return wanted, f"Only: {words}." if words else "Nothing filtered."


def as_table(lines: Sequence[Entry]) -> pd.DataFrame:
    """The lines as a reader knows them."""
    rows = [(_when(one.at), one.what, one.about, who(one.actor), one.reason) for one in lines]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _when(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M}"


def _instant(day: date | None) -> str:
    """The beginning of a day here, as the log writes instants; nothing for no day."""
    return datetime.combine(day, time.min).astimezone(UTC).isoformat(timespec="milliseconds") if day else ""
