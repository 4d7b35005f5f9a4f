"""On what outlets contradict each other, told at the head of a meeting's page."""

from collections.abc import Sequence

import streamlit as st

from parley.queries.accounts import Field
from parley.queries.corrections import NAMES
from parley.store.corrections import Correction
from parley.ui.correct.said import value_said
from parley.ui.meeting.accounts import ANCHOR, Decided, is_disputed, versions
from parley.ui.plain import plain
from parley.ui.words import counted, listed


def show(fields: Sequence[Field], decided: Decided) -> None:
    """A line for each field on which outlets differ, and the way to their sentences; nothing where none does."""
    disputed = [field for field in fields if is_disputed(field)]
    if not disputed:
        return
    lines = [plain(line(field, decided.get(field.kind, ""))) for field in disputed]
    with st.container(key="disputed"):
        st.warning("  \n".join([*lines, f"[Who says what](#{ANCHOR})"]), icon=":material/call_split:")


def line(field: Field, decided: str) -> str:
    """ "Outlets differ on the date: 19 September 2023 (3 outlets), 22 September 2023 (Capital Post)." """
    name = field.name if field.kind == "person" else f"the {field.name.lower()}"
    told = [f"{said} ({_who(outlets)})" for said, outlets in versions(field)]
    outlets = {outlet for _, each in versions(field) for outlet in each}
    who = "Outlets differ" if len(outlets) > 1 else "Articles differ"
    return f"{who} on {name}: {', '.join(told)}." + (f" Decided: {decided}." if decided else "")


def _who(outlets: Sequence[str]) -> str:
    return listed(outlets) if len(outlets) == 1 else counted(len(outlets), "outlet")


def decided_of(history: Sequence[Correction]) -> dict[str, str]:
    """What a person decided on each field of a meeting and did not undo, in words."""
    standing = [one for one in history if one.part == "meeting" and one.field in NAMES and not one.undone_at]
    # The newest decision comes first.
    return {one.field: value_said(one.field, one.after) for one in reversed(standing) if one.field and one.after}
