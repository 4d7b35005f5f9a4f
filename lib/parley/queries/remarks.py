"""Mistakes that readers have reported and nobody has settled yet."""

from dataclasses import dataclass

from parley.queries.read import Connection

WAITING = """SELECT r.id, r.words, r.actor, r.at, r.meeting_id, a.id, COALESCE(a.title, '') FROM remarks r
    LEFT JOIN articles a ON a.key = r.article_key WHERE r.settled_at IS NULL ORDER BY r.id DESC"""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader reports, of which article or meeting."""

    id: int
    words: str
    actor: str
    at: str
    meeting_id: int | None
    article_id: int | None
    title: str


def waiting(db: Connection) -> tuple[Remark, ...]:
    """The reports that wait, newest first."""
    return tuple(Remark(*row) for row in db.execute(WAITING).fetchall())
