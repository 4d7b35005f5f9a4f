"""When the next round of a dialogue is expected, and on what that rests: an announcement, a promise or the cadence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from parley.queries.cadence import cadences
from parley.queries.folding import Promise
from parley.queries.read import Connection, rows_of
from parley.queries.rounds import Round
from parley.store.days import day_of, gap, interval

# What was held that day in that place under another name is not still to come.
PLANNED = """SELECT m.id AS id, s.series AS series, m.start_on AS start_on, m.place AS place,
    SUBSTR(a.text, r.start_at + 1, r.end_at - r.start_at) AS sentence, a.id AS article, a.title AS title,
    a.published_on AS published_on, o.name AS source
    FROM meetings m JOIN series s ON s.id = m.series_id JOIN reports r ON r.meeting_id = m.id
    JOIN articles a ON a.id = r.article_id LEFT JOIN sources o ON o.id = a.source_id
    WHERE m.status = 'planned' AND m.has_text = 1 AND NOT EXISTS (
        SELECT 1 FROM meetings h WHERE h.status = 'held' AND h.day = m.day AND h.day % 100 > 0 AND h.place = m.place)
    ORDER BY CASE WHEN m.day = 0 THEN 1 ELSE 0 END, m.day, a.day DESC"""


@dataclass(frozen=True, slots=True)
class Expected:
    """A round to come: when (None: no date told) and where, as `basis` has it.

    `units` are what it rests on: the planned meeting, the promise, or the rounds of the cadence.
    """

    on: str | None
    place: str | None
    basis: Literal["planned", "promised", "cadence"]
    units: tuple[int, ...]
    sentence: str = ""
    article: int | None = None
    told_on: str | None = None
    told_by: str = ""


def expected(
    db: Connection, held: Mapping[str, Sequence[Round]], made: Mapping[str, Sequence[Promise]]
) -> dict[str, Expected]:
    """The next round of each dialogue for which there is anything to go by; rounds and promises under no filter."""
    planned: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows_of(db, PLANNED):
        planned[row["series"]].append(row)
    names = {*planned, *made, *held}
    found = {name: next_of(held.get(name, ()), planned.get(name, ()), made.get(name, ())) for name in names}
    return {name: one for name, one in found.items() if one}


def next_of(held: Sequence[Round], planned: Sequence[Mapping[str, Any]], made: Sequence[Promise]) -> Expected | None:
    """What is announced, else what was promised, else what the rhythm of the most frequent level gives."""
    announced = next((row for row in planned if _is_to_come(row["start_on"], row["published_on"], held)), None)
    if announced:
        return Expected(
            *(announced["start_on"], announced["place"], "planned", (int(announced["id"]),)),
            *_told(announced["sentence"], announced["article"], announced["published_on"]),
            announced["source"] or announced["title"],
        )
    promised = next((p for p in made if p.is_of_next_round and p.is_open and _is_ahead(p, held)), None)
    if promised:
        return Expected(
            *(promised.due_on, None, "promised", (promised.id,)),
            *_told(promised.first.sentence, promised.first.article, promised.first.published_on),
            promised.first.source or promised.first.title,
        )
    usual = next(iter(cadences(held)), None)
    if usual is None or usual.next_on is None:
        return None
    return Expected(usual.next_on, None, "cadence", tuple(found.id for found in usual.rounds))


def _told(sentence: str, article: int, published_on: str | None) -> tuple[str, int, str | None]:
    return sentence, int(article), published_on


def _is_to_come(start: str | None, told_on: str | None, held: Sequence[Round]) -> bool:
    """Whether no round was held since: none on those days and none after; without a date, none after the news."""
    days = interval(start)
    if days is None:
        return bool(told_on) and all(one.day < day_of(told_on) for one in held)
    spans = [span for one in held if (span := interval(one.start_on, one.end_on))]
    return all(span[1] < days[1] and gap(span, days) > 0 for span in spans)


def _is_ahead(promise: Promise, held: Sequence[Round]) -> bool:
    """Whether a promise of a next round was made at the last round that is held here."""
    last = max((one.day for one in held), default=0)
    made_at = promise.first.meeting
    return any(one.id == made_at and one.day == last for one in held) and (
        promise.due_on is None or _is_to_come(promise.due_on, None, [one for one in held if one.id != made_at])
    )
