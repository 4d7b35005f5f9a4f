"""What Parley is least sure of: findings below the codebook's mark, which a person should look at first."""

from dataclasses import dataclass
from typing import Literal

from parley.codebook.confidence import check_below
from parley.queries.read import Connection

PAGE = 10
Kind = Literal["topic", "meeting", "promise"]

# A topic is as sure as the surest of its sentences in the article. `n` makes a stable order within a day.
DOUBTFUL = """
SELECT 'topic' AS kind, a.day AS day, a.id AS article_id, k.label AS name, MAX(x.confidence) AS confidence,
       MIN(x.start_at) AS start_at, MIN(x.end_at) AS end_at, MIN(x.rule) AS rule
FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN articles a ON a.id = x.article_id
GROUP BY a.day, a.id, k.id, k.label HAVING MAX(x.confidence) < ?
UNION ALL
SELECT 'meeting', a.day, a.id, r.kind, r.confidence, r.start_at, r.end_at, r.rule
FROM reports r JOIN articles a ON a.id = r.article_id WHERE r.confidence < ?
UNION ALL
SELECT 'promise', a.day, a.id, c.kind, c.confidence, c.start_at, c.end_at, c.rule
FROM commitments c JOIN articles a ON a.id = c.article_id WHERE c.confidence < ?
"""
COUNTS = f"SELECT d.kind, COUNT(*) FROM ({DOUBTFUL}) d GROUP BY d.kind"
LISTED = f"""
SELECT d.kind, d.name, d.confidence, d.rule, SUBSTR(a.text, d.start_at + 1, d.end_at - d.start_at), a.id, a.title,
       a.published_on, s.name
FROM (SELECT d.*, MIN(d.confidence) OVER (PARTITION BY d.article_id) AS doubt FROM ({DOUBTFUL}) d) d
JOIN articles a ON a.id = d.article_id LEFT JOIN sources s ON s.id = a.source_id
ORDER BY d.doubt, d.day DESC, d.article_id DESC, d.confidence, d.start_at, d.kind, d.name LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A finding to check: what it is, its sentence, the words it rests on, and the article it stands in."""

    kind: Kind
    name: str
    confidence: float
    rule: str
    sentence: str
    article_id: int
    title: str
    published_on: str | None
    source: str | None


def doubtful_counts(db: Connection) -> dict[Kind, int]:
    """How many topics (of an article), meetings and promises there are to check."""
    return dict(db.execute(COUNTS, (check_below(),) * 3).fetchall())


def doubtful(db: Connection, page: int = 0) -> list[Doubtful]:
    """A page of findings to check: the least sure first, then the newest, with each article's together."""
    return [Doubtful(*row) for row in db.execute(LISTED, (*(check_below(),) * 3, PAGE, page * PAGE))]
