"""What else carries an article's words, or reports its meeting: identical texts, near-copies, other reports."""

from dataclasses import dataclass
from typing import Literal

from parley.queries.read import Connection

Reason = Literal["identical", "near", "original", "report"]

SAME = """
SELECT NULL, t.title, s.name, t.published_on, t.url, 1.0,
       (SELECT j.name FROM jobs j WHERE j.document_id = t.document_id AND j.batch_id = t.batch_id)
FROM same_texts t LEFT JOIN sources s ON s.id = t.source_id WHERE t.article_id = ? ORDER BY t.day, t.id
"""
NEAR = """
SELECT a.id, a.title, s.name, a.published_on, a.url, CASE WHEN y.n = 0 THEN o.share ELSE y.share END, NULL, y.n
FROM copy_groups o JOIN copy_groups y ON y.original_id = o.original_id AND y.article_id <> o.article_id
JOIN articles a ON a.id = y.article_id LEFT JOIN sources s ON s.id = a.source_id
WHERE o.article_id = ? ORDER BY y.n
"""
REPORTS = """
SELECT DISTINCT a.id, a.title, s.name, a.published_on, a.url, 0.0, NULL, a.search_key
FROM reports r JOIN reports o ON o.meeting_id = r.meeting_id AND o.focal = 1
JOIN articles a ON a.id = o.article_id LEFT JOIN sources s ON s.id = a.source_id
WHERE r.article_id = ? AND r.focal = 1 AND a.id <> r.article_id
AND a.id NOT IN (SELECT y.article_id FROM copy_groups y WHERE y.n > 0)
AND a.id NOT IN (SELECT y.article_id FROM copy_groups y JOIN copy_groups v ON v.original_id = y.original_id
                 WHERE v.article_id = r.article_id)
ORDER BY a.search_key
"""


@dataclass(frozen=True, slots=True)
class Other:
    """Another text with the reason why it stands beside an article; `share` is what the copy has of the original.

    An identical text has no number of its own; `file` names the document that it came in.
    """

    reason: Reason
    article_id: int | None
    title: str
    source: str | None
    published_on: str | None
    url: str | None
    share: float
    file: str | None = None


def beside(db: Connection, article_id: int) -> tuple[Other, ...]:
    """The copies of an article and the other reports of its meeting; identical ones first, then by their dates."""
    about = (article_id,)
    same = [Other("identical", *row) for row in db.execute(SAME, about).fetchall()]
    near = [Other("near" if row[-1] else "original", *row[:-1]) for row in db.execute(NEAR, about).fetchall()]
    return (*same, *near, *(Other("report", *row[:-1]) for row in db.execute(REPORTS, about).fetchall()))
