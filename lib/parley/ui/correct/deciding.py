"""A decision of the reader, carried out at once; and taken back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from parley import codebook, corrections, settings
from parley.codebook import Codebook
from parley.errors import ParleyError
from parley.store import Connection
from parley.store.corrections import Correction
from parley.ui.access import ACTOR
from parley.ui.plain import plain
from parley.ui.writing import writing

PROBLEM = "correct.problem"
NO_REASON = "Say why: a correction needs a reason, for whoever asks in a year."


def decide(decisions: Sequence[Correction], reason: str = "") -> bool:
    """Keep decisions made in one go, and let them hold; False where that could not be done: `problem` says why."""
    if not decisions:
        return False
    told = [replace(one, reason=one.reason or reason) for one in decisions]
    return carry_out(lambda db, book: corrections.decide(db, told, ACTOR, book))


def correct(decisions: Sequence[Correction], reason: str) -> bool:
    """`decide` for a form that asks why: another value than what was found, or something more, needs a reason."""
    asks = any(one.verdict in ("corrected", "added") for one in decisions)
    return (not asks or is_told_why(reason)) and decide(decisions, reason)


def is_told_why(reason: str) -> bool:
    """Whether a reason is given; where none is, `problem` asks for one."""
    if not reason.strip():
        refuse(NO_REASON)
    return bool(reason.strip())


def undo(number: int) -> None:
    """Take a decision back, with those made in one go with it; a callback."""
    carry_out(lambda db, book: corrections.undo(db, number, ACTOR, book))


def carry_out(change: Callable[[Connection, Codebook], object]) -> bool:
    """A change by the codebook as it now is; False where it could not be made: `problem` says why."""
    try:
        book = codebook.load(settings.from_environment().codebook)
        with writing() as db:
            change(db, book)
    except ParleyError as error:
        refuse(str(error))
        return False
    return True


def refuse(reason: str) -> None:
    """Say on the next drawing why a decision was not kept."""
    st.session_state[PROBLEM] = reason


def problem() -> bool:
    """Show why the last decision was not kept, once; whether there was anything to show."""
    reason = st.session_state.pop(PROBLEM, None)
    if reason:
        st.error(plain(reason))
    return bool(reason)
