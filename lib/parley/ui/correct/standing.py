"""What people decided on a meeting and its articles: before and after, by whom and why, with Undo."""

from collections.abc import Sequence

import streamlit as st

from parley.queries import corrections
from parley.store.corrections import Correction, Verdict
from parley.ui.access import may_correct
from parley.ui.correct import deciding
from parley.ui.correct.said import decided, target
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import counted

FOLDED = 4
SIGNS: dict[Verdict, str] = {
    "accepted": "task_alt",
    "corrected": "edit",
    "rejected": "cancel",
    "unsure": "help",
    "added": "add_circle",
}


def show(meeting: int, labels: dict[str, str]) -> None:
    """What stands, each with Undo, folded where it is much; below, what was undone."""
    deciding.problem()
    told = said_once(ask(corrections.history, meeting))
    stand = [one for one in told if not one.undone_at]
    if not told:
        return
    with st.container(key="corrected", gap="xsmall"):
        if len(stand) <= FOLDED:
            lines(stand, labels, "now")
        else:
            with st.expander(f"{counted(len(stand), 'decision')} by people", key="corrections-standing"):
                lines(stand, labels, "now")
        undone = [one for one in told if one.undone_at]
        if undone:
            with st.expander(f"{counted(len(undone), 'decision')} undone", key="corrections-undone", type="compact"):
                for one in undone:
                    st.markdown(f":small[{line(one, labels)}]")


def of_field(meeting: int, field: str) -> None:
    """What a person decided on one field of a meeting, in words; nothing where nobody did."""
    told = ask(corrections.history, meeting)
    one = next((one for one in told if one.field == field and one.part == "meeting" and not one.undone_at), None)
    if one is not None:
        st.markdown(f":small[{plain(decided(one))}]", width="content")


def lines(told: Sequence[Correction], labels: dict[str, str], place: str) -> None:
    """Each decision on a line of its own with Undo; `place` is its own on the page."""
    for one in told:
        with st.container(horizontal=True, gap="small", key=f"decided-{place}-{one.id}", vertical_alignment="center"):
            st.markdown(signed(one, labels), width="content")
            if may_correct():
                st.button("Undo", key=f"undo.{place}.{one.id}", type="tertiary", on_click=deciding.undo, args=(one.id,))


def said_once(told: Sequence[Correction]) -> list[Correction]:
    """Without the wording that was found right in one go with its topic: a reader said so of both with one answer."""
    topics = {(one.together, one.anchor.which, one.verdict) for one in told if one.part == "topic"}
    return [
        one
        for one in told
        if one.part != "reading" or one.field or (one.together, one.anchor.which, one.verdict) not in topics
    ]


def signed(one: Correction, labels: dict[str, str]) -> str:
    """`line` with a sign of what was answered."""
    return f":material/{SIGNS[one.verdict]}: {line(one, labels)}"


def line(one: Correction, labels: dict[str, str]) -> str:
    """ "**Date** corrected: 19 September 2023 (was 22 September 2023), by you: the host says so"."""
    return f"**{plain(target(one, labels))}** {plain(decided(one))}"
