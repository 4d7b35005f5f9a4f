"""A text given for a document that could not be read, by a person or by Tesseract: it becomes its article."""

from dataclasses import dataclass

from parley.errors import ParleyError
from parley.settings import Settings
from parley.store.blobs import keep
from parley.store.history import log, now
from parley.store.intake import DOCUMENT
from parley.store.sqlite import Connection, transaction

PASTED, TESSERACT = "pasted by a person", "read with Tesseract"
IS_READING = "Tesseract is reading this scan now"
"""How the reason of a receipt begins while Tesseract is at it."""

DOCUMENT_OF = """
SELECT r.name, r.batch_id, j.document_id, d.sha256, b.actor, j.hold
FROM receipts r JOIN jobs j ON j.id = r.job_id JOIN documents d ON d.id = j.document_id
    JOIN batches b ON b.id = r.batch_id
WHERE r.id = ? AND r.outcome = 'unreadable' AND b.taken = ''
"""
JOB = """
INSERT INTO jobs (batch_id, document_id, name, created_at, hold, given_id)
SELECT ?, ?, ?, ?, ?, id FROM documents WHERE sha256 = ?
"""
FORGET = "DELETE FROM receipts WHERE id = ?"
# A text keeps its place when its upload, once taken back, is read again.
ANSWERED = """
DELETE FROM receipts WHERE job_id = ? AND outcome = 'unreadable' AND EXISTS (
    SELECT 1 FROM jobs g WHERE g.batch_id = receipts.batch_id AND g.given_id IS NOT NULL
    AND g.name IN (receipts.name || ' (' || ? || ')', receipts.name || ' (' || ? || ')'))
"""
REASON = "UPDATE receipts SET reason = ? WHERE id = ? AND outcome = 'unreadable'"


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: its name on the receipt, its upload, and its bytes."""

    name: str
    batch_id: int
    document_id: int
    sha256: str
    actor: str
    hold: int


def unread(db: Connection, receipt_id: int) -> Unread:
    """The unreadable document of a receipt; raises ParleyError where it has been read since."""
    row = db.execute(DOCUMENT_OF, (receipt_id,)).fetchone()
    if row is None:
        raise ParleyError("This document has been read or taken back since. Look at its upload.")
    return Unread(*row)


def give_text(db: Connection, settings: Settings, receipt_id: int, data: bytes, *, actor: str, how: str) -> None:
    """File this text as that of an unreadable document: same upload, and its receipt is made anew."""
    sha256 = keep(settings, data)
    with transaction(db):
        document = unread(db, receipt_id)
        at = now()
        db.execute(DOCUMENT, (sha256, len(data), at))
        db.execute(
            JOB, (document.batch_id, document.document_id, _named(document.name, how), at, document.hold, sha256)
        )
        db.execute(FORGET, (receipt_id,))
        log(db, actor, "text given", f"document {document.document_id}", name=document.name, how=how)


def _named(name: str, how: str) -> str:
    """The document's name with how its text came: what the text is, no longer follows from the suffix of the name."""
    for before in (PASTED, TESSERACT):
        name = name.removesuffix(f" ({before})")
    return f"{name} ({how})"


def drop_answered(db: Connection, job_id: int) -> None:
    """Take away the receipts that say of a document that it could not be read, for which a text was given before."""
    db.execute(ANSWERED, (job_id, PASTED, TESSERACT))


def tell(db: Connection, receipt_id: int, reason: str) -> None:
    """Say on the receipt of an unreadable document how things stand with it."""
    with transaction(db):
        db.execute(REASON, (reason, receipt_id))
