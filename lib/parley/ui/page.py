"""How every page begins: who may see it, its name, what it is for, and the filter bar where nobody drew it yet."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

import streamlit as st

from parley import settings
from parley.errors import StoreError
from parley.store.sqlite import OperationalError
from parley.ui import filters, tour, trouble, views, work
from parley.ui.plain import plain

logger = logging.getLogger(__name__)
HOME = Path(__file__).resolve().parents[3]
STYLE = Path(__file__).with_name("style.css")
BAR_IS_DRAWN = ContextVar("bar_is_drawn", default=False)
"""Not in the session's state: after `st.stop()` that can no longer be written, and the flag would stay."""


@contextmanager
def begun() -> Iterator[None]:
    """For the entry script: what stands above every page, drawn once, around whatever page runs inside."""
    with _guarded():
        _top()
    drawn = BAR_IS_DRAWN.set(True)
    try:
        with _guarded():
            yield
    finally:
        BAR_IS_DRAWN.reset(drawn)


@contextmanager
def _guarded() -> Iterator[None]:
    """Where readers look on, an error ends in a sentence for them, and in the log for those who run Parley."""
    try:
        yield
    except Exception as error:
        if not work.is_served():
            raise
        logger.exception("A page could not be shown")
        trouble.show(error)
        st.stop()


def page(title: str, purpose: str) -> None:
    """Begin a page, however the reader came to it: a cold deep link can run it without `dashboard.py`."""
    if not BAR_IS_DRAWN.get():
        _top()
    st.set_page_config(page_title=f"{title} · Parley")
    with st.container(key="page-head", gap="xxsmall"):
        st.title(plain(title), anchor=False)
        st.caption(plain(purpose))


def _top() -> None:
    """The frame, the filter bar, and the tour."""
    _frame()
    trouble.refused()
    filters.draw(views.show)
    tour.show()


def _frame() -> None:
    """Window, style and guard: stops with a reason where the database cannot be shown."""
    st.set_page_config(page_title="Parley", page_icon=str(HOME / "static" / "favicon.png"), layout="wide")
    st.logo(HOME / "static" / "favicon.png", size="small")
    st.html(STYLE)
    keep_imports()
    try:
        work.see_to(settings.from_environment())
    except (StoreError, OperationalError) as error:
        trouble.show(error)
        st.stop()


@cache
def keep_imports() -> None:
    """Tell the collector once that what is imported stays: Streamlit collects after each run, and would walk it all."""
    gc.collect()
    gc.freeze()
