"""Which documents are the house's own, and not to leave it unasked."""

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, number
from parley.queries.timeline import told

MARKED = "SELECT a.id FROM articles a JOIN internal_texts i ON i.key = a.key"
IS_MARKED = "SELECT EXISTS (SELECT 1 FROM internal_texts i WHERE i.key = ?)"
TELLING = "r.article_id FROM reports r JOIN meetings m ON m.id = r.meeting_id"


def internal_articles(db: Connection) -> frozenset[int]:
    """The articles that are marked as internal."""
    return frozenset(row[0] for row in db.execute(MARKED).fetchall())


def is_internal(db: Connection, key: str) -> bool:
    """Whether the text with this key is marked as internal, though its article may still wait."""
    return bool(number(db, IS_MARKED, (key,)))


def internal_under(db: Connection, filters: Filters) -> frozenset[int]:
    """Those of them that the filters leave, or that tell of a meeting that the filters leave.

    Which rounds are the last ones depends on every round: then all that tell of the dialogues are meant.
    """
    asked = Filters(dialogues=filters.dialogues) if filters.last_rounds else filters
    listed, telling = where.articles_with_copies(asked), where.inside("a.id", TELLING, told(asked))
    either = f"({listed.sql}) OR ({telling.sql})"
    rows = db.execute(f"{MARKED} WHERE {either}", (*listed.values, *telling.values))
    return frozenset(row[0] for row in rows.fetchall())
