"""Public or internal: the mark of a document, and what leaves the house with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

import streamlit as st

from parley.model import Filters
from parley.queries.internal import internal_articles, internal_under, is_internal
from parley.store.internal import mark, mark_key
from parley.ui.access import ACTOR, for_those_who_may, may_correct
from parley.ui.data import ask, without_internal
from parley.ui.words import counted
from parley.ui.writing import written

LOCK = ":material/lock:"
WORD = "Internal"
MEANS = "Internal documents count on every screen, and stay out of what you download unless you tick it there."


def switch(article: int) -> None:
    """The mark of one article, kept at once; the key bears its state, so that it agrees wherever it stands."""
    marked = article in ask(internal_articles)
    _toggle(str(article), marked, _set, (article,), not marked)


def switch_text(key: str, title: str) -> None:
    """The same of a text by its key, whether its article is held or waits."""
    marked = ask(is_internal, key)
    _toggle(key, marked, _set_text, key, title, not marked)


def _toggle(of: str, marked: bool, change: Callable[..., None], *about: object) -> None:
    key = f"internal.{of}.{marked}"
    st.toggle(WORD, value=marked, key=key, on_change=change, args=about, **for_those_who_may(MEANS))


def mark_listed(articles: tuple[int, ...]) -> None:
    """Mark all articles of a list at once, or take the mark from them."""
    if not articles or not may_correct():
        return
    marked = len(ask(internal_articles) & set(articles))
    with st.popover("Public or internal", icon=LOCK, type="tertiary"):
        st.markdown(f"{counted(len(articles), 'article')} listed, {marked} of them internal.")
        every, none = marked == len(articles), not marked
        st.button("Mark all as internal", key="internal.all", on_click=_set, args=(articles, True), disabled=every)
        st.button("Mark all as public", key="internal.none", on_click=_set, args=(articles, False), disabled=none)


@dataclass(frozen=True, slots=True)
class Door:
    """The one way by which files leave the house: `left_out` internal documents stay, unless the reader ticked them."""

    left_out: int
    is_open: bool = False

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Within it, questions are answered with what may leave: figures and lists are to be asked for anew."""
        with nullcontext() if self.is_open else without_internal():
            yield

    @property
    def note(self) -> str:
        """What a file says of the documents that it leaves out; nothing where there are none."""
        return f" {counted(self.left_out, 'internal document')} left out." if self.left_out else ""


def door(key: str, *held: Filters) -> Door:
    """The door of one place, with a tick where the filters of what its files hold leave internal documents.

    Without filters it is that of files which draw on all rounds of the desk, whatever the filters leave: which round
    kept a promise, which comes next, how often they meet.
    """
    own = frozenset[int]().union(*(ask(internal_under, filters) for filters in held or (Filters(),)))
    if not own:
        return Door(0)
    is_open = st.checkbox(f"Include {counted(len(own), 'internal document')}", key=f"internal.include.{key}")
    return Door(0 if is_open else len(own), is_open)


def _set(articles: tuple[int, ...], wanted: bool) -> None:
    written(lambda db: mark(db, ACTOR, articles, internal=wanted))


def _set_text(key: str, title: str, wanted: bool) -> None:
    written(lambda db: mark_key(db, ACTOR, key, title, internal=wanted))
