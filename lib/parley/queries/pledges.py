"""Promises made at the rounds of dialogues, and those among them that a later round has kept by taking place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.codebook.next_round import speaks_of_next_round
from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame, records
from parley.queries.rounds import Round
from parley.store.days import gap, interval

PROMISES = """SELECT c.id AS id, s.series AS series, c.kind AS kind, c.actor AS actor, c.due_on AS due_on,
    c.meeting_id AS meeting, SUBSTR(a.text, c.start_at + 1, c.end_at - c.start_at) AS sentence, a.id AS article,
    a.title AS title, a.published_on AS published_on, o.name AS source
    FROM commitments c JOIN articles a ON a.id = c.article_id LEFT JOIN sources o ON o.id = a.source_id
    JOIN meetings m ON m.id = c.meeting_id JOIN series s ON s.id = m.series_id
    WHERE {} ORDER BY m.day DESC, m.id, a.day, c.start_at"""

SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Pledge:
    """A sentence in which a side undertakes something at a round; `kept` is the round that kept it, where one did."""

    id: int
    series: str
    kind: str
    actor: str
    due_on: str | None
    meeting: int
    sentence: str
    article: int
    title: str
    published_on: str | None
    source: str | None
    is_of_next_round: bool
    kept: Round | None = None


def pledges(db: Connection, filters: Filters, held: Mapping[str, Sequence[Round]]) -> dict[str, tuple[Pledge, ...]]:
    """The promises of each dialogue under the filters, newest round first; `held` are all rounds, under no filter."""
    condition = where.promises(filters)
    found: dict[str, list[Pledge]] = defaultdict(list)
    for row in records(frame(db, PROMISES.format(condition.sql), condition.values)):
        found[row["series"]].append(_pledge(row, held.get(row["series"], ())))
    return {series: tuple(made) for series, made in found.items()}


def _pledge(row: dict[str, Any], held: Sequence[Round]) -> Pledge:
    whole = {name: int(row[name]) for name in ("id", "meeting", "article")}
    pledge = Pledge(**row | whole, is_of_next_round=speaks_of_next_round(row["sentence"]))
    return replace(pledge, kept=kept_by(pledge, held)) if pledge.is_of_next_round else pledge


def kept_by(pledge: Pledge, held: Sequence[Round]) -> Round | None:
    """The round that kept a promise of a next round: the one after it at its level, within the time that it gives."""
    made = next((one for one in held if one.id == pledge.meeting), None)
    if made is None or not made.day:
        return None
    later = [one for one in held if one.level == made.level and one.day > made.day]
    due = interval(pledge.due_on)
    if due is None:
        return later[0] if later else None
    within = (one for one in later if (days := interval(one.start_on, one.end_on)) and gap(days, due) == 0)
    return next(within, None)


def open_ones(made: Sequence[Pledge]) -> tuple[Pledge, ...]:
    """The promises of which nothing here tells that they were kept; a signed document is no promise."""
    return tuple(pledge for pledge in made if pledge.kept is None and pledge.kind != SIGNED)


def signed(made: Sequence[Pledge]) -> tuple[Pledge, ...]:
    """The documents that were signed."""
    return tuple(pledge for pledge in made if pledge.kind == SIGNED)
