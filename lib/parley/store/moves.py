"""Where an article tells of a topic, a dialogue or a person: what a change of the codebook moves."""

from dataclasses import dataclass
from typing import Literal

from parley.store.sqlite import Connection

Part = Literal["topic", "dialogue", "person"]
PLACES: dict[Part, str] = {
    "topic": """SELECT k.topic, x.start_at, x.end_at FROM mentions x JOIN topics k ON k.id = x.topic_id
    WHERE x.article_id = ?""",
    "dialogue": "SELECT series_key, start_at, end_at FROM reports WHERE article_id = ? AND series_key IS NOT NULL",
    "person": """SELECT w.person, p.start_at, p.end_at FROM participants p JOIN people w ON w.id = p.person_id
    WHERE p.article_id = ?""",
}
READ_BY_ANOTHER = "SELECT id FROM articles WHERE id > ? AND id <= ? AND codebook_version <> ?"


@dataclass(frozen=True, slots=True)
class Place:
    """A passage `[start, end)` of an article that tells of a topic, a dialogue or a person, by its id."""

    article: int
    part: Part
    what: str
    start: int
    end: int


def places(db: Connection, article_id: int) -> frozenset[Place]:
    """All that one article tells, as it is stored: as found, and as people put it right."""
    return frozenset(
        Place(article_id, part, *row) for part, sql in PLACES.items() for row in db.execute(sql, (article_id,))
    )


def read_by_another(db: Connection, after: int, last: int, version: str) -> set[int]:
    """Which of these articles were not read by this version of the codebook."""
    return {row[0] for row in db.execute(READ_BY_ANOTHER, (after, last, version))}
