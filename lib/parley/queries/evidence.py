"""The source sentences behind units, with the passage found in each and the article it stands in."""

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.folding import fold, sentences_left
from parley.queries.pledges import pledges
from parley.queries.read import Connection, frame
from parley.queries.units import Unit
from parley.queries.where import ALWAYS, Condition

FROM_ARTICLE = """a.id AS article_id, a.title AS article, a.published_on AS published_on, o.name AS source"""
SPAN = "SUBSTR(a.text, {0}.start_at + 1, {0}.end_at - {0}.start_at) AS sentence"
OUTLET = "LEFT JOIN sources o ON o.id = a.source_id"

MENTIONED = f"""SELECT {{key}} AS unit, {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at,
    x.start_at - s.start_at AS mark_start, x.end_at - s.start_at AS mark_end,
    k.label AS topic, k.topic_group AS topic_group
    FROM mentions x JOIN sentences s ON s.id = x.sentence_id JOIN articles a ON a.id = x.article_id {OUTLET}
    JOIN topics k ON k.id = x.topic_id WHERE {{condition}} ORDER BY a.day DESC, a.id, s.start_at, x.start_at"""
REPORTED = f"""SELECT {{key}} AS unit, {FROM_ARTICLE}, {SPAN.format("r")}, r.start_at AS at,
    0 AS mark_start, 0 AS mark_end, '' AS topic, '' AS topic_group
    FROM reports r JOIN articles a ON a.id = r.article_id {OUTLET}
    WHERE {{condition}} ORDER BY r.focal DESC, a.day DESC, a.id, r.n"""
OPENING = f"""SELECT a.id AS unit, {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at,
    0 AS mark_start, 0 AS mark_end, '' AS topic, '' AS topic_group
    FROM articles a JOIN sentences s ON s.article_id = a.id AND s.n = 0 {OUTLET} WHERE {{condition}}"""
SEATED = f"""SELECT t.person_id AS unit, {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at,
    t.start_at - s.start_at AS mark_start, t.end_at - s.start_at AS mark_end, COALESCE(t.office, '') AS topic,
    '' AS topic_group
    FROM participants t JOIN meetings m ON m.id = t.meeting_id JOIN articles a ON a.id = t.article_id {OUTLET}
    JOIN sentences s ON s.article_id = a.id AND s.start_at <= t.start_at AND t.start_at < s.end_at
    WHERE t.present = 1 AND {{condition}} ORDER BY m.day DESC, a.id, t.start_at"""
PROMISED = f"""SELECT c.id AS unit, {FROM_ARTICLE}, {SPAN.format("c")}, c.start_at AS at,
    0 AS mark_start, 0 AS mark_end, '' AS topic, '' AS topic_group
    FROM commitments c JOIN articles a ON a.id = c.article_id {OUTLET} WHERE {{condition}} ORDER BY a.day DESC, c.id"""


def evidence(db: Connection, unit: Unit, filters: Filters, keys: tuple[int, ...]) -> pd.DataFrame:
    """A row a sentence: unit, article, outlet, date, sentence, passage `[mark_start, mark_end)` in it, `topics`."""
    rows = _rows(db, unit, filters, keys)
    topics = rows.groupby(["unit", "article_id", "at"], sort=False)["topic"].agg(lambda t: " · ".join(dict.fromkeys(t)))
    first = rows.drop_duplicates(["unit", "article_id", "at"])
    return first.drop(columns="topic").assign(topics=topics.to_list()).reset_index(drop=True)


def _rows(db: Connection, unit: Unit, filters: Filters, keys: tuple[int, ...]) -> pd.DataFrame:
    if unit == "meetings" and filters.topics:
        return _ask(db, MENTIONED, "x.meeting_id", where.topic_at_meetings(filters), keys)
    if unit in {"meetings", "referred"}:
        outlets = where.inside("r.article_id", "a.id FROM articles a", where.from_outlets(filters))
        return _ask(db, REPORTED, "r.meeting_id", outlets, keys)
    if unit == "articles" and filters.topics:
        return _ask(db, MENTIONED, "x.article_id", where.mentions(filters), keys)
    if unit == "articles":
        return _told(db, keys)
    if unit == "people":
        return _ask(db, SEATED, "t.person_id", where.meetings(filters), keys)
    if unit == "promises":
        return _promised(db, filters, keys)
    column = "x.topic_id" if unit == "topics" else "x.sentence_id"
    return _ask(db, MENTIONED, column, where.mentions(filters), keys)


def _promised(db: Connection, filters: Filters, keys: tuple[int, ...]) -> pd.DataFrame:
    """Every sentence that tells of each promise, as far as the filters leave it."""
    left = sentences_left(db, where.commitments(filters))
    promise_of = {one.id: made.id for made in fold(pledges(db)) if made.id in keys for one in made.said}
    rows = _ask(db, PROMISED, "c.id", ALWAYS, tuple(sorted(left & set(promise_of))))
    return rows.assign(unit=rows["unit"].map(promise_of))


def _told(db: Connection, keys: tuple[int, ...]) -> pd.DataFrame:
    """What each article reports; its first sentence where it reports no meeting."""
    reported = _ask(db, REPORTED, "r.article_id", Condition("r.focal = 1"), keys)
    silent = tuple(key for key in keys if key not in set(reported["unit"]))
    return pd.concat([reported, _ask(db, OPENING, "a.id", ALWAYS, silent)]) if silent else reported


def _ask(db: Connection, sql: str, column: str, condition: Condition, keys: tuple[int, ...]) -> pd.DataFrame:
    both = where.all_of([where.one_of(column, keys), condition])
    return frame(db, sql.format(key=column, condition=both.sql), both.values)
