"""Questions to the store, each measured, and answered once per change that readers can see."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

import streamlit as st

from parley import settings
from parley.queries import promises
from parley.queries.read import Connection
from parley.slow import Watch
from parley.store import history
from parley.store import open as opened
from parley.store.public import hide_internal

Answer = TypeVar("Answer")
FOR_ALL: ContextVar[bool] = ContextVar("for_all", default=False)
"""Whether questions are answered as if internal documents were not there."""


@contextmanager
def without_internal() -> Iterator[None]:
    """Within it every question here is answered as if internal documents were not there."""
    before = FOR_ALL.set(True)
    try:
        yield
    finally:
        FOR_ALL.reset(before)


def _seen(db: Connection) -> Connection:
    """The connection, with what may be seen here and now."""
    if FOR_ALL.get():
        hide_internal(cast(Any, db))
    return db


def ask(question: Callable[..., Answer], *about: Any) -> Answer:
    """The answer of a query to the database of this desk: `ask(topic_counts, filters)`.

    Kept until the revision changes, so that going back and forth costs nothing. What is asked about must be hashable.
    """
    here = settings.from_environment()
    name = name_of(question)
    with closing(opened.reader(here)) as db:
        of = (str(here.database), history.revision(db), FOR_ALL.get(), name, about)
        return cast(Answer, _answered(question, db, *of))


def now(question: Callable[..., Answer], *about: Any) -> Answer:
    """The answer as things stand at this moment, never a kept one: how far an upload is grows without a revision."""
    here = settings.from_environment()
    with closing(opened.reader(here)) as db:
        return watch(str(here.database)).measured(name_of(question), about, lambda: question(_seen(db), *about))


def name_of(question: Callable[..., Any]) -> str:
    """What a question is called: module and function."""
    return f"{question.__module__}.{question.__qualname__}"


@st.cache_resource(show_spinner=False)
def watch(database: str) -> Watch:
    """What measures the questions to this database, one for all readers of this process."""
    del database
    return Watch()


def knowing(question: Callable[..., Answer]) -> Callable[..., Answer]:
    """A query that begins with all rounds and promises, given these: they are read once for all such questions."""

    def answer(db: Connection, *about: Any) -> Answer:
        return question(db, *about, every=look_up(promises.known))

    answer.__module__, answer.__qualname__ = question.__module__, question.__qualname__
    return answer


def look_up(question: Callable[..., Answer], *about: Any) -> Answer:
    """The same for large answers of frozen values: kept as they are, for all readers, where a copy would take long."""
    here = settings.from_environment()
    name = name_of(question)
    with closing(opened.reader(here)) as db:
        of = (str(here.database), history.revision(db), FOR_ALL.get(), name, about)
        return cast(Answer, _looked_up(question, db, *of))


@st.cache_resource(show_spinner=False, max_entries=40)
def _looked_up(
    _question: Callable[..., Any],
    _db: Connection,
    database: str,
    revision: int,
    for_all: bool,
    name: str,
    about: tuple[Any, ...],
) -> Any:
    """What is kept without a copy; the underscored arguments are no part of its key."""
    del revision, for_all
    return watch(database).measured(name, about, lambda: _question(_seen(_db), *about))


@st.cache_data(show_spinner=False, max_entries=400)
def _answered(
    _question: Callable[..., Any],
    _db: Connection,
    database: str,
    revision: int,
    for_all: bool,
    name: str,
    about: tuple[Any, ...],
) -> Any:
    """What the cache keeps; the underscored arguments are no part of its key."""
    del revision, for_all
    return watch(database).measured(name, about, lambda: _question(_seen(_db), *about))
