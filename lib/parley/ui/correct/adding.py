"""Adding what Parley missed in a text: a meeting, a person, a topic or a promise, with the sentence that proves it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from parley.errors import ParleyError
from parley.queries import corrections
from parley.store.corrections import Anchor, Correction
from parley.ui.access import may_correct
from parley.ui.check.subject import Subject, subject
from parley.ui.correct import deciding, missed
from parley.ui.correct.missed import KINDS, Kind
from parley.ui.data import ask
from parley.ui.plain import plain

LONGEST = 300
HOLDS = "It counts on every screen, stands with its sentence as added by you, and stays after every new reading."


@dataclass(frozen=True, slots=True)
class Source:
    """A text to add to: a "document" that waits, or an article (its "id"), with the name that a reader knows it by."""

    name: str
    number: int
    label: str = ""


def button(
    sources: Sequence[Source],
    place: str,
    kind: Kind = "Meeting",
    meeting: int | None = None,
    kept: Callable[[Subject], None] | None = None,
    letter: str | None = None,
) -> None:
    """ "Add what was missed"; nothing for readers who may not. `place` is its own on the page.

    Of `meeting` are the people, topics and promises, unless the reader chooses another one that the text tells of.
    `kept` is done after something was added; `letter` is the key that opens it.
    """
    if may_correct() and st.button(
        "Add what was missed",
        key=f"adding.open.{place}",
        icon=":material/add:",
        shortcut=letter,
        help="A meeting, a person, a topic or a promise that Parley did not find.",
    ):
        _dialog(tuple(sources), kind, meeting, kept)


@st.dialog("Add what Parley missed", width="large")
def _dialog(
    sources: tuple[Source, ...], kind: Kind, meeting: int | None, kept: Callable[[Subject], None] | None
) -> None:
    source = sources[0]
    if len(sources) > 1:
        source = st.selectbox("In which article", sources, format_func=lambda one: one.label, key="adding.in")
    text = subject(source.name, source.number)
    if text is None:
        st.info("This text is not here any more: it has been added, left out, or taken back.", icon=":material/info:")
        return
    key = f"adding.{source.name}.{source.number}"
    what: Kind = st.segmented_control("What was missed", KINDS, default=kind, required=True, key=f"{key}.kind") or kind
    sentences = text.coding.sentences
    at = st.selectbox(
        "The sentence that says so",
        range(len(sentences)),
        index=None,
        format_func=lambda n: f"{n + 1}. {sentences[n].text}",
        key=f"{key}.sentence",
        placeholder="Choose it, or type some of its words",
    )
    if at is not None:
        st.markdown(f"> {plain(sentences[at].text)}")
    own = ask(corrections.place_at, meeting, source.number) if meeting else None
    with st.form(f"{key}.{what}.form", border=False):
        missed.draw(what, f"{key}.{what}", text.coding, own)
        st.text_input("Why", key=f"{key}.why", max_chars=LONGEST, placeholder="The text says so in so many words")
        st.caption(HOLDS)
        saved = st.form_submit_button("Add", type="primary", on_click=_save, args=(text, what, key, kept))
    if saved and not deciding.problem():
        st.rerun()


def _save(text: Subject, what: Kind, key: str, kept: Callable[[Subject], None] | None) -> None:
    at = st.session_state.get(f"{key}.sentence")
    try:
        if at is None:
            raise ParleyError("Choose the sentence that says so: every finding keeps the sentence that proves it.")
        sentence = text.coding.sentences[at]
        part, which, after = missed.read(what, f"{key}.{what}", text.coding, sentence)
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    anchor = Anchor(which, sentence.start, sentence.end, sentence.text)
    one = Correction(part, "added", text.key, anchor=anchor, after=after)
    if deciding.correct([one], st.session_state[f"{key}.why"]) and kept:
        kept(text)
