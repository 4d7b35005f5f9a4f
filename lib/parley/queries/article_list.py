"""Articles as a list: page by page below a key, each with its meeting, its topics and its copies."""

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame, number
from parley.queries.search import Order, found, keys_of
from parley.queries.where import Condition, one_of

PAGE = 50
NEWEST = 2**62

ROWS = """
SELECT a.id, a.search_key, a.published_on, a.title, s.name AS source, a.language,
       (SELECT COUNT(*) FROM copy_groups y JOIN copy_groups z ON z.original_id = y.original_id
        WHERE y.article_id = a.id AND z.article_id <> a.id)
       + (SELECT COUNT(*) FROM same_texts t WHERE t.article_id = a.id) AS copies,
       (SELECT COUNT(DISTINCT COALESCE(y.original_id, o.article_id)) FROM reports r
        JOIN reports o ON o.meeting_id = r.meeting_id AND o.focal = 1
        LEFT JOIN copy_groups y ON y.article_id = o.article_id
        WHERE r.article_id = a.id AND r.focal = 1 AND COALESCE(y.original_id, o.article_id)
              <> COALESCE((SELECT v.original_id FROM copy_groups v WHERE v.article_id = a.id), a.id)) AS reports
FROM articles a LEFT JOIN sources s ON s.id = a.source_id
WHERE {where} ORDER BY a.search_key DESC LIMIT ?
"""
MEETINGS = """
SELECT r.article_id, m.id, m.kind, m.start_on, m.end_on, m.place, m.edition, m.edition_basis, s.short_name AS dialogue
FROM reports r JOIN meetings m ON m.id = r.meeting_id LEFT JOIN series s ON s.id = m.series_id
WHERE r.focal = 1 AND {where} ORDER BY r.article_id, r.n
"""
TOPICS = """
SELECT x.article_id, k.label FROM mentions x JOIN topics k ON k.id = x.topic_id
WHERE x.discussed = 1 AND {where} GROUP BY x.article_id, k.id, k.label
ORDER BY x.article_id, COUNT(DISTINCT x.sentence_id) DESC, k.label
"""
COUNT = "SELECT COUNT(*) FROM articles a WHERE {where}"
NEAR = """
SELECT COUNT(*) FROM copy_groups y JOIN copy_groups z ON z.original_id = y.original_id AND z.article_id <> y.article_id
WHERE y.article_id IN (SELECT a.id FROM articles a WHERE {where})
"""
SAME = "SELECT COUNT(*) FROM same_texts t WHERE t.article_id IN (SELECT a.id FROM articles a WHERE {where})"


def article_table(
    db: Connection, filters: Filters, question: str = "", before: int | None = None, most: int | None = None
) -> pd.DataFrame:
    """One page of articles, newest first, below the search key `before`; undated ones come last.

    `meetings` holds the rows of the meetings that each reports, `topics` the labels of what was discussed.
    """
    left = where.articles(filters, found(question))
    below = where.all_of([left, Condition("a.search_key < ?", (NEWEST if before is None else before,))])
    return _told(db, frame(db, ROWS.format(where=below.sql), (*below.values, PAGE if most is None else most)))


def article_rows(db: Connection, filters: Filters, question: str = "", order: Order = "newest") -> pd.DataFrame:
    """Every article of the list in its order, all pages; by relevance, the newest hits that are ranked."""
    if order == "newest" or not question.strip():
        return article_table(db, filters, question, most=NEWEST)
    keys = keys_of(db, question, filters, order)
    pages = [_rows_of(db, keys[first : first + 500]) for first in range(0, len(keys), 500)]
    return pd.concat(pages, ignore_index=True) if pages else article_table(db, filters, question, most=0)


def article_count(db: Connection, filters: Filters, question: str = "") -> int:
    """How many articles the filters and the search leave, each copy counted as the one that it repeats."""
    left = where.articles(filters, found(question))
    return number(db, COUNT.format(where=left.sql), left.values)


def article_ids(db: Connection, filters: Filters, question: str = "") -> tuple[int, ...]:
    """The articles that the filters and the search leave, by their numbers."""
    left = where.articles(filters, found(question))
    return tuple(row[0] for row in db.execute(f"SELECT a.id FROM articles a WHERE {left.sql}", left.values).fetchall())


def copy_count(db: Connection, filters: Filters, question: str = "") -> int:
    """How many copies are folded into these articles, near-copies and identical texts, whoever published them."""
    left = where.articles(filters, found(question))
    return sum(number(db, sql.format(where=left.sql), left.values) for sql in (NEAR, SAME))


def _rows_of(db: Connection, keys: tuple[int, ...]) -> pd.DataFrame:
    """The articles with these search keys, in their order."""
    these = one_of("a.search_key", keys)
    rows = _told(db, frame(db, ROWS.format(where=these.sql), (*these.values, len(keys))))
    return rows.set_index("search_key", drop=False).loc[list(keys)].reset_index(drop=True)


def _told(db: Connection, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what each article tells."""
    ids = [int(article) for article in rows["id"]]
    meetings: dict[int, tuple[dict[str, object], ...]] = {}
    topics: dict[int, tuple[str, ...]] = {}
    for first in range(0, len(ids), 500):
        here = tuple(ids[first : first + 500])
        cursor = db.execute(MEETINGS.format(where=(these := one_of("r.article_id", here)).sql), these.values)
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            meetings[row[0]] = (*meetings.get(row[0], ()), dict(zip(names, row, strict=True)))
        for article, label in db.execute(TOPICS.format(where=one_of("x.article_id", here).sql), here).fetchall():
            topics[article] = (*topics.get(article, ()), label)
    listed = {"meetings": [meetings.get(i, ()) for i in ids], "topics": [topics.get(i, ()) for i in ids]}
    return rows.assign(**{name: pd.Series(values, dtype=object) for name, values in listed.items()})
