"""A short change of the database from a screen; where it cannot be made, the reader is told why in a sentence."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import streamlit as st

from parley import settings
from parley.errors import ParleyError, StoreError
from parley.store import Connection, writer
from parley.store.sqlite import IntegrityError, OperationalError
from parley.ui import trouble
from parley.ui.access import READ_ONLY, may_correct

logger = logging.getLogger(__name__)


@contextmanager
def writing(*, decides: bool = True) -> Iterator[Connection]:
    """The database for one short change; raises ParleyError, in words for readers, where it cannot be made.

    What `decides` for all readers is for those who may correct; the rest is told in its own words: what a reader
    reports, that they were here, and what is only tried.
    """
    if decides and not may_correct():
        raise StoreError(READ_ONLY)
    try:
        with closing(writer(settings.from_environment())) as db:
            yield db
    except (OperationalError, IntegrityError) as error:
        logger.warning("A change could not be made", exc_info=True)
        raise StoreError(trouble.in_words(error)) from error


def written(change: Callable[[Connection], object], problem: str = trouble.REFUSED, *, decides: bool = True) -> bool:
    """Make one short change; False where it could not be made: `problem` then says why in the session."""
    try:
        with writing(decides=decides) as db:
            change(db)
    except ParleyError as error:
        st.session_state[problem] = str(error)
        return False
    return True
