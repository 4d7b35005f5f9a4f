"""Facets of the list of articles: how many each value would leave, under all the other filters and the search."""

from dataclasses import dataclass, replace

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection
from parley.queries.search import found
from parley.queries.where import Condition, all_of, counted_once

OUTLETS = """
SELECT o.name, o.name, COUNT(DISTINCT a.id) FROM ({carried}) p JOIN sources o ON o.id = p.source_id
JOIN articles a ON a.id = p.article_id
WHERE {where} AND NOT EXISTS (
    SELECT 1 FROM copy_groups y JOIN copy_groups e ON e.original_id = y.original_id AND e.n < y.n
    JOIN ({carried}) q ON q.article_id = e.article_id AND q.source_id = p.source_id
    JOIN articles b ON b.id = e.article_id WHERE y.article_id = p.article_id AND {earlier})
GROUP BY o.id, o.name ORDER BY 3 DESC, 1
"""
CARRIED = "SELECT id AS article_id, source_id FROM articles UNION SELECT article_id, source_id FROM same_texts"
LANGUAGES = (
    "SELECT a.language, a.language, COUNT(*) FROM articles a WHERE {where} GROUP BY a.language ORDER BY 3 DESC, 1"
)
YEARS = """
SELECT listed.year, listed.year, COUNT(DISTINCT listed.id) FROM (
    SELECT a.id AS id, a.day / 10000 AS year FROM articles a WHERE a.day > 0 AND {where}
    UNION SELECT a.id, m.day / 10000 FROM articles a JOIN reports r ON r.article_id = a.id AND r.focal = 1
    JOIN meetings m ON m.id = r.meeting_id WHERE a.day = 0 AND m.day > 0 AND {where}) listed
GROUP BY listed.year ORDER BY 1 DESC
"""
YEARS_OF_TOPICS = """
SELECT x.day / 10000, x.day / 10000, COUNT(DISTINCT x.article_id) FROM mentions x
WHERE x.day > 0 AND {where} GROUP BY x.day / 10000 ORDER BY 1 DESC
"""
DIALOGUES = """
SELECT s.series, s.short_name, COUNT(DISTINCT a.id) FROM articles a JOIN reports r ON r.article_id = a.id
JOIN meetings m ON m.id = r.meeting_id JOIN series s ON s.id = m.series_id
WHERE {where} GROUP BY s.id, s.series, s.short_name ORDER BY 3 DESC, 2
"""
DIALOGUES_OF_TOPICS = """
SELECT s.series, s.short_name, COUNT(DISTINCT x.article_id) FROM mentions x JOIN meetings m ON m.id = x.meeting_id
JOIN series s ON s.id = m.series_id WHERE {where} GROUP BY s.id, s.series, s.short_name ORDER BY 3 DESC, 2
"""
GROUPS = """
SELECT k.topic_group, k.topic_group, COUNT(DISTINCT x.article_id) FROM mentions x JOIN topics k ON k.id = x.topic_id
WHERE {where} GROUP BY k.topic_group ORDER BY 3 DESC, 1
"""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, the words it is shown by, and how many articles it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleFacets:
    """All values of the five facets that leave any article; years newest first, the others most frequent first."""

    outlets: tuple[Value, ...]
    languages: tuple[Value, ...]
    years: tuple[Value, ...]
    dialogues: tuple[Value, ...]
    groups: tuple[Value, ...]


def article_facets(db: Connection, filters: Filters, question: str = "") -> ArticleFacets:
    """The facets of the list of articles under these filters and this search."""
    return ArticleFacets(
        _outlets(db, replace(filters, sources=()), question),
        _values(db, LANGUAGES, _listed(replace(filters, languages=()), question)),
        _years(db, replace(filters, since=None, until=None, period=None), question),
        _dialogues(db, replace(filters, dialogues=()), question),
        _values(db, GROUPS, _mentioned(replace(filters, topics=()), question)),
    )


def topics_of(db: Connection, group: str) -> tuple[str, ...]:
    """The topics of a group that any sentence tells of as discussed: what choosing the group sets the filter to."""
    sql = """SELECT k.topic FROM topics k WHERE k.topic_group = ?
        AND EXISTS (SELECT 1 FROM mentions x WHERE x.topic_id = k.id AND x.discussed = 1) ORDER BY k.label"""
    return tuple(row[0] for row in db.execute(sql, (group,)).fetchall())


def _listed(filters: Filters, question: str) -> Condition:
    return where.articles(filters, found(question))


def _mentioned(filters: Filters, question: str) -> Condition:
    """Of `x`: mentions in the articles that the search finds, copies stepping back as in the list."""
    words = found(question)
    once = counted_once("x.article_id", filters.sources, words)
    return all_of(
        [where.mentions_with_copies(filters), where.inside("x.article_id", "a.id FROM articles a", words), once]
    )


def _outlets(db: Connection, filters: Filters, question: str) -> tuple[Value, ...]:
    words = found(question)
    every = all_of([where.articles_with_copies(filters), words])
    earlier = Condition(words.sql.replace("a.search_key", "b.search_key"), words.values)
    sql = OUTLETS.format(carried=CARRIED, where=every.sql, earlier=earlier.sql)
    return _rows(db, sql, every.values + earlier.values)


def _years(db: Connection, filters: Filters, question: str) -> tuple[Value, ...]:
    if filters.topics:
        return _values(db, YEARS_OF_TOPICS, _mentioned(filters, question))
    left = _listed(filters, question)
    return _rows(db, YEARS.format(where=left.sql), left.values * 2)


def _dialogues(db: Connection, filters: Filters, question: str) -> tuple[Value, ...]:
    table = where.at_the_table(filters)
    if filters.topics:
        return _values(db, DIALOGUES_OF_TOPICS, all_of([_mentioned(filters, question), table]))
    return _values(db, DIALOGUES, all_of([_listed(filters, question), table]))


def _values(db: Connection, sql: str, condition: Condition) -> tuple[Value, ...]:
    return _rows(db, sql.format(where=condition.sql), condition.values)


def _rows(db: Connection, sql: str, values: tuple[str | int, ...]) -> tuple[Value, ...]:
    return tuple(Value(str(value), str(label), int(n)) for value, label, n in db.execute(sql, values).fetchall())
