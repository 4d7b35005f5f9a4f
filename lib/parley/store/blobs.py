"""The bytes of every upload, kept once under their SHA-256: temporary file, fsync, rename, fsync of the folder."""

import hashlib
import os
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from parley.errors import StoreError
from parley.settings import Settings
from parley.store.sqlite import Connection

KNOWN = "SELECT sha256 FROM documents"
UNFINISHED = ".part"
# An upload that is being stored just now has bytes and no row yet.
YOUNG_SECONDS = 3600.0


def keep(settings: Settings, data: bytes) -> str:
    """Store bytes so that a crash at any moment leaves all of them or none; returns their SHA-256."""
    name = hashlib.sha256(data).hexdigest()
    path = _path(settings, name)
    try:
        if path.exists():
            os.utime(path)
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(path, data)
    except OSError as error:
        raise StoreError(f"The upload cannot be stored in {settings.blobs}: {error.strerror}.") from error
    return name


def bytes_of(settings: Settings, sha256: str) -> bytes:
    """The bytes of an upload."""
    try:
        return _path(settings, sha256).read_bytes()
    except OSError as error:
        raise StoreError("The uploaded bytes are no longer on the disk. Upload the file again.") from error


def opened(settings: Settings, sha256: str) -> BinaryIO:
    """The open file of an upload, for whoever reads it without taking it into memory here."""
    try:
        return _path(settings, sha256).open("rb")
    except OSError as error:
        raise StoreError("The uploaded bytes are no longer on the disk. Upload the file again.") from error


def sweep(db: Connection, settings: Settings, *, older_than: float = YOUNG_SECONDS) -> int:
    """Remove what crashes left behind: unfinished files, and bytes that no document names; how many went."""
    known = {row[0] for row in db.execute(KNOWN)}
    limit = time.time() - older_than
    gone = 0
    for path in settings.blobs.glob("*/*"):
        if path.name not in known and path.stat().st_mtime <= limit:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _path(settings: Settings, sha256: str) -> Path:
    return settings.blobs / sha256[:2] / sha256


def _write_through(path: Path, data: bytes) -> None:
    handle, part = tempfile.mkstemp(suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):  # the new name, and a folder new with it, must outlive a crash
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
