"""A change that is looked at: what it says otherwise, which sentences would move, and then saved or left."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from parley import codebook, settings
from parley.codebook import Files
from parley.codebook.edits import Edit, with_edit
from parley.errors import ParleyError
from parley.store import Connection
from parley.store.codebooks import said_otherwise, save_codebook
from parley.ui.access import for_those_who_may
from parley.ui.codebook import address, moved
from parley.ui.codebook.standing import Standing
from parley.ui.follow import READER
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.words import counted
from parley.ui.writing import writing, written
from parley.whatif import Moved, further

DRAFT, PROBLEM, REASON, SAVED = "codebook.draft", "codebook.problem", "codebook.reason", "codebook.saved"
BUDGET, PAUSE = 2.0, 0.2
"""Seconds for which a page looks on before it is drawn, and between two such times."""
NOTHING_YET = Moved()
NOT_FILLED = "Something is still missing above: fill in what the form asks for."


@dataclass(frozen=True, slots=True)
class Draft:
    """Files that would take the place of `base`, how far the look at what moves is, and whether it was stopped."""

    base: Files
    files: Files
    about: str
    moved: Moved = NOTHING_YET
    is_stopped: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether articles are still to be looked at."""
        return not (self.moved.is_whole or self.is_stopped)


def is_open() -> bool:
    """Whether a change is looked at."""
    return isinstance(st.session_state.get(DRAFT), Draft)


def leave() -> None:
    """Drop the change; a callback."""
    for key in (DRAFT, PROBLEM, REASON, SAVED):
        st.session_state.pop(key, None)


def of_edit(base: Files, edit: Edit | None) -> None:
    """Look at a change of the form; where it is not filled in, say so."""
    if edit is None:
        st.session_state[PROBLEM] = NOT_FILLED
        return
    of_files(base, lambda: with_edit(base, edit), "Your change")


def of_files(base: Files, made: Callable[[], Files], about: str) -> None:
    """Look at other files; where they do not fit, say why and look at nothing. A callback."""
    leave()
    try:
        files = made()
        codebook.of_files(files)
    except ParleyError as error:
        st.session_state[PROBLEM] = str(error)
        return
    if files == base:
        st.session_state[PROBLEM] = "This changes nothing in the codebook."
        return
    st.session_state[DRAFT] = Draft(base, files, about)
    address.open_view("change")


def trouble() -> None:
    """Why the last change could not be looked at, or saved."""
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(plain(problem), icon=":material/error:")
    if saved := st.session_state.pop(SAVED, None):
        st.success(plain(saved), icon=":material/check:")


def show(standing: Standing) -> None:
    """What it says otherwise, what moves as far as it is known, and the way to save it."""
    now: Draft = st.session_state[DRAFT]
    section("draft", now.about)
    st.markdown("\n".join(f"- {plain(line)}" for line in said_otherwise(now.base, now.files)))
    if now.base != standing.files:
        st.warning(
            "The codebook was changed meanwhile. Leave this change, and make it again on the codebook as it is now.",
            icon=":material/warning:",
        )
    if now.goes_on:
        with st.spinner("Looking at the articles …"):
            now = _look_on(now)
    if now.goes_on:
        _looking()
        return
    moved.show(now.moved, is_stopped=now.is_stopped)
    _saving(now)


def _look_on(now: Draft) -> Draft:
    """Look at more articles for a moment, and keep how far that came."""
    old, new = codebook.of_files(now.base), codebook.of_files(now.files)
    until = time.monotonic() + BUDGET
    with writing(decides=False) as db:
        while now.goes_on and time.monotonic() < until:
            now = replace(now, moved=further(db, old, new, now.moved))
    st.session_state[DRAFT] = now
    return now


@st.fragment(run_every=PAUSE)
def _looking() -> None:
    """The bar that moves by itself; each time it is drawn, more articles are looked at."""
    now: Draft | None = st.session_state.get(DRAFT)
    if now is None or not now.goes_on:
        st.rerun()
    now = _look_on(now)
    if not now.goes_on:
        st.rerun()
    total = moved.articles()
    counts = Counter(gained=len(now.moved.gained), lost=len(now.moved.lost))
    st.progress(
        min(1.0, now.moved.seen / max(1, total)),
        text=f"{now.moved.seen:,} of {counted(total, 'article')} looked at, {now.moved.read:,} of them read "
        f"anew: {counts['gained']:,} gained, {counts['lost']:,} lost so far",
    )
    st.button("Stop looking", key="codebook.stop", on_click=_stop)


def _stop() -> None:
    now = st.session_state.get(DRAFT)
    if isinstance(now, Draft):
        st.session_state[DRAFT] = replace(now, is_stopped=True)


def _saving(now: Draft) -> None:
    with st.container(border=True, key="codebook-save"):
        st.text_input("Why this change?", key=REASON, placeholder="For whoever asks in a year")
        trouble()
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Save, and read everything anew",
                type="primary",
                key="codebook.save",
                on_click=_save,
                args=(now,),
                **for_those_who_may(),
            )
            st.button("Leave it", key="codebook.leave", on_click=leave)
        st.caption("The state before is kept under Versions. What people put right by hand stays as they put it.")


def _save(now: Draft) -> None:
    """Keep it; the worker then reads everything anew. Where it cannot be kept, say why beside the button."""
    folder, reason = settings.from_environment().codebook, str(st.session_state.get(REASON, ""))

    def save(db: Connection) -> None:
        save_codebook(db, folder, now.base, now.files, reason=reason, actor=READER)

    if written(save, PROBLEM):
        leave()
        st.session_state[SAVED] = "Saved. Parley reads everything anew; the screens follow as it goes."
