"""What of the promises a reader looks at: the kind, whose they are, where they stand, and in which order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from parley.queries import commitments
from parley.queries.commitments import Board, Choice, narrowed, owner_of
from parley.queries.folding import Promise
from parley.queries.pledges import Family
from parley.queries.promise_states import STANDINGS as ALL_STANDINGS
from parley.queries.promise_states import Standing, standing
from parley.store.promises import set_our_side
from parley.ui.access import for_those_who_may
from parley.ui.data import ask
from parley.ui.follow import READER
from parley.ui.plain import plain
from parley.ui.promises.said import NOUNS, STANDINGS, TITLES, tab
from parley.ui.words import actor_name, counted, side_name
from parley.ui.writing import written

MOST_SIDES = 6
OURS = {"we": "We", "they": "They", "both": "We and they", "unsaid": "Not said whose"}
ORDERS = ("Newest first", "Nearest deadline first")
NO_DEADLINE = "9999"
PROPOSED = "proposed"
"""In the address: of which family only what is proposed as kept is listed."""


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen, and the promises that it leaves, in order."""

    listed: tuple[Promise, ...]
    choice: Choice
    order: str


def proposed(found: Board, today: date) -> View | None:
    """Where the address asks for a family's: those of which a later article may tell that they were kept."""
    asked = st.query_params.get(PROPOSED)
    family: Family | None = next((family for family in TITLES if family == asked), None)
    if family is None:
        return None
    st.markdown(f"Only {TITLES[family].lower()} of which a later article may tell that they were kept.")
    st.button("Show all", key="promises.all", icon=":material/list:", type="tertiary", on_click=_forget)
    return view_of(found, Choice(family, proposed=True), ORDERS[0], None, today)


def _forget() -> None:
    st.query_params.pop(PROPOSED, None)


def choose(found: Board, today: date) -> View:
    """The controls, each with the numbers that it would leave, and what they leave."""
    ours = ask(commitments.our_side)
    general = bool(st.session_state.get("promises.general"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        family = _family(found.found, general)
        _switch(found.found, family)
    choice = Choice(family, general)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        of_family = narrowed(found, choice, ours, today)
        choice = replace(choice, owner=_owner(Counter(owner_of(one, found, ours) for one in of_family), ours))
        of_owner = narrowed(found, choice, ours, today)
        choice = replace(choice, standing=_state(Counter(standing(one, today) for one in of_owner), family))
        order = _order(family)
    return view_of(found, choice, order, ours, today)


def view_of(found: Board, choice: Choice, order: str, ours: str | None, today: date) -> View:
    """What a choice leaves of a board, in order."""
    left = narrowed(found, choice, ours, today)
    listed = left if order == ORDERS[0] else tuple(sorted(left, key=lambda one: one.due_on or NO_DEADLINE))
    return View(listed, choice, order)


def _family(every: Sequence[Promise], general: bool) -> Family:
    counts = Counter(one.family for one in every if general or one.names)
    hidden = Counter(one.family for one in every if not (general or one.names))
    chosen: Family | None = st.segmented_control(
        "Kind",
        list(TITLES),
        default="promise",
        required=True,
        format_func=lambda family: tab(family, counts[family], hidden[family]),
        key="promises.family",
        label_visibility="collapsed",
        width="content",
    )
    return chosen or "promise"


def _switch(every: Sequence[Promise], family: Family) -> None:
    """Also what names nothing that one could look for; how many these are is always told."""
    rest = sum(one.family == family and not one.names for one in every)
    st.toggle(
        f"Also {counted(rest, f'general {NOUNS[family]}')}",
        key="promises.general",
        help="General ones name no thing (such as an agreement, an office or a fund), no amount, no date and no next "
        "step: nobody could tell later whether they were kept.",
    )


def _owner(counts: Counter[str], ours: str | None) -> str | None:
    """Whose promises: we, they or both where our side is set, else the sides with most."""
    offered = [key for key in OURS if counts[key]] if ours else [key for key, _ in counts.most_common(MOST_SIDES)]
    if len(offered) < 2:
        return None
    names = OURS if ours else {key: actor_name(key) for key in offered}
    chosen: str | None = st.pills(
        "Who",
        offered,
        format_func=lambda key: f"{plain(names[key])} {counts[key]:,}",
        key=f"promises.who.{ours}",
        help=("We and they: all sides promised it, and we sat at the table. " if ours else "")
        + "Click again to see all.",
    )
    return chosen if chosen in offered else None


def _state(counts: Counter[Standing | None], family: Family) -> Standing | None:
    if family == "signed":
        return None
    offered = [state for state in ALL_STANDINGS if counts[state]]
    if len(offered) < 2:
        return None
    chosen: Standing | None = st.pills(
        "Where it stands",
        offered,
        format_func=lambda state: f"{STANDINGS[state]} {counts[state]:,}",
        key="promises.state",
        help="Kept and lapsed are what people said, or a next round that took place. Due: the last day of the deadline "
        "is within 30 days. Without a deadline a promise is open, never overdue. Click again to see all.",
    )
    return chosen if chosen in offered else None


def _order(family: Family) -> str:
    if family == "signed":
        return ORDERS[0]
    return st.selectbox("Order", ORDERS, key="promises.order", width=220)


def our_side() -> None:
    """Whose desk this is: kept for everybody who uses it."""
    ours = ask(commitments.our_side)
    offered = [None, *dict.fromkeys([*([ours] if ours else []), *ask(commitments.sides_known)])]
    st.selectbox(
        "Our side",
        sorted(offered, key=lambda code: side_name(code) if code else ""),
        index=sorted(offered, key=lambda code: side_name(code) if code else "").index(ours),
        format_func=lambda code: side_name(code) if code else "Not set",
        key=f"our_side.{ours}",
        on_change=_set_our_side,
        args=(f"our_side.{ours}",),
        width=220,
        **for_those_who_may("Tells what we promised from what they promised, for everybody at this desk."),
    )


def _set_our_side(key: str) -> None:
    side = st.session_state[key]
    written(lambda db: set_our_side(db, side, READER))
