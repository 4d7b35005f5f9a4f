"""What numbers count: the distinct units under the filters. Each number on screen is the length of such a list."""

from typing import Literal

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.folding import Promise, fold, sentences_left, under
from parley.queries.pledges import pledges
from parley.queries.read import Connection, frame, number

Unit = Literal["meetings", "articles", "sentences", "topics", "people", "promises", "referred"]

MEETINGS = """SELECT m.id AS unit, m.title AS title, m.kind AS kind, m.start_on AS start_on, m.end_on AS end_on,
    m.place AS place, m.edition AS edition, m.edition_basis AS edition_basis, s.name AS dialogue
    FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE {} ORDER BY m.day DESC, m.id DESC"""
ARTICLES = """SELECT a.id AS unit, a.title AS title, a.published_on AS start_on, o.name AS source
    FROM articles a LEFT JOIN sources o ON o.id = a.source_id WHERE {} ORDER BY a.day DESC, a.id DESC"""
SENTENCES = """SELECT DISTINCT x.sentence_id AS unit, a.title AS title, a.published_on AS start_on,
    o.name AS source, a.day AS day
    FROM mentions x JOIN articles a ON a.id = x.article_id LEFT JOIN sources o ON o.id = a.source_id
    WHERE {} ORDER BY a.day DESC, x.sentence_id"""
TOPICS = """SELECT k.id AS unit, k.label AS title, k.topic_group AS topic_group,
    COUNT(DISTINCT x.sentence_id) AS sentences
    FROM mentions x JOIN topics k ON k.id = x.topic_id WHERE {}
    GROUP BY k.id, k.label, k.topic_group ORDER BY 4 DESC, 2"""
PEOPLE = """SELECT w.id AS unit, w.name AS title, COUNT(DISTINCT m.id) AS meetings
    FROM participants t JOIN people w ON w.id = t.person_id JOIN meetings m ON m.id = t.meeting_id
    WHERE t.present = 1 AND {} GROUP BY w.id, w.name ORDER BY 3 DESC, 2"""
LISTS = {
    "meetings": (MEETINGS, where.meetings),
    "articles": (ARTICLES, where.articles),
    "sentences": (SENTENCES, where.mentions),
    "topics": (TOPICS, where.mentions),
    "people": (PEOPLE, where.meetings),
    "referred": (MEETINGS, where.referred_to),
}


def units(db: Connection, unit: Unit, filters: Filters) -> pd.DataFrame:
    """The distinct units under the filters, newest or most frequent first: `unit` is the key, `title` its name."""
    if unit == "promises":
        return _promises(db, filters)
    sql, condition_of = LISTS[unit]
    condition = condition_of(filters)
    return frame(db, sql.format(condition.sql), condition.values)


def how_many(db: Connection, unit: Unit, filters: Filters) -> int:
    """The number of distinct units under the filters."""
    if unit == "promises":
        return len(made_under(db, filters))
    sql, condition_of = LISTS[unit]
    condition = condition_of(filters)
    return number(db, f"SELECT COUNT(*) FROM ({sql.format(condition.sql)}) listed", condition.values)


def made_under(db: Connection, filters: Filters) -> tuple[Promise, ...]:
    """The promises under the filters, newest first: sentences about one agreement are one promise."""
    left = sentences_left(db, where.promises(filters))
    return tuple(sorted(under(fold(pledges(db)), left), key=lambda one: (-one.first.told, one.id)))


def _promises(db: Connection, filters: Filters) -> pd.DataFrame:
    columns = ["unit", "kind", "actor", "due_on", "title", "start_on"]
    rows = [
        (one.id, one.first.kind, one.actor, one.due_on, one.first.title, one.first.published_on)
        for one in made_under(db, filters)
    ]
    return pd.DataFrame(rows, columns=columns)


def sides_of(db: Connection, meetings: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """Who sat at the table of each meeting, by code, in the order of the codes."""
    condition = where.one_of("p.meeting_id", meetings)
    sql = f"SELECT p.meeting_id, p.party FROM meeting_parties p WHERE {condition.sql} ORDER BY p.meeting_id, p.party"
    found: dict[int, tuple[str, ...]] = {}
    for meeting, party in db.execute(sql, condition.values).fetchall():
        found[meeting] = (*found.get(meeting, ()), party)
    return found
