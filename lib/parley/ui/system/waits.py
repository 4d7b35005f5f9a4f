"""What waits for people: each with its number, and a link that opens exactly what it counts."""

from datetime import date

import streamlit as st

from parley import settings
from parley.model import Filters
from parley.queries import commitments, system
from parley.queries.commitments import Choice, narrowed
from parley.queries.pledges import Family
from parley.store.lease import worker_is_alive
from parley.ui import filters
from parley.ui.data import knowing, look_up, now
from parley.ui.heading import section
from parley.ui.inbox.parts import PARTS
from parley.ui.links import inbox_link, proposed_link
from parley.ui.plain import plain
from parley.ui.promises.said import NOUNS
from parley.ui.words import counted

PROPOSABLE: tuple[Family, ...] = ("promise", "demand")
BESIDE = ("unread",)
"""Parts of the Inbox that have a section of their own here."""


def show() -> None:
    """A line for each thing that waits; that nothing does where it is so."""
    section("waits", "What waits")
    reader = "Parley is ready to read" if worker_is_alive(settings.from_environment()) else "Nobody reads just now"
    st.markdown(plain(f"{reader}. {still_to_read(now(system.left_to_read))}."))
    chosen = filters.current()
    counts = {name: part.count() for name, part in PARTS.items() if name not in BESIDE}
    kept = proposed(chosen)
    with st.container(key="system-waits", gap="xxsmall"):
        for name, count in counts.items():
            if count:
                inbox_link(name, f"{counted(count, PARTS[name].one)} {PARTS[name].what}", icon=PARTS[name].icon)
        for family, count in kept.items():
            if count:
                under = " under these filters" if chosen != Filters() else ""
                proposed_link(family, f"{counted(count, NOUNS[family])} that may have been kept{under}")
    if not any((*counts.values(), *kept.values())):
        st.markdown("Nothing waits for a person.")


def proposed(chosen: Filters) -> dict[Family, int]:
    """How many promises and demands under the filters a later article may tell to be kept."""
    board, today = look_up(knowing(commitments.board), chosen), date.today()
    chosen_of = {family: Choice(family, proposed=True) for family in PROPOSABLE}
    return {family: len(narrowed(board, choice, None, today)) for family, choice in chosen_of.items()}


def still_to_read(count: int) -> str:
    """ "3 documents are still to read"."""
    are = "is" if count == 1 else "are"
    return "Nothing is left to read" if not count else f"{counted(count, 'document')} {are} still to read"
