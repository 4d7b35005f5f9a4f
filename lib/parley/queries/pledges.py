"""Sentences in which a side undertakes, signs or demands something, each with what it names."""

import json
from dataclasses import dataclass
from typing import Any, Literal

from parley.codebook.next_round import speaks_of_next_round
from parley.codebook.things import Named, named_in
from parley.model import Language
from parley.queries.read import Connection
from parley.queries.where import ALWAYS, Condition
from parley.store.judged import BY_A_PERSON

PLEDGES = """SELECT c.id AS id, s.series AS series, c.kind AS kind, c.actor AS actor, c.due_on AS due_on,
    c.topics AS topics, c.rule AS cue, c.meeting_id AS meeting, c.start_at AS start,
    SUBSTR(a.text, c.start_at + 1, c.end_at - c.start_at) AS sentence, a.id AS article, a.key AS article_key,
    a.title AS title, a.published_on AS published_on, a.language AS language, o.name AS source, a.day AS told,
    COALESCE(m.day, 0) AS met, m.start_on AS met_on, m.place AS place, COALESCE(g.original_id, a.id) AS original
    FROM commitments c JOIN articles a ON a.id = c.article_id LEFT JOIN sources o ON o.id = a.source_id
    LEFT JOIN meetings m ON m.id = c.meeting_id LEFT JOIN series s ON s.id = m.series_id
    LEFT JOIN copy_groups g ON g.article_id = a.id
    WHERE {} ORDER BY CASE WHEN a.day = 0 THEN 1 ELSE 0 END, a.day, a.id, c.start_at"""

Family = Literal["promise", "demand", "signed"]
FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("agreed", "intends", "pledges"), "promise"),
    "urges": "demand",
    "signed": "signed",
}


@dataclass(frozen=True, slots=True)
class Pledge:
    """One sentence of one article that undertakes, signs or demands something, with the meeting that it is tied to."""

    id: int
    series: str | None
    kind: str
    actor: str
    due_on: str | None
    topics: tuple[str, ...]
    names: tuple[Named, ...]
    meeting: int | None
    met: int
    met_on: str | None
    place: str | None
    sentence: str
    start: int
    article: int
    article_key: str
    original: int
    title: str
    published_on: str | None
    told: int
    source: str | None
    language: Language
    is_of_next_round: bool
    is_added: bool = False
    """Whether a person added it, where Parley had missed it."""

    @property
    def family(self) -> Family:
        """Whether it is a promise, a demand made of another side, or a document that was signed."""
        return FAMILIES[self.kind]


def pledges(db: Connection, condition: Condition = ALWAYS) -> tuple[Pledge, ...]:
    """The sentences of `c` under a condition, oldest article first, those without a date last."""
    cursor = db.execute(PLEDGES.format(condition.sql), condition.values)
    columns = [column[0] for column in cursor.description]
    # Row by row: a data frame of thousands of sentences takes longer to build than to fold.
    return tuple(_pledge(dict(zip(columns, row, strict=True))) for row in cursor.fetchall())


def _pledge(row: dict[str, Any]) -> Pledge:
    cue = row.pop("cue")
    row["topics"] = tuple(json.loads(row["topics"]))
    # What is signed may stand before the verb.
    is_added = cue == BY_A_PERSON
    where_from = "" if row["kind"] == "signed" or is_added else cue
    names = named_in(row["sentence"], where_from, row["language"], row["due_on"] is not None)
    return Pledge(**row, names=names, is_of_next_round=speaks_of_next_round(row["sentence"]), is_added=is_added)
