"""What people said of promises: kept, lapsed, open again, each with a sentence or a note, undone or not."""

from dataclasses import dataclass
from typing import Any

from parley.queries.read import Connection, rows_of

CHANGES = """SELECT p.id AS id, p.article_key AS article_key, p.start_at AS start, p.quote AS quote, p.state AS state,
    p.by_key AS by_key, p.by_start AS by_start, p.by_quote AS by_quote, p.note AS note, p.actor AS actor, p.at AS at,
    p.undone_at AS undone_at, p.undone_by AS undone_by, a.id AS by_article, a.title AS by_title,
    a.published_on AS by_published, o.name AS by_source
    FROM promise_states p LEFT JOIN articles a ON a.key = p.by_key LEFT JOIN sources o ON o.id = a.source_id
    ORDER BY p.id"""


@dataclass(frozen=True, slots=True)
class Change:
    """What a person said of a promise: the state, the sentence that tells it or a note; undone or not."""

    id: int
    article_key: str
    start: int
    quote: str
    state: str
    by_key: str | None
    by_start: int | None
    by_quote: str | None
    note: str
    actor: str
    at: str
    undone_at: str | None
    undone_by: str | None
    by_article: int | None
    by_title: str | None
    by_published: str | None
    by_source: str | None


def changes(db: Connection) -> tuple[Change, ...]:
    """Everything said of promises so far, oldest first."""
    return tuple(_change(row) for row in rows_of(db, CHANGES))


def _change(row: dict[str, Any]) -> Change:
    whole = {n: None if row[n] is None else int(row[n]) for n in ("by_start", "by_article")}
    return Change(**row | whole | {"id": int(row["id"]), "start": int(row["start"])})
