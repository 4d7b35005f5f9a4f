"""Which documents are the house's own, and not to leave it unasked."""

from parley.queries.read import Connection

MARKED = "SELECT a.id FROM articles a JOIN internal_texts i ON i.key = a.key"


def internal_articles(db: Connection) -> frozenset[int]:
    """The articles that are marked as internal."""
    return frozenset(row[0] for row in db.execute(MARKED).fetchall())
