"""Documents waiting to be read. A job is held by lease, so that a worker's death costs time and never a document.

States: waiting -> running -> done, or failed with its reason. A job that is given back is waiting again. A spreadsheet
whose columns its user must name is asking, and waits again once they are named. One of an upload that was taken back
is taken, until that is brought again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from parley.errors import StoreError
from parley.model import Receipt
from parley.store.history import log, now
from parley.store.lease import LEASE_SECONDS, is_gone, later
from parley.store.sqlite import Connection, transaction

ATTEMPTS = 3
STOPPED = (
    f"Reading this document stopped Parley {ATTEMPTS} times, so it was set aside. Open it in its own program and save "
    "it anew, or paste its text."
)

RUNNING = "SELECT id, lease_owner, lease_until, attempts FROM jobs WHERE state = 'running'"
NEXT = """
SELECT j.id, j.batch_id, j.document_id, d.sha256, j.name, b.kind, b.actor, j.done, j.columns,
       j.hold, b.internal
FROM jobs j JOIN documents d ON d.id = coalesce(j.given_id, j.document_id) JOIN batches b ON b.id = j.batch_id
WHERE j.state = 'waiting' ORDER BY j.id LIMIT 1
"""
STUCK = "SELECT j.name, j.done, b.actor FROM jobs j JOIN batches b ON b.id = j.batch_id WHERE j.id = ?"
START = "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_owner = ?, lease_until = ? WHERE id = ?"
WAIT = "UPDATE jobs SET state = 'waiting', lease_owner = NULL, lease_until = NULL WHERE id = ?"
HELD = "UPDATE jobs SET lease_until = ? WHERE id = ? AND lease_owner = ? AND state = 'running'"
PROGRESS = "UPDATE jobs SET done = ?, total = ? WHERE id = ?"
END = "UPDATE jobs SET state = ?, reason = ?, finished_at = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?"
GIVE_BACK = """
UPDATE jobs SET state = 'waiting', attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
WHERE id = ? AND lease_owner = ? AND state = 'running'
"""
RECEIPT = """
INSERT INTO receipts (job_id, batch_id, n, name, outcome, title, reason, article_id)
SELECT id, batch_id, ?, ?, ?, ?, ?, ? FROM jobs WHERE id = ?
"""
RECEIPTS = "SELECT name, outcome, title, reason, article_id FROM receipts WHERE batch_id = ? ORDER BY id"
OPEN = "SELECT count(*) FROM jobs WHERE batch_id = ? AND state IN ('waiting', 'running')"
ASKING = "SELECT name, reason FROM jobs WHERE batch_id = ? AND state = 'asking' ORDER BY id"
ANY_OPEN = "SELECT EXISTS (SELECT 1 FROM jobs WHERE state IN ('waiting', 'running'))"
COUNTS = (
    "SELECT count(*), SUM(state IN ('done', 'failed', 'asking', 'taken')), SUM(done), SUM(total)"
    " FROM jobs WHERE batch_id = ?"
)


class LostLease(StoreError):  # noqa: N818  (says what happened)
    """Another worker has taken over: whatever this one was about to write must not be written."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document of an upload; `done` articles of it have their receipts already."""

    id: int
    batch_id: int
    document_id: int
    sha256: str
    name: str
    kind: str
    actor: str
    done: int
    columns: str = ""
    """Which column of a spreadsheet is which, as JSON; empty where nobody said."""
    hold: int = 0
    """1 where what is read waits until somebody adds it."""
    internal: int = 0
    """1 where all that is read is the house's own."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an upload is: documents ended of all, and articles with a receipt of all those counted so far."""

    documents: int
    ended: int
    articles: int
    articles_known: int


def claim(db: Connection, owner: str, seconds: float = LEASE_SECONDS) -> Job | None:
    """Take the oldest waiting document, after giving back what dead workers held; None where nothing waits."""
    with transaction(db):
        _reclaim(db)
        row = db.execute(NEXT).fetchone()
        if row is None:
            return None
        db.execute(START, (owner, later(seconds), row[0]))
        return Job(*row)


def is_any_open(db: Connection) -> bool:
    """Whether a document waits, or is held by someone; asked often, as it takes no lock."""
    return bool(db.execute(ANY_OPEN).fetchone()[0])


@contextmanager
def holding(db: Connection, job: Job, owner: str, seconds: float = LEASE_SECONDS) -> Iterator[None]:
    """A transaction in which the job is surely still ours; raises LostLease where it is not."""
    with transaction(db):
        if db.execute(HELD, (later(seconds), job.id, owner)).rowcount != 1:
            raise LostLease("Another worker has taken this document over.")
        yield


def record(db: Connection, job: Job, first: int, receipts: Sequence[Receipt], total: int) -> None:
    """Write what became of these articles, of which the first is the document's `first`th, and how far the job is."""
    rows = [
        (n, receipt.name, receipt.outcome, receipt.title, receipt.reason, receipt.article_id, job.id)
        for n, receipt in enumerate(receipts, first)
    ]
    db.executemany(RECEIPT, rows)
    db.execute(PROGRESS, (first + len(receipts), total, job.id))


def finish(db: Connection, job: Job) -> None:
    """Every article of the document has its receipt."""
    _end(db, job.id, "done", "")
    log(db, job.actor, "document read", f"document {job.document_id}", name=job.name)


def fail(db: Connection, job: Job, reason: str) -> None:
    """The document cannot be read: its receipt names the reason."""
    _fail(db, job.id, job.name, job.done, reason)
    log(db, job.actor, "document unreadable", f"document {job.document_id}", name=job.name, reason=reason)


def give_back(db: Connection, job: Job, owner: str) -> None:
    """Let the next worker go on with this document; a stop on request is no failed attempt."""
    db.execute(GIVE_BACK, (job.id, owner))


def receipts_of(db: Connection, batch_id: int) -> list[Receipt]:
    """What became of each document of an upload so far."""
    return [Receipt(*row) for row in db.execute(RECEIPTS, (batch_id,))]


def is_finished(db: Connection, batch_id: int) -> bool:
    """Whether every document of an upload has ended, one way or the other."""
    return bool(db.execute(OPEN, (batch_id,)).fetchone()[0] == 0)


def asking(db: Connection, batch_id: int) -> list[tuple[str, str]]:
    """Name and question of each spreadsheet of an upload whose columns its user must name."""
    return [(row[0], row[1]) for row in db.execute(ASKING, (batch_id,))]


def progress_of(db: Connection, batch_id: int) -> Progress:
    """How far an upload is."""
    return Progress(*(value or 0 for value in db.execute(COUNTS, (batch_id,)).fetchone()))


def _reclaim(db: Connection) -> None:
    for job_id, owner, until, attempts in db.execute(RUNNING).fetchall():
        if until > now() and not is_gone(owner):
            continue
        if attempts < ATTEMPTS:
            db.execute(WAIT, (job_id,))
        else:
            name, done, actor = db.execute(STUCK, (job_id,)).fetchone()
            _fail(db, job_id, name, done, STOPPED)
            log(db, actor, "document set aside", f"job {job_id}", name=name, reason=STOPPED)


def _fail(db: Connection, job_id: int, name: str, n: int, reason: str) -> None:
    db.execute(RECEIPT, (n, name, "unreadable", "", reason, None, job_id))
    _end(db, job_id, "failed", reason)


def _end(db: Connection, job_id: int, state: str, reason: str) -> None:
    db.execute(END, (state, reason, now(), job_id))
