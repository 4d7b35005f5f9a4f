"""Documents, and parts of them, that could not be read: which, when, why, and what to do next."""

from dataclasses import dataclass

from parley.errors import SCAN
from parley.queries.read import Connection, number

PAGE = 20
OFFER = "Paste its text, or upload it in another form."
"""What to do where the reason names nothing."""

# An upload that is taken back is nobody's work any more, nor is what somebody has left out.
FAILED = """
FROM receipts r JOIN jobs j ON j.id = r.job_id JOIN batches b ON b.id = r.batch_id
WHERE r.outcome = 'unreadable' AND b.taken = ''
  AND NOT EXISTS (SELECT 1 FROM held h WHERE h.receipt_id = r.id AND h.state = 'left')
"""
HOW_MANY = f"SELECT count(*) {FAILED}"
LISTED = f"""
SELECT r.id, r.name, r.title, r.reason, coalesce(j.finished_at, b.created_at), b.kind {FAILED}
AND r.id < ? ORDER BY r.id DESC LIMIT ?
"""
ONE = f"SELECT r.id, r.name, r.title, r.reason, coalesce(j.finished_at, b.created_at), b.kind {FAILED} AND r.id = ?"


@dataclass(frozen=True, slots=True)
class Failed:
    """A document, or a part of one, that could not be read; `at` is the instant when that was found out."""

    id: int
    """That of its receipt: the line in its upload."""
    name: str
    title: str
    reason: str
    at: str
    kind: str
    """How its upload came: see `store.intake`."""

    @property
    def why(self) -> str:
        """The first sentence of the reason."""
        return _parts(self.reason)[0]

    @property
    def next_step(self) -> str:
        """What its user can do: the rest of the reason, as every reason says it."""
        return _parts(self.reason)[1] or OFFER


def is_scan(reason: str) -> bool:
    """Whether what could not be read is a PDF of pictures, or one that Tesseract could not read either."""
    return reason.startswith((SCAN, "Tesseract", "Reading this scan"))


def how_many_failed(db: Connection) -> int:
    """How many documents, or parts of them, could not be read."""
    return number(db, HOW_MANY)


def failed(db: Connection, before: int | None = None, most: int = PAGE) -> list[Failed]:
    """A page of them, newest first, below the receipt `before`."""
    return [Failed(*row) for row in db.execute(LISTED, (2**62 if before is None else before, most))]


def failed_one(db: Connection, receipt: int) -> Failed | None:
    """The one with this receipt; None where it was read, left out or taken back since."""
    row = db.execute(ONE, (receipt,)).fetchone()
    return Failed(*row) if row else None


def _parts(reason: str) -> tuple[str, str]:
    first, mark, rest = reason.partition(". ")
    return (f"{first}.", rest) if mark else (reason, "")
