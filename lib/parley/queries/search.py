"""Full-text search over articles, newest first; whatever the reader types is a question, never an error."""

import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, number

Order = Literal["newest", "relevance"]

RANKED = 2_000
"""Relevance is worked out over the newest so many hits: over all of them it takes time with every article added."""
OPEN, CLOSE = "\x02", "\x03"
"""Around each hit in a snippet; control characters, as no article's words are made of them."""

PAGE = 20
TOKEN = re.compile(r'(-?)"([^"]*)"|(\S+)')
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
ORDERS = {"newest": "search.rowid DESC", "relevance": "rank"}

COUNT = """
SELECT count(*) FROM (
    SELECT 1 FROM search CROSS JOIN articles a ON a.search_key = search.rowid
    WHERE search MATCH ? AND {where} LIMIT ?
)
"""
EDGE = """
SELECT min(search_key) FROM (
    SELECT search.rowid AS search_key FROM search CROSS JOIN articles a ON a.search_key = search.rowid
    WHERE search MATCH ? AND {where} ORDER BY search.rowid DESC LIMIT ?
)
"""
HITS = """
SELECT a.id, a.search_key, a.published_on, s.name AS source, a.language,
       highlight(search, 0, char(2), char(3)) AS title, snippet(search, 1, char(2), char(3), '…', 40) AS words
FROM search CROSS JOIN articles a ON a.search_key = search.rowid LEFT JOIN sources s ON s.id = a.source_id
WHERE search MATCH ? AND {where} AND search.rowid >= ?
ORDER BY {order} LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words; in `title` and `words` each hit stands between OPEN and CLOSE."""

    article_id: int
    search_key: int
    published_on: str | None
    source: str | None
    language: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, how many there are (`RANKED + 1` stands for more), and whether others follow."""

    rows: tuple[Hit, ...]
    count: int
    has_more: bool


def match_of(question: str) -> str | None:
    """What the search index is asked: all words, "whole phrases", beginn*, -without; None when no word is in it."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in TOKEN.findall(normalize("NFC", question).translate(QUOTES)):
        words = " ".join(WORD.findall(phrase or word))
        if not words:
            continue
        term = f'"{words}"' + ("*" if word.endswith("*") else "")
        (unwanted if minus or word.startswith("-") else wanted).append(term)
    if not wanted:
        return None
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def hits(db: Connection, question: str, filters: Filters, order: Order = "newest", page: int = 0) -> Hits:
    """One page of the articles that hold all the words; `relevance` ranks the newest RANKED of them alone."""
    match = match_of(question)
    if match is None:
        return Hits((), 0, False)
    left = where.articles(filters)
    asked = (match, *left.values)
    count = number(db, COUNT.format(where=left.sql), (*asked, RANKED + 1))
    edge = number(db, EDGE.format(where=left.sql), (*asked, RANKED)) if order == "relevance" else 0
    ordered = HITS.format(where=left.sql, order=ORDERS[order])
    rows = db.execute(ordered, (*asked, edge, PAGE + 1, page * PAGE)).fetchall()
    return Hits(tuple(Hit(*row) for row in rows[:PAGE]), count, len(rows) > PAGE)
