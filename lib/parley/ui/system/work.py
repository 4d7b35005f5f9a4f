"""What waits, what could not be read, and what was done of late."""

from datetime import datetime

import pandas as pd
import streamlit as st

from parley import settings
from parley.queries import system
from parley.queries.system import Entry
from parley.queries.waiting import waiting_counts
from parley.store.lease import worker_is_alive
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.tables import table
from parley.ui.words import counted

WHO = {"local": "you", "worker": "Parley"}


def show() -> None:
    """Whether someone reads, the two counts with the way to what they count, and the newest lines of the log."""
    section("work", "Work")
    waiting, failed = now(system.waiting_and_failed)
    reading = "Parley is ready to read." if worker_is_alive(settings.from_environment()) else "Nobody reads just now."
    held = sum(count for kind, count in now(waiting_counts).items() if kind != "unreadable")
    yours = f" {counted(held, 'document')} {'waits' if held == 1 else 'wait'} for you to add." if held else ""
    st.markdown(plain(f"{reading} {waits(waiting)}. {unread(failed)}.{yours}"))
    if waiting or failed or held:
        st.page_link("pages/inbox.py", label="See them in the Inbox", icon=":material/inbox:")
    section("done", "What was done of late")
    lines = now(system.last_entries)
    if not lines:
        st.markdown("Nothing yet.")
        return
    table(as_table(lines), "system.log")


def waits(count: int) -> str:
    """ "3 documents are still to read"."""
    are = "is" if count == 1 else "are"
    return "Nothing is left to read" if not count else f"{counted(count, 'document')} {are} still to read"


def unread(count: int) -> str:
    """ "2 could not be read"."""
    return "All could be read" if not count else f"{count:,} could not be read"


def as_table(lines: list[Entry]) -> pd.DataFrame:
    """The log as a reader knows it, newest first."""
    rows = [
        {"When": _when(line.at), "Who": WHO.get(line.actor, line.actor), "What": line.action, "About": line.about}
        | {"Why": line.reason}
        for line in lines
    ]
    return pd.DataFrame(rows)


def _when(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M:%S}"
