"""The desk's context events: added one by one or from a CSV file, listed, removed, and put back."""

from collections.abc import Sequence

import streamlit as st

from parley.errors import ParleyError
from parley.model import ContextEvent, Filters
from parley.queries import facets
from parley.queries.context import context_events
from parley.sheets.context import HEAD, event_of, events_in
from parley.store.context import add_events, put_back_events, remove_events
from parley.ui.access import for_those_who_may
from parley.ui.context import in_words
from parley.ui.data import ask
from parley.ui.follow import READER
from parley.ui.plain import plain
from parley.ui.words import counted, side_name
from parley.ui.writing import written

FIELDS = ("date", "to", "title", "link")
PROBLEM, REMOVED, ADDED, ROUND = "context.problem", "context.removed", "context.added", "context.round"
EXAMPLE = f"{HEAD}\n2022-02-24,,War begins,Russia; Ukraine\n2024-06,2024-07,Elections,EU\n"


def popover() -> None:
    """The button, and in it the form, the file and the list."""
    every = ask(context_events, Filters())
    name = f"Context events {len(every)}" if every else "Context events"
    with st.popover(name, icon=":material/event_note:", key="context"):
        st.markdown(
            "**Context events**: elections, sanctions packages, wars. They stand as thin lines and bands on the charts "
            "over time, and no number counts them."
        )
        with st.container(key="context-told"):  # a place of its own: else what it says would turn the tabs back
            problem = str(st.session_state.pop(PROBLEM, ""))
            if problem:
                st.error("  \n".join(plain(line) for line in problem.split("\n")))
            _done()
        one, file, listed = st.tabs(["Add one", "From a CSV file", "Listed"])
        with one:
            _form()
        with file:
            _file()
        with listed:
            _listed(every)


def _form() -> None:
    offered = ask(facets.facets)
    dialogues = {choice.value: choice.label for choice in offered.dialogues}
    sides = sorted((choice.value for choice in offered.sides), key=side_name)
    with st.form("context.form", border=False):
        st.text_input("What happened", key="context.title", placeholder="Twelfth sanctions package", max_chars=200)
        left, right = st.columns(2)
        left.text_input("Date, or first day", key="context.date", placeholder="2023-12-18, or 2023-12, or 2023")
        right.text_input("Last day, if it lasted", key="context.to", placeholder="2024-01-31")
        st.multiselect("Sides", sides, format_func=side_name, key="context.sides", placeholder="All")
        st.multiselect(
            "Dialogues", list(dialogues), format_func=dialogues.__getitem__, key="context.dialogues", placeholder="All"
        )
        st.text_input("Link", key="context.link", placeholder="https://…")
        st.form_submit_button("Add", type="primary", on_click=_add_one, key="context.add", **for_those_who_may())


def _add_one() -> None:
    """Write the event at once; where something is wrong, say what, and keep what was typed."""
    state = st.session_state
    try:
        event = event_of({name: str(state.get(f"context.{name}") or "") for name in FIELDS})
    except ParleyError as reason:
        state[PROBLEM] = str(reason)
        return
    sides, dialogues = tuple(state.get("context.sides") or ()), tuple(state.get("context.dialogues") or ())
    if not _add([ContextEvent(event.title, event.first_on, event.last_on, sides, dialogues, event.link)]):
        return
    for name in FIELDS:
        state[f"context.{name}"] = ""
    state["context.sides"], state["context.dialogues"] = [], []


def _file() -> None:
    st.caption("A table with the columns date, to, title and sides; “to” and sides may be empty.")
    st.code(EXAMPLE, language=None)
    key = f"context.file.{st.session_state.get(ROUND, 0)}"
    brought = st.file_uploader("CSV file", type="csv", key=key)
    may = for_those_who_may(disabled=brought is None)
    st.button("Add all of its events", key="context.take", on_click=_take, args=(key,), **may)


def _take(key: str) -> None:
    """Add the events of the file, all or none."""
    brought = st.session_state.get(key)
    if brought is None:
        return
    try:
        events = events_in(brought.getvalue())
    except ParleyError as reason:
        st.session_state[PROBLEM] = str(reason)
        return
    if _add(events):
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _add(events: Sequence[ContextEvent]) -> bool:
    """Whether they were added: all or none."""
    added: list[int] = []
    if not written(lambda db: added.extend(add_events(db, events, READER)), PROBLEM):
        return False
    st.session_state[ADDED] = tuple(added)
    st.session_state.pop(REMOVED, None)
    return True


def _done() -> None:
    """What was just added or removed, with the way back."""
    added, removed = st.session_state.get(ADDED), st.session_state.get(REMOVED)
    if added:
        _line(f"Added: {counted(len(added), 'event')}", "context.undo-add", _remove, added)
    if removed:
        _line(f"Removed: {counted(len(removed), 'event')}", "context.undo-remove", _put_back, removed)


def _line(words: str, key: str, undo: "object", numbers: tuple[int, ...]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"line-{key}"):
        st.markdown(words)
        st.button("Undo", key=key, type="tertiary", on_click=undo, args=(numbers,))  # type: ignore[arg-type]


def _listed(every: Sequence[ContextEvent]) -> None:
    if not every:
        st.caption("None yet.")
    for event in reversed(every):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"context-{event.id}"):
            st.markdown(plain(in_words(event)))
            if event.link:
                st.link_button("Source", event.link, type="tertiary", icon=":material/open_in_new:")
            st.button(
                "Remove",
                key=f"context.remove.{event.id}",
                type="tertiary",
                on_click=_remove,
                args=((event.id,),),
                **for_those_who_may(f"Remove {plain(event.title)}"),
            )


def _remove(numbers: tuple[int, ...]) -> None:
    gone: list[int] = []
    if written(lambda db: gone.extend(remove_events(db, numbers, READER)), PROBLEM):
        st.session_state[REMOVED] = tuple(gone)
        st.session_state.pop(ADDED, None)


def _put_back(numbers: tuple[int, ...]) -> None:
    if written(lambda db: put_back_events(db, numbers, READER), PROBLEM):
        st.session_state.pop(REMOVED, None)
