"""What changed from one round to another: topics, who came, who followed whom."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.model import Filters
from parley.queries import agenda, delegations
from parley.queries.agenda import Topic
from parley.queries.delegations import Delegations, Seat, Succession
from parley.queries.dialogues import Dialogue
from parley.queries.rounds import Head, Round
from parley.ui.data import ask
from parley.ui.dialogues.said import level_name, when_and_where
from parley.ui.dialogues.states import basis_of_comparison, summary, what_is_held
from parley.ui.plain import plain
from parley.ui.words import counted, listed, side_name

GENERIC = "dialogue-generic"
MOST_NAMED = 8


def show(one: Dialogue, shown: Sequence[Round], filters: Filters) -> None:
    """What changed at a round that the reader may choose, the newest dated one at first; `shown` are of one level."""
    found = ask(agenda.raised_at, agenda.of_dialogue(one.series, filters))
    told = {meeting for meeting, _ in found}
    offered = sorted((held for held in reversed(shown) if held.id in told), key=lambda held: -held.day)
    if not offered:
        return
    st.subheader("What changed", anchor=False)
    with _side_by_side():
        chosen = st.selectbox(
            "Round",
            range(len(offered)),
            format_func=lambda n: when_and_where(offered[n]),
            key=f"changes.{hash(tuple(held.id for held in offered))}",
            width=320,
        )
        held = offered[chosen or 0]
        other = _chosen(held, one.every)
    _tell(one, held, other, filters)


def of_round(one: Dialogue, held: Round, filters: Filters) -> None:
    """How a round stands to the one before at its level, or to any other earlier one that the reader chooses."""
    with _side_by_side():
        other = _chosen(held, one.every)
    _tell(one, held, other, filters)


def _side_by_side() -> DeltaGenerator:
    return st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="changes-choice")


def _tell(one: Dialogue, held: Round, other: Round | None, filters: Filters) -> None:
    """The changes in topics and people, and how much is held of both rounds."""
    found = ask(agenda.raised_at, agenda.of_dialogue(one.series, filters))
    cells = agenda.between(held, other, one.every, found) if other else agenda.cells([held], found)
    generic = generic_too()
    cells = tuple(cell for cell in cells if is_asked_for(cell.topic, filters, generic=generic))
    lines = summary(cells)
    if other:
        seated = ask(delegations.seats_at, one.series)
        people = delegations.compared(held, other, agenda.earlier(held, one.every), seated)
        lines += people_lines(people) if people else []
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    st.caption(plain(f"{basis_of_comparison(cells, held)} Of this round: {what_is_held(held)}."))


def compared_with(held: Round, every: Sequence[Round]) -> list[Round]:
    """The rounds with which one can be compared: those before it, of its own level first, the latest first."""
    own = agenda.earlier(held, every)
    before = sorted((one for one in every if 0 < one.day < held.day and one not in own), key=lambda one: -one.day)
    return [*own, *before]


def _chosen(held: Round, every: Sequence[Round]) -> Round | None:
    """The round to compare with, the one before at the same level at first."""
    others = compared_with(held, every)
    if not others:
        return None
    if len(others) == 1:
        return others[0] if others[0].level == held.level else None
    levels = {one.level for one in others} | {held.level}
    chosen = st.selectbox(
        "Compared with",
        range(len(others)),
        format_func=lambda n: _named(others[n], with_level=len(levels) > 1),
        key=f"changes.with.{held.id}",
        width=320,
    )
    return others[chosen or 0]


def _named(one: Round, *, with_level: bool) -> str:
    return f"{when_and_where(one)} ({level_name(one.level).lower()})" if with_level else when_and_where(one)


def generic_too() -> bool:
    """Whether the reader asks for generic topics on this page."""
    return bool(st.session_state.get(GENERIC))


def is_asked_for(topic: Topic, filters: Filters, *, generic: bool) -> bool:
    """Whether a topic is in view: those filtered; else all, the generic ones where they are asked for."""
    if filters.topics:
        return topic.id in filters.topics
    return generic or not topic.is_generic


def people_lines(found: Delegations) -> list[str]:
    """What the articles tell of who came, a line a kind of change; nothing of what stayed as it was but the heads."""
    kinds = (
        (found.new, "Named for the first time"),
        (found.back, "Back"),
        (found.unnamed, "Named then, not now"),
    )
    heads = [_heads(then, now) for then, now in found.heads]
    people = [f"{words}: {_people(seats)}." for seats, words in kinds if seats]
    return [*(f"{line}." for line in heads), *(f"{_succession(one)}." for one in found.successions), *people]


def _heads(then: Head, now: Head) -> str:
    """ "Kazakhstan led by Kairat Umarov (minister); at the earlier round by Akan Rakhmetullin (deputy minister)"."""
    led = f"{side_name(now.side)} led by {_head(now)}"
    if then.name != now.name:
        return f"{led}; at the earlier round by {_head(then)}"
    if not (then.rank and now.rank) or then.rank.name == now.rank.name:
        return f"{led}, as before"
    return f"{led}; at the earlier round as {then.rank.name.lower()}"


def _head(head: Head) -> str:
    return f"{head.name} ({head.rank.name.lower()})" if head.rank else head.name


def _succession(one: Succession) -> str:
    side = f"{side_name(one.side)}, " if one.side else ""
    return f"{side}{one.post}: {one.after.name} after {one.before.name}"


def _people(seats: Sequence[Seat]) -> str:
    named = [f"{seat.name} ({side_name(seat.side)})" if seat.side else seat.name for seat in seats[:MOST_NAMED]]
    rest = len(seats) - MOST_NAMED
    return listed([*named, counted(rest, "other")] if rest > 0 else named)
