"""The tour: five lines above the page on a first visit. It never covers or blocks anything, and can be had again."""

from contextlib import closing, suppress
from pathlib import Path

import streamlit as st

from parley import settings
from parley.errors import StoreError
from parley.store import writer
from parley.store.seen import is_seen, set_seen
from parley.store.sqlite import OperationalError
from parley.ui.access import ACTOR
from parley.ui.data import now

PAGES = Path(__file__).resolve().parents[3] / "pages"
NAME = "tour"
STEP = "tour.step"
STEPS = (
    (
        "**Overview** shows what was talked about of late, and how often the sides met.",
        ("overview", "Go to the Overview"),
    ),
    (
        "**Filters** narrow every page: by dialogue, side, topic, person, source, language or date. "
        "The address keeps them, so a link shows the same.",
        None,
    ),
    (
        "**A number or a bar opens its sentences.** Click one, and read what the articles say, with outlet and date.",
        None,
    ),
    (
        "**Bring your own articles** in the Inbox: files or a pasted text. Each gets a line that says what was found.",
        ("inbox", "Go to the Inbox"),
    ),
    (
        "**Take it away:** under each chart stand its table and a CSV. A dialogue has a page that compares its rounds.",
        ("dialogues", "Go to the Dialogues"),
    ),
)


def show() -> None:
    """The step that the reader is at; nothing once the tour is over. At the foot of the page, the way to have it again.

    The foot is drawn first, as a page may stop at any point; the style sheet puts it last.
    """
    step = _step()
    if step is None:
        with st.container(key="foot", horizontal=True):
            st.button("Show the tour", key="tour.again", type="tertiary", icon=":material/explore:", on_click=_again)
        return
    said, leads_to = STEPS[step]
    with st.container(key="tour", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":gray[{step + 1} of {len(STEPS)}]", width="content")
        st.markdown(said, width="stretch")
        if leads_to and (PAGES / f"{leads_to[0]}.py").exists():
            st.page_link(f"pages/{leads_to[0]}.py", label=leads_to[1])
        if step:
            st.button("Back", key="tour.back", type="tertiary", on_click=_go, args=(step - 1,))
        if step + 1 < len(STEPS):
            st.button("Next", key="tour.next", on_click=_go, args=(step + 1,))
            st.button("Skip the tour", key="tour.skip", type="tertiary", on_click=_end)
        else:
            st.button("Done", key="tour.done", on_click=_end)


def _step() -> int | None:
    """Where the reader is; kept in the session once it is known, None where the tour is over."""
    if STEP not in st.session_state:
        st.session_state[STEP] = None if now(is_seen, ACTOR, NAME) else 0
    step = st.session_state[STEP]
    return step if isinstance(step, int) and step < len(STEPS) else None


def _go(step: int) -> None:
    st.session_state[STEP] = step


def _end() -> None:
    """The tour is over, for this session in any case, and for good where the database can be written just now."""
    st.session_state[STEP] = None
    with suppress(StoreError, OperationalError), closing(writer(settings.from_environment())) as db:
        set_seen(db, ACTOR, NAME)


def _again() -> None:
    """From the first step, in this session: what was kept stays."""
    st.session_state[STEP] = 0
