"""Documents that wait: one row each, grouped by what it would become; the clear ones are added in one go."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from parley.queries import waiting
from parley.queries.waiting import Row
from parley.store import Connection, held
from parley.ui import paging
from parley.ui.access import ACTOR, may_correct
from parley.ui.check import order
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.inbox import progress, trying, unread
from parley.ui.inbox.intake import PROBLEM
from parley.ui.inbox.row import RETURNS, about, name_of, named
from parley.ui.links import article_link, check_link, meeting_link
from parley.ui.plain import plain
from parley.ui.words import counted
from parley.ui.writing import written

KEY, DONE = "waiting", "waiting.done"
NAMES = {
    **{"needs": "Needs you", "unreadable": "Unreadable", "new": "New meeting", "adds": "Adds to a known meeting"},
    **{"copy": "Copy", "none": "No meeting", "": "Being looked at"},
}
CLEAR_MEANS = (
    "Clear is a document that leaves nothing to decide. It is in a language that Parley reads, all its pages were "
    "read, and its date is a day of the calendar. If it reports a meeting, Parley is sure of it, its day and its "
    "sides are known, and its day agrees with what is known of that meeting. If it reports none, its own date is "
    "known. "
    "A copy is clear too: it is linked to the other text and counted once."
)


def show() -> None:
    """What waits, how to add it, and what was left out; nothing where nothing waits."""
    if DONE in st.session_state:
        st.toast(plain(st.session_state.pop(DONE)), icon=":material/done:")
    order.forget()
    counts, left = now(waiting.waiting_counts), now(waiting.how_many, "left")
    if counts:
        _waiting(counts)
    if left:
        _left_out(left)


def _waiting(counts: Mapping[str, int]) -> None:
    total, clear = sum(counts.values()), now(waiting.clear_ones)
    section(
        "waiting",
        f"{counted(total, 'document')} {'waits' if total == 1 else 'wait'}{' for you' if may_correct() else ''}",
    )
    added = "you add them" if may_correct() else "they are added"
    st.caption(f"They were read, and are in no number on any screen until {added}.")
    if clear and may_correct():
        _add_the_clear(clear)
    elif not clear and "" not in counts:
        st.caption("None of them is clear: each needs you, or could not be read.")
    kind = _kind(counts)
    after = paging.turned(KEY, kind) or (-1, 0)
    rows = now(waiting.waiting_rows, kind, after)
    _rows(rows)
    paging.buttons(KEY, kind, (rows[-1].place, rows[-1].id) if len(rows) == waiting.PAGE else None)


def _add_the_clear(clear: Sequence[int]) -> None:
    """The one click for all that leaves nothing to decide, and what it would do."""
    with st.container(horizontal=True, vertical_alignment="center", key="waiting-actions"):
        label = "Add the clear one" if len(clear) == 1 else f"Add the {len(clear):,} clear ones"
        st.button(label, type="primary", key="waiting.add", on_click=_add, args=(clear,), help=CLEAR_MEANS)
        trying.button(clear)
    trying.show(clear)


def _kind(counts: Mapping[str, int]) -> str:
    """Which kind to show; "" for all."""
    offered = [kind for kind in counts if kind]
    if len(offered) < 2:
        return ""
    chosen = st.pills(
        "Show",
        offered,
        format_func=lambda kind: f"{NAMES[kind]} {counts.get(kind, 0):,}",
        key="waiting.kind",
        label_visibility="collapsed",
    )
    return str(chosen) if chosen in offered else ""


def _rows(rows: Sequence[Row]) -> None:
    """The rows under the names of their kinds."""
    kind = None
    for row in rows:
        if row.kind != kind:
            kind = row.kind
            st.markdown(f"**{NAMES[kind]}**")
        _row(row)


def _row(row: Row) -> None:
    """One document: what it is and what it would add to the left, what can be done with it to the right."""
    with st.container(key=f"row-waits-{row.id}", horizontal=True, vertical_alignment="top", gap="small"):
        with st.container(width="stretch", gap="xxsmall"):
            st.markdown(f"{named(row)}  \n{about(row)}")
            if row.kind in ("adds", "copy", "needs"):
                _link(row)
            if row.kind == "unreadable":
                unread.show(row.receipt_id, row.reason)
        if row.kind not in ("unreadable", ""):
            check_link(row.id)
            if may_correct():
                st.button("Add", key=f"held.add.{row.id}", on_click=_add, args=((row.id,),))
        if row.kind and may_correct():
            st.button("Leave out", key=f"held.leave.{row.id}", type="tertiary", on_click=_leave, args=(row.id,))


def _link(row: Row) -> None:
    """The way to what it adds to, or to the text that it is a copy of."""
    if row.told.get("article_id"):
        article_link(row.told["article_id"], f"The text held: {row.told['beside']}")
    elif row.told.get("meeting_id"):
        meeting_link(row.told["meeting_id"], name_of(row.told["meeting"]))


def _left_out(left: int) -> None:
    """What was kept aside, with the way back."""
    back = now(waiting.how_many_return)
    more = f"; {back:,} would add to a meeting by now" if back else ""
    box = st.expander(f"Left out: {counted(left, 'document')}{more}", key="waiting.left", on_change="rerun")
    if not box.open:
        return
    with box:
        after = paging.turned("waiting.left", "") or (-1, 0)
        rows = now(lambda db: waiting.waiting_rows(db, after=after, state="left"))
        for row in rows:
            with st.container(horizontal=True, vertical_alignment="center", key=f"row-left-{row.id}"):
                with st.container(width="stretch", gap="xxsmall"):
                    returns = f"  \n{RETURNS}" if row.told.get("returns") else ""
                    st.markdown(f"{named(row)}  \n{about(row)}{returns}")
                    if returns:
                        _link(row)
                if may_correct():
                    st.button("Bring back", key=f"held.back.{row.id}", on_click=_bring_back, args=(row.id,))
        further = (rows[-1].place, rows[-1].id) if len(rows) == waiting.PAGE else None
        paging.buttons("waiting.left", "", further)


def _add(ids: Sequence[int]) -> None:
    _do(lambda db: held.ask_to_add(db, ids, ACTOR), "")
    st.session_state[progress.FILED] = True


def _leave(number: int) -> None:
    _do(lambda db: held.leave_out(db, [number], ACTOR), "Left out. It is kept below, and can be brought back.")


def _bring_back(number: int) -> None:
    _do(lambda db: held.bring_back(db, [number], ACTOR), "It waits again.")


def _do(change: Callable[[Connection], Any], said: str) -> None:
    """One short transaction; what stands against it is told on the page."""
    trying.forget()
    if written(change, PROBLEM) and said:
        st.session_state[DONE] = said
