"""What people decided in an article on the meeting that it tells of, to hold beside what was decided on the meeting."""

import json
from collections.abc import Sequence
from typing import Any

from parley.store.sqlite import Connection

REPORTS = """
SELECT r.meeting_id, r.article_id, r.n, r.start_at, r.end_at FROM reports r
WHERE r.article_id IN (SELECT article_id FROM reports WHERE meeting_id = ?) ORDER BY r.article_id, r.n
"""
DECIDED = """
SELECT a.id, c.field, c.id, c.anchor FROM corrections c JOIN articles a ON a.key = c.article_key
WHERE a.id IN (SELECT article_id FROM reports WHERE meeting_id = ?)
AND c.part = 'meeting' AND c.verdict = 'corrected' AND c.undone_at IS NULL ORDER BY c.id
"""


def told_since(db: Connection, meeting_id: int) -> dict[str, tuple[int, int]]:
    """The newest decision in an article on each field of a meeting: its number, and which of the reports says it."""
    reports = db.execute(REPORTS, (meeting_id,)).fetchall()
    own = [row for row in reports if row[0] == meeting_id]
    newest: dict[str, tuple[int, int]] = {}
    for article, field, number, anchor in db.execute(DECIDED, (meeting_id,)):
        for row in _named([row for row in reports if row[1] == article], json.loads(anchor)):
            if row in own:
                newest[field] = number, own.index(row)
    return newest


def _named(reports: Sequence[tuple[int, ...]], anchor: dict[str, Any]) -> list[tuple[int, ...]]:
    """The reports in the sentence of an anchor; by their place too where it tells of several."""
    alike = [row for row in reports if anchor["start"] is None or row[3] <= anchor["start"] < row[4]]
    return alike if len(alike) == 1 else [row for row in alike if anchor["n"] in (None, row[2])]
