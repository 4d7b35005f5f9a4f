"""What became of uploads: each with its counts, its documents one by one, and what is still under way."""

from dataclasses import dataclass

from parley.queries.read import Connection
from parley.queries.where import Condition, all_of, one_of

PAGE = 20

UPLOADS = """
SELECT b.id, b.kind, b.created_at,
       (SELECT count(*) FROM jobs j WHERE j.batch_id = b.id AND j.given_id IS NULL) AS documents,
       (SELECT count(*) FROM jobs j WHERE j.batch_id = b.id AND j.state IN ('waiting', 'running')) AS waiting,
       (SELECT coalesce(sum(j.done), 0) FROM jobs j WHERE j.batch_id = b.id AND j.state = 'running') AS read,
       (SELECT coalesce(sum(j.total), 0) FROM jobs j WHERE j.batch_id = b.id AND j.state = 'running') AS of_articles,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'new') AS new,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'known') AS known,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'unreadable') AS unreadable,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'rows') AS rows_read,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'waits') AS waits,
       (SELECT count(*) FROM receipts r WHERE r.batch_id = b.id AND r.outcome = 'left') AS left_out,
       (SELECT count(*) FROM jobs j WHERE j.batch_id = b.id AND j.state = 'asking') AS asking,
       b.taken, b.taken_at, b.internal
FROM batches b WHERE b.id < ? ORDER BY b.id DESC LIMIT ?
"""
RECEIPTS = """
SELECT r.id, r.name, r.outcome, coalesce(a.title, r.title), r.reason, a.id, a.published_on, s.name,
       EXISTS (SELECT 1 FROM held h WHERE h.receipt_id = r.id AND h.state = 'waiting'),
       EXISTS (SELECT 1 FROM internal_texts i WHERE i.key = a.key)
       OR EXISTS (SELECT 1 FROM held h JOIN internal_texts i ON i.key = h.key WHERE h.receipt_id = r.id)
FROM receipts r LEFT JOIN articles a ON a.id = r.article_id LEFT JOIN sources s ON s.id = a.source_id
WHERE {where} ORDER BY r.id LIMIT ?
"""
REASON = "SELECT reason FROM receipts WHERE id = ?"
BEING_TAKEN = "SELECT count(*) FROM batches WHERE taken = 'asked'"
UNFINISHED = """
SELECT j.name, j.state, j.done, j.total FROM jobs j WHERE j.batch_id IN
    (SELECT w.batch_id FROM jobs w WHERE w.state IN ('waiting', 'running'))
ORDER BY CASE WHEN j.state = 'running' THEN 0 ELSE 1 END, j.id
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload with how many documents it held, how many wait, and what became of the others."""

    id: int
    kind: str
    created_at: str
    documents: int
    waiting: int
    read: int
    of_articles: int
    new: int
    known: int
    unreadable: int
    rows: int = 0
    """Spreadsheets of meetings that were read."""
    waits: int = 0
    """Documents that were read and are not yet added."""
    left: int = 0
    """Documents that somebody has left out."""
    asking: int = 0
    """Spreadsheets that wait for their user to say which columns are which."""
    taken: str = ""
    """"asked" where it is to be taken back, "done" once it was; `taken_at` is when that was asked for."""
    taken_at: str = ""
    internal: int = 0
    """1 where all that it brought was marked as the house's own."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """What became of one article of an upload; `article_id` is None where it was not read, or is gone."""

    id: int
    name: str
    outcome: str
    title: str
    reason: str
    article_id: int | None
    published_on: str | None
    source: str | None
    waits: int = 0
    """1 where it has its line among the documents that wait."""
    internal: int = 0
    """1 where its text is the house's own."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The uploads under way: how many documents are left, which is being read (`done` of `total` articles), and how
    far it all is, 0 to 1."""

    documents: int = 0
    name: str = ""
    done: int = 0
    total: int = 0
    share: float = 1.0


def uploads(db: Connection, before: int | None = None) -> list[Upload]:
    """One page of uploads, newest first, below the upload `before`."""
    return [Upload(*row) for row in db.execute(UPLOADS, (2**62 if before is None else before, PAGE))]


def receipts(
    db: Connection, upload: int, outcomes: tuple[str, ...] = (), after: int = 0, most: int = 200
) -> list[ReceiptRow]:
    """The receipts of one upload with one of the outcomes, in the order of its documents, above the receipt `after`."""
    here = Condition("r.batch_id = ? AND r.id > ?", (upload, after))
    asked = all_of([here, one_of("r.outcome", outcomes)])
    return [ReceiptRow(*row) for row in db.execute(RECEIPTS.format(where=asked.sql), (*asked.values, most))]


def reason_of(db: Connection, receipt_id: int) -> str | None:
    """What a receipt says of its document now; None where it has been read since."""
    row = db.execute(REASON, (receipt_id,)).fetchone()
    return str(row[0]) if row else None


def being_taken_back(db: Connection) -> int:
    """How many uploads are to be taken back and are not yet."""
    return int(db.execute(BEING_TAKEN).fetchone()[0])


def unfinished(db: Connection) -> Unfinished:
    """What waits or is being read; no documents where nothing does."""
    rows = db.execute(UNFINISHED).fetchall()
    left = [row for row in rows if row[1] in {"waiting", "running"}]
    if not left:
        return Unfinished()
    name, state, done, total = left[0]
    running = state == "running"
    within = done / total if running and total else 0.0
    share = (len(rows) - len(left) + within) / len(rows)
    return Unfinished(len(left), name if running else "", done if running else 0, total if running else 0, share)
