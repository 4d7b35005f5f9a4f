"""Correcting one field of a meeting: what an outlet says, or something else, with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parley.errors import ParleyError
from parley.queries.corrections import NAMES, Stated
from parley.store.corrections import Correction
from parley.ui.access import may_correct
from parley.ui.correct import deciding, typed
from parley.ui.correct.said import value_said
from parley.ui.plain import plain
from parley.ui.words import counted, listed

LONGEST = 300
ELSE = -1


@dataclass(frozen=True, slots=True)
class Question:
    """A field of a meeting: what holds now, and what each outlet says."""

    meeting: int
    field: str
    now: dict[str, Any] | None
    stated: tuple[Stated, ...]

    @property
    def key(self) -> str:
        """Under which the widgets keep what the reader chose."""
        return f"correct.{self.meeting}.{self.field}"


def button(question: Question, place: str) -> None:
    """ "Correct" for one field; nothing for readers who may not. `place` is its own on the page."""
    if may_correct() and st.button(
        "Correct",
        key=f"{question.key}.open.{place}",
        type="tertiary",
        icon=":material/edit:",
        help=f"Correct: {NAMES[question.field].lower()}",
    ):
        _dialog(question)


@st.dialog("Correct", width="medium")
def _dialog(question: Question) -> None:
    st.markdown(f"**{NAMES[question.field]}** :gray[now {plain(value_said(question.field, question.now))}]")
    with st.form(f"{question.key}.form", border=False):
        st.radio(
            "Right is",
            [*range(len(question.stated)), ELSE],
            index=None,
            format_func=_label(question.field, question.stated),
            key=f"{question.key}.choice",
        )
        typed.draw(question.field, question.key)
        st.text_input(
            "Why", key=f"{question.key}.reason", max_chars=LONGEST, placeholder="The host's own release says so"
        )
        st.caption(_holds_for(question))
        saved = st.form_submit_button("Save", type="primary", on_click=_save, args=(question,))
    if saved and not deciding.problem():
        st.rerun()


def _label(field: str, stated: Sequence[Stated]) -> Any:
    """The value with who says so; what the last choice is."""

    def said(choice: int) -> str:
        if choice == ELSE:
            return "Something else, given here:"
        one = stated[choice]
        return plain(f"{value_said(field, one.value)} ({listed(one.outlets)})")

    return said


def _holds_for(question: Question) -> str:
    outlets = len({outlet for one in question.stated for outlet in one.outlets})
    told = f"What the {counted(outlets, 'outlet')} say stays to be read below. " if outlets else ""
    return f"Holds for the meeting on every screen, and after every new reading. {told}"


def _save(question: Question) -> None:
    choice = st.session_state[f"{question.key}.choice"]
    # What is typed counts where nothing else is chosen.
    is_typed = choice is None or choice == ELSE
    try:
        value = typed.read(question.field, question.key) if is_typed else question.stated[choice].value
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    if question.field == "round" and value["edition"]:
        value = {**value, "edition_basis": "stated"}
    decision = Correction(
        "meeting", "corrected", meeting_id=question.meeting, field=question.field, before=question.now, after=value
    )
    deciding.correct([decision], st.session_state[f"{question.key}.reason"])
