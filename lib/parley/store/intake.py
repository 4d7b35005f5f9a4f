"""Uploads come in: each file's bytes once, and one job each, before anyone is told that they arrived."""

from collections.abc import Iterable
from typing import Literal

from parley.errors import ParleyError
from parley.settings import Settings
from parley.store.blobs import keep
from parley.store.history import log, now
from parley.store.sqlite import Connection, transaction

Kind = Literal["upload", "paste", "samples", "command"]

BATCH = "INSERT INTO batches (kind, actor, created_at, internal) VALUES (?, ?, ?, ?)"
DOCUMENT = "INSERT INTO documents (sha256, size, received_at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"
JOB = """
INSERT INTO jobs (batch_id, document_id, name, created_at, columns, hold)
SELECT ?, id, ?, ?, ?, ? FROM documents WHERE sha256 = ?
"""
ANY_BATCH = "SELECT EXISTS (SELECT 1 FROM batches)"


def is_untouched(db: Connection) -> bool:
    """Whether nothing was ever uploaded here, not even the samples."""
    return not db.execute(ANY_BATCH).fetchone()[0]


def accept(
    db: Connection,
    settings: Settings,
    files: Iterable[tuple[str, bytes]],
    kind: Kind,
    actor: str,
    columns: str = "",
    *,
    hold: bool = False,
    internal: bool = False,
) -> int:
    """File an upload of (name, bytes) for the worker, and return its batch; nothing is read here.

    `columns` says of spreadsheets, as JSON, which of their columns are which; with `hold`, what is read of articles
    waits until somebody adds it; `internal` marks each text of it as the house's own. The bytes are safe on the disk
    before the one short transaction that names them.
    """
    kept = [(name, keep(settings, data), len(data)) for name, data in files]
    if not kept:
        raise ParleyError("There is nothing to read: choose at least one file, or paste a text.")
    with transaction(db):
        at = now()
        batch = int(db.execute(BATCH, (kind, actor, at, int(internal))).lastrowid or 0)
        db.executemany(DOCUMENT, [(sha256, size, at) for _, sha256, size in kept])
        db.executemany(JOB, [(batch, name, at, columns, int(hold), sha256) for name, sha256, _ in kept])
        told = {"internal": True} if internal else {}
        log(db, actor, "upload", f"batch {batch}", kind=kind, documents=len(kept), **told)
    return batch
