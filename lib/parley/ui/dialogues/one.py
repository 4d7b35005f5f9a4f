"""The page of one dialogue: its rounds, what changed from one to the next, open promises, and the round to come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries import dialogues
from parley.queries.agenda import of_dialogue
from parley.queries.dialogues import Dialogue
from parley.queries.rounds import Round
from parley.ui import attention, evidence, filters, follow
from parley.ui.data import ask, knowing
from parley.ui.dialogues import comparison, promises, rounds
from parley.ui.dialogues.said import basis, first_and_last, level_name, next_round, rhythm, rounds_behind
from parley.ui.evidence import Opened
from parley.ui.links import article_link
from parley.ui.plain import plain
from parley.ui.words import counted, listed, side_name

OPEN = "dialogue.open"


def leave() -> None:
    """Back to the list."""
    st.query_params.pop("series", None)


def show(series: str, chosen: Filters) -> None:
    """The dialogue with this id, or why there is none."""
    st.button("← All dialogues", on_click=leave, type="tertiary", key="leave")
    one = ask(knowing(dialogues.dialogue), series, chosen, follow.READER)
    if one is None:
        st.info("There is no such dialogue here, or its articles have been removed.", icon=":material/info:")
        return
    attention.look_at("page-head", series)
    _head(one)
    _expected(one)
    if one.rounds:
        level = _level(one)
        look = partial(_at, level, series, chosen)
        _numbers(one, look()[1], chosen)
        rounds.show(one.name, lambda: look()[1], of_dialogue(series, chosen), chosen)
        comparison.show(look, chosen)
    else:
        _no_rounds(one)
    promises.show(one)


def _at(level: Level | None, series: str, chosen: Filters) -> tuple[Dialogue | None, list[Round]]:
    """The dialogue with its rounds at a level, as they are to be seen now."""
    one = ask(knowing(dialogues.dialogue), series, chosen, follow.READER)
    return one, [held for held in one.rounds if held.level == level] if one else []


def _head(one: Dialogue) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(plain(one.name), anchor=False, width="content")
        follow.switch(one.series, is_followed=one.is_followed, place="page")
    sides = listed([side_name(side) for side in one.sides])
    st.markdown(plain(" · ".join(part for part in (sides, first_and_last(one.every)) if part)))


def _expected(one: Dialogue) -> None:
    """When the next round is expected, with what that rests on."""
    found = one.expected
    if found is None:
        st.markdown(":gray[Next round:] nothing here tells when it is due.")
        return
    st.markdown(f"**Next round:** {plain(next_round(found, date.today()))} :gray[· {plain(basis(found))}]")
    if found.sentence and found.article:
        with st.container(key="evidence-next", gap="xsmall"):
            st.markdown(f"> {plain(found.sentence)}")
            article_link(found.article, found.told_by)
    elif found.basis == "cadence":
        wanted = (one.series, "cadence")
        st.button("Which rounds", key="open-cadence", type="tertiary", on_click=_toggle, args=(wanted,))
        if st.session_state.get(OPEN) == wanted:
            evidence.panel("cadence", rounds_behind(found, "behind the cadence"))


def _level(one: Dialogue) -> Level | None:
    """Which level is compared: the one with the most rounds, unless the reader chooses another."""
    held = [found.level for found in one.cadences if any(r.level == found.level for r in one.rounds)]
    if len(held) < 2:
        return held[0] if held else None
    names = [level_name(level) for level in held]
    counts = {name: sum(r.level == level for r in one.rounds) for name, level in zip(names, held, strict=True)}
    chosen = st.segmented_control(
        "Level",
        names,
        default=names[0],
        format_func=lambda name: f"{name} {counts[name]}",
        required=True,
        key=f"level.{one.series}",
        help="Rounds are compared with rounds at the same level.",
    )
    return held[names.index(chosen)] if chosen in names else held[0]


def numbers(one: Dialogue, shown: Sequence[Round], chosen: Filters) -> dict[str, tuple[int, str, Opened]]:
    """The numbers of a dialogue: each with its words, and what it opens."""
    own = replace(chosen, dialogues=(one.series,), topics=())
    ids = tuple(held.id for held in shown)
    articles = tuple(dict.fromkeys(article for held in shown for article in held.articles))
    told = Opened("articles", of_dialogue(one.series, chosen), "on these rounds", articles)
    referred = Opened("referred", own, "recalled, announced or cancelled")
    return {
        "rounds": (len(ids), counted(len(ids), "round"), Opened("meetings", own, "rounds held", ids)),
        "articles": (len(articles), counted(len(articles), "article"), told),
        "referred": (one.referred, f"{one.referred:,} more referred to", referred),
    }


def _numbers(one: Dialogue, shown: Sequence[Round], chosen: Filters) -> None:
    """The rhythm, and the numbers; each opens what it counts."""
    counts = numbers(one, shown, chosen)
    found = next((cadence for cadence in one.cadences if cadence.level == shown[0].level), None)
    with st.container(horizontal=True, key="dialogue-numbers", vertical_alignment="center", gap="small"):
        for what, (count, words, _) in counts.items():
            if not count:
                continue
            st.button(
                words, key=f"open-{what}", on_click=_toggle, args=((one.series, what),), help="Click to read them."
            )
        if one.without_text:
            st.caption(f"+ {one.without_text:,} without text")
        if found:
            st.markdown(f":gray[How often:] {plain(rhythm(found, one.every))}", width="content")
    series, what = st.session_state.get(OPEN) or ("", "")
    if series == one.series and what in counts:
        evidence.panel("dialogue", counts[what][2])


def _toggle(wanted: tuple[str, str]) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == wanted else wanted


def _no_rounds(one: Dialogue) -> None:
    """Say why there is no round to show."""
    if one.every and filters.current() != Filters():
        st.info("No round of this dialogue under these filters.", icon=":material/info:")
        st.button("Reset filters", on_click=filters.reset, key="dialogue.reset")
    else:
        st.info(
            "No round of this dialogue is reported here: articles only recall or announce it.", icon=":material/info:"
        )
