"""The promises in view, ten at a time, each with its sentences, its wording at each round, and what became of it."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from parley.briefs.ics import Event
from parley.model import Filters
from parley.queries import commitments
from parley.queries.commitments import Board, at_table
from parley.queries.folding import TOGETHER, Promise
from parley.ui import export, internal, paging, tables
from parley.ui.data import ask, knowing, look_up
from parley.ui.heading import section
from parley.ui.links import meeting_link
from parley.ui.plain import plain
from parley.ui.promises import by_dialogue, card, decide
from parley.ui.promises.calendar import deadlines
from parley.ui.promises.said import KINDS, NOUNS, STANDINGS, between, headline, stands_as
from parley.ui.promises.view import View, view_of
from parley.ui.words import actor_name, counted, on_date

A_PAGE = 10
MOST_BESIDE = 3
MOST_SENTENCES = 5
CALENDAR = "Open promises with a deadline: of a month or a year, on its last day."


def show(found: Board, view: View, filters: Filters, today: date) -> None:
    """The headline, the list, and the same as a table, a file and a calendar."""
    section("promises", headline(view.listed, today, view.choice.family))
    if not view.listed:
        st.info("None of this kind here. Choose another kind, or show the general ones too.", icon=":material/info:")
        return
    about = (filters, view.choice, view.order)
    first = int(paging.turned("promises", about) or 0)
    shown = view.listed[first : first + A_PAGE]
    for promise in shown:
        with st.container(border=True, key=f"promise-row-{promise.id}", gap="small"):
            _one(promise, found)
    below = first + A_PAGE
    paging.buttons("promises", about, below if below < len(view.listed) else None)
    st.caption(f"{first + 1}–{first + len(shown)} of {counted(len(view.listed), NOUNS[view.choice.family])}")
    _as_table(found, view, shown, filters, today)
    if view.choice.family == "promise":
        by_dialogue.show(lambda: again(view, filters, today), filters)


def _one(promise: Promise, found: Board) -> None:
    chain, perhaps = found.again.get(promise.id, ()), found.perhaps.get(promise.id, ())
    left, right = st.columns([7, 3], gap="medium")
    with left:
        card.show(promise, "list", with_meeting=False)
    with right, st.container(gap="xsmall"):
        if promise.first.meeting:
            dialogue = found.dialogues.get(promise.first.series or "", "")
            meeting_link(promise.first.meeting, card.made_at(promise, dialogue))
        if promise.actor in TOGETHER and (sides := between(at_table(promise, found), ask(commitments.our_side))):
            st.caption(plain(sides))
        if promise.family != "signed":
            decide.button(promise)
    if chain:
        with st.expander(plain(_raised(promise, chain)), key=f"chain.{promise.id}"):
            _beside_each_other(chain, f"of.{promise.id}")
    decide.proposed(promise, perhaps)
    if promise.family != "signed":
        decide.history(promise)
        decide.form(promise)


def _raised(promise: Promise, chain: Sequence[Promise]) -> str:
    """ "Raised again on 6 November 2023", "Raised before, on 5 December 2022"; the wordings are inside."""
    later = [one for one in chain if one.first.met > promise.first.met]
    earlier = [one for one in chain if one.first.met < promise.first.met]
    parts = [f"raised again on {on_date(later[-1].first.met_on)}"] if later else []
    parts += [f"raised before, on {on_date(earlier[-1].first.met_on)}"] if earlier else []
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}: the wording at {counted(len(chain), 'round')}"


def _beside_each_other(chain: Sequence[Promise], place: str) -> None:
    """The wording at each round, the newest three side by side, older ones below; `place` is its own on the page."""
    newest = chain[-MOST_BESIDE:]
    for column, one in zip(st.columns(len(newest)), newest, strict=True):
        with column:
            _wording(one, place)
    for one in reversed(chain[:-MOST_BESIDE]):
        _wording(one, place)


def _wording(promise: Promise, place: str) -> None:
    stands = stands_as(promise, date.today())
    st.markdown(f"**{plain(' · '.join(part for part in (on_date(promise.first.met_on), stands) if part))}**")
    card.sentence((promise.first,), f"listed.{place}")


def _as_table(found: Board, view: View, shown: Sequence[Promise], filters: Filters, today: date) -> None:
    """The page in view as a table, and all that is listed as a file; and the deadlines for a calendar."""

    def listed() -> export.Listed:
        board, every = again(view, filters, today)
        return export.Listed(headline(every, today, view.choice.family), _table(every, board, today))

    def events() -> Sequence[Event]:
        board, every = again(view, filters, today)
        return deadlines(every, board.dialogues)

    with st.expander("As a table", type="compact"):
        tables.table(_table(shown, found, today), "table.promises")
        if len(shown) < len(view.listed):
            st.caption(f"The files hold all {len(view.listed):,}.")
        door = internal.door("promises")
        export.buttons("promises", "Promises", filters, listed, door)
    if view.choice.family != "signed" and deadlines(view.listed, found.dialogues):
        export.calendar("promises", _deadlines, "Promises", door, events, CALENDAR)


def again(view: View, filters: Filters, today: date) -> tuple[Board, tuple[Promise, ...]]:
    """The board and what is listed of it, asked for anew: as it is to be seen now."""
    found = look_up(knowing(commitments.board), filters)
    return found, view_of(found, view.choice, view.order, ask(commitments.our_side), today).listed


def _deadlines(number: int) -> str:
    return f"{counted(number, 'deadline')} for your calendar"


def _table(listed: Sequence[Promise], found: Board, today: date) -> pd.DataFrame:
    return pd.DataFrame([_cells(one, found, today) for one in listed])


def _cells(promise: Promise, found: Board, today: date) -> dict[str, object]:
    first = promise.first
    return {
        "Who": actor_name(promise.actor),
        "How": KINDS[first.kind],
        "Sentence": first.sentence,
        "Deadline": promise.due_on or ("" if promise.family == "signed" else "no deadline"),
        "Stands": stands_as(promise, today) or ("" if promise.family == "signed" else STANDINGS["open"].lower()),
        "Made on": first.met_on or "",
        "Place": first.place or "",
        "Dialogue": found.dialogues.get(first.series or "", ""),
        "Sentences": len(promise.said),
        "Outlets": ", ".join(dict.fromkeys(one.source or one.title for one in promise.said)),
        "Rounds": len(found.again.get(promise.id, (promise,))),
    }
