"""The desk's own codebook saved: its files written whole or not at all, and each state kept in the database."""

import json
import os
from pathlib import Path

from parley import codebook
from parley.codebook import Files
from parley.codebook.differences import differences
from parley.codebook.own import read_folder
from parley.errors import CodebookError, StoreError
from parley.store.history import bump, log, now
from parley.store.recodings import ask
from parley.store.sqlite import Connection, transaction

ADD = "INSERT INTO codebook_versions (at, actor, reason, version, files, told) VALUES (?, ?, ?, ?, ?, ?)"
NEWEST = "SELECT files FROM codebook_versions ORDER BY id DESC LIMIT 1"
FOUND = "As it stood in the folder before"
NO_REASON = "Say why, so that others understand the change later."
CHANGED = "The codebook has been changed by someone else meanwhile. Nothing was saved: look at your change again."
SAME = "This changes nothing in the codebook."


def save_codebook(db: Connection, folder: Path, base: Files, files: Files, *, reason: str, actor: str) -> int:
    """Put these files in place of those of the folder, keep the state before, and ask for everything to be read anew.

    `base` are the files that the change was made on. Raises CodebookError where the files do not fit, StoreError where
    a reason is missing, nothing changes, the folder holds something else by now or cannot be written.
    """
    if not reason.strip():
        raise StoreError(NO_REASON)
    if files == base:
        raise StoreError(SAME)
    told = said_otherwise(base, files)
    version = codebook.of_files(files).version
    with transaction(db):
        if read_folder(folder) != base:
            raise StoreError(CHANGED)
        _keep_what_is_there(db, base, actor)
        number = _add(db, actor, reason.strip(), version, files, told)
        log(db, actor, "codebook changed", f"codebook {version}", reason=reason.strip(), changes=list(told))
        ask(db, actor)
        bump(db)
        _write(folder, files)
    return number


def said_otherwise(base: Files, files: Files) -> tuple[str, ...]:
    """What these files say otherwise than those before, a line each."""
    after = codebook.of_files(files)
    try:
        before = codebook.of_files(base)
    except CodebookError as error:
        return (f"In place of files that could not be used: {error}",)
    return differences(before, after)


def _keep_what_is_there(db: Connection, base: Files, actor: str) -> None:
    """A state that came into the folder otherwise is kept too, so that there is always a way back."""
    row = db.execute(NEWEST).fetchone()
    if row is None or _files(row[0]) != base:
        try:
            version = codebook.of_files(base).version
        except CodebookError:
            version = "not usable"
        _add(db, actor, FOUND, version, base, ())


def _files(text: str) -> Files:
    return tuple((name, told) for name, told in json.loads(text))


def _add(db: Connection, actor: str, reason: str, version: str, files: Files, told: tuple[str, ...]) -> int:
    texts = (json.dumps(files, ensure_ascii=False), json.dumps(told, ensure_ascii=False))
    return int(db.execute(ADD, (now(), actor, reason, version, *texts)).lastrowid or 0)


def _write(folder: Path, files: Files) -> None:
    """Each file beside its place first, then all put into place; files that are not among them go."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = [(folder / f".{name}.new", folder / name, text) for name, text in files]
        for beside, _, text in fresh:
            with beside.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for beside, place, _ in fresh:
            beside.replace(place)
        for name, _ in read_folder(folder):
            if name not in dict(files):
                (folder / name).unlink()
    except OSError as error:
        raise StoreError(
            f"The folder of the codebook cannot be written ({error.strerror}): {folder}. Nothing was saved."
        ) from error
