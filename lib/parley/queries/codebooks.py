"""The desk's own codebook as the screens ask of it: its saved states, how far it has been applied, what would move."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from parley.codebook import Files
from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection
from parley.store.moves import Place

VERSIONS = "SELECT id, at, actor, reason, version, files, told FROM codebook_versions ORDER BY id DESC"
WAITING = "SELECT last_id, version FROM recodings WHERE state = 'waiting' ORDER BY id LIMIT 1"
FAILED = "SELECT reason FROM recodings ORDER BY id DESC LIMIT 1"
COUNT = "SELECT count(*) FROM articles WHERE id <= ?"
ALL = "SELECT count(*) FROM articles"
OTHERS = "SELECT count(*) FROM articles WHERE codebook_version <> ?"
MEETINGS = """SELECT s.series, count(DISTINCT m.id) FROM meetings m JOIN series s ON s.id = m.series_id
    WHERE {} GROUP BY s.series"""
NAMED = {
    "topic": "SELECT topic, label FROM topics",
    "dialogue": "SELECT series, short_name FROM series",
    "person": "SELECT person, name FROM people",
}
ARTICLE = """SELECT a.title, a.text, a.published_on, o.name FROM articles a LEFT JOIN sources o ON o.id = a.source_id
    WHERE a.id = ?"""
AROUND = """SELECT start_at, end_at FROM sentences WHERE article_id = ? AND start_at <= ?
    ORDER BY start_at DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Version:
    """A saved state of the desk's own codebook: when, who, why, its files, and what changed with it."""

    id: int
    at: str
    actor: str
    reason: str
    version: str
    files: Files
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """How far the last change is: articles read anew of all, whether it still goes on, why it failed if it did."""

    done: int
    total: int
    goes_on: bool
    failed: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in its article: the sentence `[start, end)` around it, and what names the article."""

    place: Place
    sentence: str
    start: int
    end: int
    title: str
    source: str | None
    published_on: str | None


def versions(db: Connection) -> tuple[Version, ...]:
    """Every saved state, newest first."""
    return tuple(_version(*row) for row in db.execute(VERSIONS).fetchall())


def _version(key: int, at: str, actor: str, reason: str, version: str, files: str, told: str) -> Version:
    texts = tuple((name, text) for name, text in json.loads(files))
    return Version(key, at, actor, reason, version, texts, tuple(json.loads(told)))


def applied(db: Connection) -> Applied:
    """Whether a change is still being brought into the articles, and how far it is."""
    total = int(db.execute(ALL).fetchone()[0])
    row = db.execute(WAITING).fetchone()
    failed = db.execute(FAILED).fetchone()
    if row is None:
        return Applied(total, total, goes_on=False, failed=str(failed[0]) if failed else "")
    done = int(db.execute(COUNT, (row[0],)).fetchone()[0]) if row[1] else 0
    return Applied(done, total, goes_on=True, failed="")


def read_by_others(db: Connection, version: str) -> int:
    """How many articles were read by another version of the codebook than this one."""
    return int(db.execute(OTHERS, (version,)).fetchone()[0])


def names(db: Connection) -> dict[str, dict[str, str]]:
    """What topics, dialogues and people are called, by part and id."""
    return {part: dict(db.execute(sql).fetchall()) for part, sql in NAMED.items()}


def passages(db: Connection, places: Iterable[Place]) -> tuple[Passage, ...]:
    """These places with the sentences around them; those of articles that have gone since are left out."""
    return tuple(found for place in places if (found := _passage(db, place)))


def _passage(db: Connection, place: Place) -> Passage | None:
    row = db.execute(ARTICLE, (place.article,)).fetchone()
    if row is None:
        return None
    title, text, published, source = row
    around = db.execute(AROUND, (place.article, place.start)).fetchone() or (place.start, place.end)
    start, end = around[0], max(around[1], place.end)
    mark = (place.start - start, place.end - start)
    return Passage(place, text[start:end], *mark, title, source, published)


def meetings_of_dialogues(db: Connection, filters: Filters) -> dict[str, int]:
    """How many meetings of each dialogue there are under the filters, by its id in the codebook."""
    condition = where.meetings(filters)
    return dict(db.execute(MEETINGS.format(condition.sql), condition.values).fetchall())
