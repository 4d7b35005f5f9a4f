"""An upload taken back, once its reader has seen what that does; and brought again."""

from collections.abc import Callable

import streamlit as st

from parley.queries.inbox import Upload
from parley.store import Connection, taking_back
from parley.store.taking_back import Effect
from parley.ui.access import ACTOR, may_correct
from parley.ui.data import now
from parley.ui.inbox import progress
from parley.ui.inbox.intake import PROBLEM
from parley.ui.plain import plain
from parley.ui.words import counted
from parley.ui.writing import written

AGAIN = "Reads its documents once more. Of an upload of several, all then wait for you again: add the clear ones."


def offer(upload: Upload, place: str) -> None:
    """The way to take an upload back, or to bring it again."""
    if upload.taken == "asked":
        st.caption("It is being taken back.")
    elif upload.taken:
        st.caption("What it brought was taken back. Its documents are still stored.")
        if may_correct():
            again = f"again.{place}.{upload.id}"
            st.button("Bring it back", key=again, on_click=_again, args=(upload.id,), help=AGAIN)
    elif may_correct():
        _take_back(upload, place)


def _take_back(upload: Upload, place: str) -> None:
    """A box with what would go and what would stay, asked for once it is opened."""
    key = f"take.{place}.{upload.id}"
    box = st.popover("Take this upload back", type="tertiary", key=key, on_change="rerun", icon=":material/undo:")
    if box.open:
        with box:
            st.markdown("\n".join(f"- {plain(line)}" for line in in_words(now(taking_back.effect, upload.id))))
            st.button("Take it back", type="primary", key=f"sure.{key}", on_click=_take, args=(upload.id,))


def in_words(effect: Effect) -> list[str]:
    """What taking an upload back does, a sentence each."""
    meetings = f", and {counted(effect.meetings, 'meeting')} that only they told of" if effect.meetings else ""
    stay = "stays" if effect.kept == 1 else "stay"
    lines = [
        (effect.articles, f"Removes {counted(effect.articles, 'article')}{meetings}."),
        (effect.rows, f"Removes {counted(effect.rows, 'meeting')} of its spreadsheets."),
        (effect.waiting, f"Drops {counted(effect.waiting, 'document')} not added yet."),
        (effect.unread, f"Takes {counted(effect.unread, 'document')} that could not be read off the list."),
        (effect.copies, f"Forgets {counted(effect.copies, 'copy')} of articles."),
        (effect.kept, f"{counted(effect.kept, 'article')} that came with other uploads too {stay}."),
        (
            effect.corrections,
            f"{counted(effect.corrections, 'correction')} {'is' if effect.corrections == 1 else 'are'} kept, and hold"
            f"{'s' if effect.corrections == 1 else ''} again if you add the text again.",
        ),
    ]
    said = [line for count, line in lines if count] or ["Nothing of it is in any number: only its line changes."]
    return [*said, "The documents stay stored, so that it can be brought back."]


def _take(upload: int) -> None:
    _do(lambda db: taking_back.ask_to_take_back(db, upload, ACTOR))


def _again(upload: int) -> None:
    _do(lambda db: taking_back.bring_again(db, upload, ACTOR))


def _do(change: Callable[[Connection], None]) -> None:
    """One short transaction; what stands against it is told on the page."""
    if written(change, PROBLEM):
        st.session_state[progress.FILED] = True
