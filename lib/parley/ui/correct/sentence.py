"""Under every source sentence: is what was found in it right? Decided sentence by sentence, kept in one go."""

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from parley.errors import ParleyError
from parley.model import STRENGTHS
from parley.queries import corrections, facets
from parley.queries.corrections import Finding, Held
from parley.sheets.dates import day_in
from parley.store.corrections import Anchor, Correction, Verdict
from parley.ui.access import may_correct
from parley.ui.correct import deciding, report, standing, typed
from parley.ui.correct.missed import PROMISE_KINDS
from parley.ui.correct.said import value_said
from parley.ui.data import ask
from parley.ui.links import meeting_link
from parley.ui.plain import plain
from parley.ui.words import ACTORS, actor_name, meeting_name, on_dates, promise_name

ANSWERS: dict[str, Verdict] = {"Right": "accepted", "Not right": "rejected", "Not sure": "unsure"}
FIELDS = {"topic": ("strength",), "promise": ("kind", "actor", "due"), "person": ("office",)}
LONGEST = 300


def button(article: int, starts: Sequence[int], place: str) -> None:
    """ "Correct" for these sentences of an article; "Report a mistake" for readers who may not correct."""
    if not may_correct():
        report.button(f"{article}.{place}", article=article)
    elif st.button(
        "Correct", key=f"correct.open.{place}.{article}.{starts[0]}", type="tertiary", icon=":material/edit:"
    ):
        _dialog(article, tuple(dict.fromkeys(int(start) for start in starts)))


@st.dialog("Correct", width="large")
def _dialog(article: int, starts: tuple[int, ...]) -> None:
    held = ask(corrections.held_in, article, starts)
    with st.form(f"correct.sentences.{article}", border=False):
        for one in held:
            _sentence(article, one)
        st.text_input("Why", key=f"correct.why.{article}", max_chars=LONGEST)
        saved = st.form_submit_button("Save", type="primary", on_click=_save, args=(article, held))
    if saved and not deciding.problem():
        st.rerun()
    told = ask(corrections.decided_in, held[0].article_key) if held else ()
    if told:
        with st.expander("Decided in this article so far", key=f"correct.decided.{article}"):
            standing.lines(told, _labels(), f"article.{article}")


def _labels() -> dict[str, str]:
    return {choice.value: choice.label for choice in (*ask(facets.topics_known), *ask(facets.facets).people)}


def _sentence(article: int, one: Held) -> None:
    with st.container(border=True, key=f"correct-{article}-{one.start}", gap="small"):
        st.markdown(f"> {plain(one.text)}")
        for finding in one.findings:
            _finding(_key(article, one, finding), finding)
        offered = {choice.value: choice.label for choice in ask(facets.topics_known)}
        missing = [topic for topic in offered if topic not in {finding.which for finding in one.findings}]
        st.selectbox(
            "A topic that is missing here",
            missing,
            index=None,
            format_func=offered.__getitem__,
            key=f"{_key(article, one)}.added",
            placeholder="None",
        )


def _key(article: int, one: Held, finding: Finding | None = None) -> str:
    which = f".{finding.part}.{finding.which}{finding.n or ''}" if finding else ""
    return f"correct.{article}.{one.start}{which}"


def _finding(key: str, finding: Finding) -> None:
    """One finding: is it right, and what it is where it is not quite."""
    checked = " (checked)" if finding.is_checked else ""
    answer, firmness = st.columns([3, 2]) if finding.part == "topic" else (st.container(), st.container())
    label = plain(f"{name(finding)}{checked}")
    answer.radio(label, list(ANSWERS), index=None, horizontal=True, key=f"{key}.answer")
    if finding.part == "topic":
        firmness.selectbox(
            "How firmly",
            STRENGTHS,
            index=None,
            format_func=lambda strength: value_said("strength", {"strength": strength}),
            key=f"{key}.strength",
            placeholder=f"As found: {value_said('strength', finding.said)}",
        )
    elif finding.part == "promise":
        kind, actor, due = st.columns(3)
        kind.selectbox(
            "Kind", list(PROMISE_KINDS), None, PROMISE_KINDS.__getitem__, f"{key}.kind", placeholder="As found"
        )
        actor.selectbox("Who", [*ACTORS, *typed.parties()], None, actor_name, f"{key}.actor", placeholder="As found")
        due.text_input("By when", key=f"{key}.due", placeholder="June 2024")
    elif finding.part == "meeting":
        meeting_link(finding.said["meeting"], "Correct its date, place, round or sides")
    else:
        st.text_input("Office", key=f"{key}.office", placeholder=finding.said["office"] or "", max_chars=200)


def name(finding: Finding) -> str:
    """ "Topic: Trade", "Promise: Kazakhstan: pledges, by June 2024", "Person: Dana Example, Assistant Secretary"."""
    if finding.part == "meeting":
        when = on_dates(finding.said["start"], finding.said["end"])
        return f"Meeting: {meeting_name(finding.said, tuple(finding.said['parties']))}, {when}"
    if finding.part == "promise":
        return f"Promise: {promise_name({**finding.said, 'due_on': finding.said['due']})}"
    office = finding.said.get("office")
    return f"{finding.part.capitalize()}: {finding.label}" + (f", {office}" if office else "")


def _save(article: int, held: Sequence[Held]) -> None:
    try:
        decisions = [decision for one in held for decision in _decisions(article, one)]
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    deciding.correct(decisions, st.session_state[f"correct.why.{article}"])


def _decisions(article: int, one: Held) -> Iterator[Correction]:
    """What the reader said of one sentence."""
    state = st.session_state
    for finding in one.findings:
        key = _key(article, one, finding)
        anchor = Anchor(finding.which, one.start, one.end, one.text, finding.n)
        if finding.part == "person":  # named once in an article, whatever the sentence
            anchor = Anchor(finding.which, quote=finding.label)
        answer = state.get(f"{key}.answer")
        if answer:
            yield Correction(finding.part, ANSWERS[answer], one.article_key, anchor=anchor, before=finding.said)
        if answer != "Not right":
            yield from _put_right(key, finding, one.article_key, anchor)
    added = state.get(f"{_key(article, one)}.added")
    if added:
        yield Correction("topic", "added", one.article_key, anchor=Anchor(added, one.start, one.end, one.text))


def _put_right(key: str, finding: Finding, article_key: str, anchor: Anchor) -> Iterator[Correction]:
    """The fields of a finding that the reader gave; how firmly a topic is spoken of belongs to its article."""
    for field in FIELDS.get(finding.part, ()):
        given: Any = str(st.session_state.get(f"{key}.{field}") or "").strip()
        if given:
            value = {field: day_in(given) if field == "due" else given}
            part = "reading" if finding.part == "topic" else finding.part
            where = Anchor(finding.which) if finding.part == "topic" else anchor
            before = {field: finding.said[field]}
            yield Correction(part, "corrected", article_key, anchor=where, field=field, before=before, after=value)
