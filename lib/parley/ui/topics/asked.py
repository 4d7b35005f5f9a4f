"""What an answer sheet is asked: topic, dialogue, how many rounds, at which level; from the address, else sensible."""

from dataclasses import dataclass
from typing import get_args

import streamlit as st

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries import facets, topics
from parley.queries.rounds import Round, rounds
from parley.queries.where import ONE_OFF
from parley.ui.data import ask
from parley.ui.dialogues.said import level_name
from parley.ui.topics import address

LASTS = (1, 2, 3, 5, 10)
USUAL = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; `topics` and `dialogues` are what it may be changed to, by id and name; `levels` likewise.

    `unknown` tells what the address asks for in vain: another question is then offered, and none answered.
    """

    topic: str
    series: str
    last: int | None
    level: Level | None
    topics: dict[str, str]
    dialogues: dict[str, str]
    levels: tuple[Level, ...]
    unknown: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """ "Sanctions and export controls · C5+1, last 3 rounds"."""
        at = f", {level_name(self.level).lower()}" if self.level else ""
        of = "all rounds" if self.last is None else "last round" if self.last == 1 else f"last {self.last} rounds"
        return f"{self.topics[self.topic]} · {self.dialogues[self.series]}, {of}{at}"

    @property
    def query(self) -> dict[str, str]:
        """The parameters by which the address holds this question."""
        return address.sheet_query(self.topic, self.series, self.last, self.level)


def asked(filters: Filters) -> Asked | None:
    """The question of the address, completed from the filters and from what is held; None where no round is."""
    offered = ask(facets.facets)
    held = ask(rounds, Filters())
    dialogues = {choice.value: choice.label for choice in offered.dialogues if choice.value in held}
    labels = {choice.value: choice.label for choice in offered.topics}
    if not dialogues or not labels:
        return None
    series = _one_of(dialogues, st.query_params.get(address.SERIES), *filters.dialogues) or _latest(held, dialogues)
    topic = _one_of(labels, st.query_params.get(address.SHEET), *filters.topics) or _leading(series, labels)
    levels = tuple(level for level in get_args(Level) if any(one.level == level for one in held[series]))
    wanted = st.query_params.get(address.LEVEL)
    level = next((one for one in levels if one == wanted), None)
    others = levels if len(levels) > 1 else ()
    return Asked(topic, series, _last(filters), level, labels, dialogues, others, _unknown(labels, dialogues))


def _unknown(labels: dict[str, str], dialogues: dict[str, str]) -> tuple[str, ...]:
    """What the address asks for and nobody here knows, in sentences."""
    told = st.query_params.get(address.LAST, "")
    wanted = (
        (st.query_params.get(address.SHEET, ""), labels, "There is no such topic here"),
        (st.query_params.get(address.SERIES, ""), dialogues, "There is no such dialogue here"),
        ("" if _is_number_of_rounds(told) else told, {address.ALL_ROUNDS: ""}, "That is no number of rounds"),
    )
    return tuple(f"{sentence}: {value}." for value, known, sentence in wanted if value and value not in known)


def _is_number_of_rounds(told: str) -> bool:
    return told.isdecimal() and 0 < int(told[:4]) <= 999


def _one_of(known: dict[str, str], *wanted: str | None) -> str | None:
    return next((one for one in wanted if one in known and one != ONE_OFF), None)


def _latest(held: dict[str, tuple[Round, ...]], dialogues: dict[str, str]) -> str:
    """The dialogue that met last."""
    return max(dialogues, key=lambda series: max(one.day for one in held[series]))


def _leading(series: str, labels: dict[str, str]) -> str:
    """The topic most often discussed in the dialogue, no generic one where there is another."""
    counts = ask(topics.topic_counts, "meetings", Filters(dialogues=(series,)))
    counts = counts.sort_values("generic", kind="stable")
    return str(counts["topic"].iloc[0]) if len(counts) else next(iter(labels))


def _last(filters: Filters) -> int | None:
    told = st.query_params.get(address.LAST, "")
    if told == address.ALL_ROUNDS:
        return None
    return int(told) if _is_number_of_rounds(told) else filters.last_rounds or USUAL


def choices(question: Asked) -> None:
    """The fields; a change goes into the address, from which the sheet is drawn."""
    query = question.query
    first, second, third, fourth = st.columns([4, 4, 2, 2])
    with first:
        address.field("Topic", question.topics, question.topic, address.SHEET, query)
    with second:
        address.field("Dialogue", question.dialogues, question.series, address.SERIES, query, address.LEVEL)
    numbers = sorted({*LASTS, *([question.last] if question.last else [])})
    lasts = {str(n): "Last round" if n == 1 else f"Last {n} rounds" for n in numbers} | {
        address.ALL_ROUNDS: "All rounds"
    }
    with third:
        last = str(question.last) if question.last else address.ALL_ROUNDS
        address.field("Rounds", lasts, last, address.LAST, query)
    if question.levels:
        levels = {"": "Any"} | {level: level_name(level) for level in question.levels}
        with fourth:
            address.field("Level", levels, question.level or "", address.LEVEL, query)
