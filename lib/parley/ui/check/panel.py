"""The fields beside the text: one finding in view with what can be said of it, and all others to choose from."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from parley.codebook.confidence import check_below
from parley.model import STRENGTHS
from parley.ui.access import may_correct
from parley.ui.articles.marking import LETTERS
from parley.ui.check import apart, decisions
from parley.ui.check.items import Item
from parley.ui.check.subject import Subject
from parley.ui.correct import typed
from parley.ui.correct.said import value_said
from parley.ui.plain import plain
from parley.ui.words import ACTORS, actor_name

FIELDS = {
    "meeting": ("date", "place", "dialogue", "round", "sides", "kind", "status"),
    "person": ("office", "name", "present"),
    "topic": ("strength", "by"),
    "promise": ("due", "actor"),
}
NAMES = {
    **{"date": "When", "place": "Where", "dialogue": "Dialogue", "round": "Round", "sides": "Sides", "kind": "What"},
    **{"status": "Held or planned", "office": "Office", "name": "Name", "present": "At the meeting"},
    **{"strength": "How firmly", "by": "By", "due": "By when", "actor": "Who"},
}
SEATS = {"present": "Present", "spoken of": "Spoken of, not present"}


def show(subject: Subject, items: Sequence[Item]) -> str | None:
    """The finding in view, then the list of all; the key of the one in view."""
    if not items:
        st.markdown("No meeting, topic, person or promise was found in this text.")
        return None
    place = decisions.at(subject, items)
    _in_view(subject, items, place)
    with st.container(key="check-list", gap="xxsmall"):
        for n, item in enumerate(items):
            _line(subject, n, item, is_here=n == place)
    return items[place].key


def _in_view(subject: Subject, items: Sequence[Item], place: int) -> None:
    """One finding with its fields, its answers, and the way to put a field right."""
    item = items[place]
    with st.container(border=True, key="check-here", gap="small"):
        st.markdown(f":gray[{place + 1} of {len(items)} · {LETTERS[item.letter]}]  \n**{plain(item.label)}**")
        st.markdown("  \n".join(f":gray[{name}] {plain(value)}" for name, value in item.lines))
        apart.show(subject, item)
        st.caption(_standing(item))
        if may_correct():
            _answers(subject, item, place)
            _correct(subject, item)


def _standing(item: Item) -> str:
    if item.checked:
        return ":material/task_alt: Checked"
    unsure = item.confidence < check_below()
    return ":material/help: Not sure: look at its sentence" if unsure else "Found by Parley, not yet checked"


def _answers(subject: Subject, item: Item, place: int) -> None:
    """Right, not sure, not right; and on to the finding before or after."""
    with st.container(horizontal=True, gap="small", key="check-answers"):
        for label, verdict, letter, kind in (
            ("Right", "accepted", "A", "primary"),
            ("Not sure", "unsure", "U", "secondary"),
            ("Not right", "rejected", "X", "secondary"),
        ):
            about: Any = (subject, item, verdict, place)
            key = f"check.{verdict}"
            st.button(label, key=key, type=kind, shortcut=letter, on_click=decisions.judge, args=about)  # type: ignore[arg-type]
    with st.container(horizontal=True, gap="small", key="check-steps"):
        steps = (("Previous", "P", place - 1), ("Next", "N", place + 1))
        for label, letter, to in steps:
            st.button(
                label, key=f"check.{label}", type="tertiary", shortcut=letter, on_click=decisions.go, args=(subject, to)
            )


def _correct(subject: Subject, item: Item) -> None:
    """Another value for one of its fields."""
    box = st.expander("Correct", key=f"check.correct.{item.key}", type="compact", on_change="rerun")
    if not box.open:
        return
    with box:
        field = st.selectbox(
            "Which field", FIELDS[item.part], format_func=NAMES.__getitem__, key=f"check.field.{item.key}"
        )
        key = f"check.value.{item.key}"
        st.caption(f"Now: {plain(_now(field, item))}")
        with st.form(f"{key}.{field}.form", border=False):
            _draw(field, key)
            st.form_submit_button("Save", on_click=decisions.put_right, args=(subject, item, field, key))


def _now(field: str, item: Item) -> str:
    said = dict(item.said[field])
    if field == "dialogue":
        return said["series"] or "none"
    return value_said(field, said)


def _draw(field: str, key: str) -> None:
    """The input for a value of this field."""
    name, label = f"{key}.{field}", NAMES[field]
    if field == "present":
        st.radio(label, list(SEATS), index=None, format_func=SEATS.__getitem__, key=name, horizontal=True)
    elif field == "strength":
        st.selectbox(label, STRENGTHS, index=None, format_func=_firmly, key=name)
    elif field == "by":
        st.selectbox(label, ["joint", *typed.parties()], index=None, format_func=_voice, key=name)
    elif field == "actor":
        st.selectbox(label, [*ACTORS, *typed.parties()], index=None, format_func=actor_name, key=name)
    elif field == "due":
        st.text_input(label, key=name, placeholder="June 2024; empty for no deadline")
    else:
        typed.draw(field, key)


def _firmly(strength: str) -> str:
    return value_said("strength", {"strength": strength})


def _voice(by: str) -> str:
    return value_said("by", {"by": by})


def _line(subject: Subject, n: int, item: Item, *, is_here: bool) -> None:
    """One finding of the list; the number is where a click on its passage leads."""
    sign = ":material/task_alt:" if item.checked else ":material/help:" if item.confidence < check_below() else None
    with st.container(horizontal=True, gap="xxsmall", vertical_alignment="center", key=f"check-line-{n}"):
        st.html(f'<span id="finding-{n}" class="pl-letter pl-{item.letter}">{item.letter}</span>', width="content")
        st.button(
            f"**{plain(item.label)}**" if is_here else plain(item.label),
            key=f"check.go.{n}",
            type="tertiary",
            icon=sign,
            on_click=decisions.go,
            args=(subject, n),
        )
