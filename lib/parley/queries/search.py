"""Full-text search over articles, newest first; whatever the reader types is a question, never an error."""

import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection
from parley.queries.where import ALWAYS, Condition, one_of

Order = Literal["newest", "relevance"]

RANKED = 2_000
"""Relevance is worked out over the newest so many hits: over all of them it takes time with every article added."""
OPEN, CLOSE = "\x02", "\x03"
"""Around each hit in a snippet; control characters, as no article's words are made of them."""

PAGE = 20
NOTHING = Condition("1 = 0")
TOKEN = re.compile(r'(-?)"([^"]*)"|(\S+)')
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
FOUND = "a.search_key IN (SELECT search.rowid FROM search WHERE search MATCH ?)"
NEWEST = """
SELECT search.rowid FROM search CROSS JOIN articles a ON a.search_key = search.rowid
WHERE search MATCH ? AND {where} ORDER BY search.rowid DESC LIMIT ?
"""
BEST = """
SELECT search.rowid FROM search CROSS JOIN articles a ON a.search_key = search.rowid
WHERE search MATCH ? AND search.rowid >= ? AND {where} ORDER BY rank, search.rowid DESC
"""
HITS = """
SELECT a.id, a.search_key, a.published_on, s.name AS source, a.language,
       highlight(search, 0, char(2), char(3)) AS title, snippet(search, 1, char(2), char(3), '…', 40) AS words
FROM search CROSS JOIN articles a ON a.search_key = search.rowid LEFT JOIN sources s ON s.id = a.source_id
WHERE search MATCH ? AND {where}
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


def found(question: str) -> Condition:
    """Of `a`: the article holds all the words; always true where no question is asked."""
    match = match_of(question)
    if match is None:
        return NOTHING if question.strip() else ALWAYS
    return Condition(FOUND, (match,))


def keys_of(db: Connection, question: str, filters: Filters, order: Order = "newest") -> tuple[int, ...]:
    """The search keys of the newest hits, at most RANKED + 1 of them; by relevance at most RANKED, best match first."""
    match = match_of(question)
    if match is None:
        return ()
    left = where.articles(filters, found(question))
    newest = db.execute(NEWEST.format(where=left.sql), (match, *left.values, RANKED + 1)).fetchall()
    keys = tuple(int(row[0]) for row in newest)
    if order == "newest" or not keys:
        return keys
    edge = keys[:RANKED][-1]
    return tuple(int(row[0]) for row in db.execute(BEST.format(where=left.sql), (match, edge, *left.values)))


def hits(db: Connection, question: str, filters: Filters, order: Order = "newest", page: int = 0) -> Hits:
    """One page of the articles that hold all the words; `relevance` ranks the newest RANKED of them alone.

    The keys of all pages are found at once, so that a later page costs no more than the first.
    """
    newest = keys_of(db, question, filters)
    keys = newest[:RANKED] if order == "newest" else keys_of(db, question, filters, order)
    here = keys[page * PAGE : (page + 1) * PAGE]
    if not here:
        return Hits((), len(newest), False)
    these = one_of("search.rowid", here)
    rows = db.execute(HITS.format(where=these.sql), (match_of(question), *these.values)).fetchall()
    by_key = {hit.search_key: hit for hit in (Hit(*row) for row in rows)}
    return Hits(tuple(by_key[key] for key in here), len(newest), len(keys) > (page + 1) * PAGE)
