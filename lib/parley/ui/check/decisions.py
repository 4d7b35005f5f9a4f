"""What a person decides while checking: written at once, so that nothing is lost when the window closes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from parley.errors import ParleyError
from parley.sheets.dates import day_in
from parley.store import Connection, held
from parley.store.corrections import Correction, Part, Verdict
from parley.ui.access import ACTOR
from parley.ui.check.items import Item
from parley.ui.check.subject import Subject
from parley.ui.correct import deciding, typed
from parley.ui.inbox.intake import PROBLEM
from parley.ui.writing import written

AT = "check.at"
"""In the session's state: of which text which finding is in view."""


def at(subject: Subject, items: Sequence[Item]) -> int:
    """The place of the finding in view: the first until the reader moves on."""
    key, place = st.session_state.get(AT, ("", 0))
    return min(int(place), max(0, len(items) - 1)) if key == subject.key else 0


def go(subject: Subject, place: int) -> None:
    """Bring a finding into view."""
    st.session_state[AT] = (subject.key, max(0, place))


def judge(subject: Subject, item: Item, verdict: Verdict, place: int) -> None:
    """Say of a finding that it is right, not right, or not sure, and go on to the next."""
    if _keep(subject, _judged(subject, item, verdict)):
        # One that is taken away leaves its place to the one after it.
        go(subject, place if verdict == "rejected" else place + 1)


def all_right(subject: Subject, items: Sequence[Item]) -> None:
    """Say of every finding that it is right, and of the text as a whole."""
    open_ones = [one for item in items if not item.checked for one in _judged(subject, item, "accepted")]
    _keep(subject, [*open_ones, Correction("article", "accepted", subject.key)])


def add(subject: Subject) -> None:
    """Have a waiting document added."""
    if subject.held is not None:
        _store(lambda db: held.ask_to_add(db, [subject.held or 0], ACTOR))


def leave_out(subject: Subject) -> None:
    """Keep a waiting document aside."""
    if subject.held is not None:
        _store(lambda db: held.leave_out(db, [subject.held or 0], ACTOR))


def put_right(subject: Subject, item: Item, field: str, key: str) -> None:
    """Give one field of a finding another value, as typed."""
    try:
        value = read(field, key)
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    part: Part = "reading" if item.part == "topic" else item.part
    one = Correction(part, "corrected", subject.key, anchor=item.anchor, field=field)
    _keep(subject, [replace(one, before=item.said[field], after=value)])


def date(subject: Subject, key: str) -> None:
    """Give the text another date of publication."""
    try:
        day = day_in(str(st.session_state.get(key) or ""))
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    one = Correction("article", "corrected", subject.key, field="published_on", after={"published_on": day})
    _keep(subject, [replace(one, before={"published_on": subject.article.published_on})])


def undo(subject: Subject, number: int) -> None:
    """Take a decision back, with those made in one go with it."""
    deciding.undo(number)
    look_again(subject)


def read(field: str, key: str) -> dict[str, Any]:
    """What was typed for a field, in the form of a correction; raises ParleyError where it is no such value."""
    given = st.session_state.get(f"{key}.{field}")
    if field == "dialogue":
        value = typed.read(field, key)
        return {"series_id": value["series"], "series": value["series_name"]}
    if field == "present" and given is not None:
        return {"present": given == "present"}
    if field == "due":
        return {"due": day_in(str(given)) if given else None}
    if field == "by" and given is not None:
        return {"by": given or None}
    if field in ("strength", "actor") and given:
        return {field: given}
    return typed.read(field, key)


def _judged(subject: Subject, item: Item, verdict: Verdict) -> list[Correction]:
    """A topic is judged with how it was dealt with; what it says of itself now is kept as `before`."""
    before = {name: value for said in item.said.values() for name, value in said.items()}
    parts: tuple[Part, ...] = ("topic", "reading") if item.part == "topic" and verdict == "accepted" else (item.part,)
    return [Correction(part, verdict, subject.key, anchor=item.anchor, before=before) for part in parts]


def _keep(subject: Subject, decisions: Sequence[Correction]) -> bool:
    kept = deciding.decide(decisions)
    if kept:
        look_again(subject)
    return kept


def look_again(subject: Subject) -> None:
    """What a waiting document would become may have changed with a decision."""
    if subject.held is not None:
        _store(lambda db: held.look_again(db, subject.key))


def _store(change: Callable[[Connection], Any]) -> None:
    """One short transaction; what stands against it is told on the page."""
    written(change, PROBLEM)
