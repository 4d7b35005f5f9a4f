"""What adding the clear documents would do, told before anything is added."""

from collections.abc import Sequence

import streamlit as st

from parley import codebook, settings
from parley.errors import ParleyError
from parley.queries import waiting
from parley.queries.growth import Growth, Numbers
from parley.store.trials import ask_for_trial
from parley.ui.access import ACTOR
from parley.ui.data import now
from parley.ui.inbox.intake import PROBLEM
from parley.ui.plain import plain
from parley.ui.words import counted, listed
from parley.ui.writing import writing
from parley.waiting import MOST_TRIED, would_add

TRIED = "waiting.tried"
"""In the session's state: the documents tried, and what they would add, or the number of the worker's trial."""
HELP = "Adds them, counts what came, and takes it all back: nothing is changed."
AT_ONCE = 300
"""Documents tried while their reader waits, about a second; more are tried by the worker."""
SECONDS = 1.0


def button(clear: Sequence[int]) -> None:
    """Try these documents."""
    st.button("Try it first", key="waiting.try", on_click=_try, args=(clear,), help=HELP)


def forget() -> None:
    """What was tried is no longer what would be added."""
    st.session_state.pop(TRIED, None)


def _try(ids: Sequence[int]) -> None:
    """Add them truly, count, and take it back; no widget is touched while the database is held."""
    here = settings.from_environment()
    try:
        with writing(decides=False) as db:
            told: Growth | int
            if len(ids) > AT_ONCE:
                told = ask_for_trial(db, ids, ACTOR)
            else:
                told = would_add(db, ids, codebook.load(here.codebook))
    except ParleyError as error:
        st.session_state[PROBLEM] = str(error)
    else:
        st.session_state[TRIED] = (tuple(ids), told)


def show(clear: Sequence[int]) -> None:
    """What the trial has told, as long as the same documents are clear."""
    ids, told = st.session_state.get(TRIED, ((), None))
    if told is None or ids != tuple(clear):
        return
    if isinstance(told, int):
        _wait(told, len(ids))
    else:
        _tell(told, len(ids))


@st.fragment(run_every=SECONDS)
def _wait(number: int, documents: int) -> None:
    told = now(waiting.trial_told, number)
    if told is None:
        st.info(f"Trying {counted(min(documents, MOST_TRIED), 'document')}", icon=":material/hourglass_empty:")
    else:
        _tell(told, documents)


def _tell(told: Growth, documents: int) -> None:
    first = f" These are the first {MOST_TRIED:,} of {documents:,}." if documents > MOST_TRIED else ""
    st.info(plain(f"{in_words(told)}{first} Nothing has been changed."), icon=":material/science:")


def in_words(told: Growth) -> str:
    """ "Would add 3 meetings, 41 sentences on 12 topics (2 new here) and 6 promises, from 31 articles." """
    by = told.by
    known_before = f", {-by.referred:,} of them only referred to until now" if by.referred < 0 else ""
    new = f" ({by.topics:,} new here)" if by.topics > 0 else ""
    parts = [f"{counted(max(0, by.meetings), 'meeting')}{known_before}"]
    parts += [f"{by.referred:,} only referred to or planned"] if by.referred > 0 else []
    parts += [f"{counted(max(0, by.sentences), 'sentence')} on {counted(told.subjects, 'topic')}{new}"]
    parts += [counted(n, one) for n, one in _also(by) if n > 0]
    fewer = [counted(-n, one) for n, one in _also(by) if n < 0]
    fewer = [counted(-n, one) for n, one in ((by.meetings, "meeting"), (by.sentences, "sentence")) if n < 0] + fewer
    less = f"; {listed(fewer)} fewer, as what is told twice counts once" if fewer else ""
    return f"Would add {listed(parts)}, {_where_from(told)}{less}."


def _also(by: Numbers) -> tuple[tuple[int, str], ...]:
    """What is told where there is any: as Promises and the Overview count it."""
    return (by.promises, "promise"), (by.demands, "demand"), (by.signed, "signed document"), (by.people, "new person")


def _where_from(told: Growth) -> str:
    copies = f" and {counted(told.copies, 'copy')}" if told.copies > 0 else ""
    known = f"; {counted(told.known, 'text')} known already" if told.known else ""
    return f"from {counted(told.by.articles, 'article')}{copies}{known}"
