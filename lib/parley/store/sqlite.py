"""What is SQLite's own: the driver, its pragmas, and full-text search. Another database would replace this file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from parley.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:  # no wheel of it on Linux arm64 and Intel macOS
        import sqlite3

Connection = sqlite3.Connection
OperationalError = sqlite3.OperationalError
IntegrityError = sqlite3.IntegrityError
SQLITE_VERSION: tuple[int, ...] = tuple(int(part) for part in sqlite3.sqlite_version.split("."))

BUSY_MS = 15_000
PAGE_BYTES = 16_384
MOST_FAULTS = 5

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'articles', content_rowid = 'search_key', tokenize = 'unicode61 remove_diacritics 2'
);
"""


def among(column: str) -> str:
    """SQL that is true where the column holds one of many keys, which are bound as one value: `keys(…)`."""
    return f"{column} IN (SELECT value FROM json_each(?))"


def part_of(column: str, name: str) -> str:
    """SQL for what a column of JSON says under a name; NULL where it says nothing, or is empty."""
    return f"json_extract(NULLIF({column}, ''), '$.{name}')"


def keys(found: Iterable[int | str]) -> str:
    """Many keys as the one value that `among` asks for: however many they are, the statement stays the same."""
    return json.dumps(list(found))


FILL_SEARCH = f"""
INSERT INTO search (rowid, title, text)
SELECT search_key, title, text FROM articles WHERE {among("id")} ORDER BY search_key
"""
CUT_SEARCH = f"""
INSERT INTO search (search, rowid, title, text)
SELECT 'delete', search_key, title, text FROM articles WHERE {among("id")}
"""


def has_safe_wal(version: Sequence[int] = SQLITE_VERSION) -> bool:
    """Whether this SQLite is free of the WAL-reset race, which can lose a commit (sqlite.org/wal.html)."""
    found = tuple(version)
    return found >= (3, 51, 3) or (3, 44, 6) <= found < (3, 45) or (3, 50, 7) <= found < (3, 51)


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """A connection in autocommit mode, with every pragma that the store relies on; threads may hand it on."""
    try:
        db = sqlite3.connect(str(path), timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
        db.execute(f"PRAGMA page_size = {PAGE_BYTES}")  # takes effect on a new file alone
        if not read_only:
            _set_journal(db)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA cache_size = -32000")
        db.execute(f"PRAGMA query_only = {int(read_only)}")
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"The database {path} cannot be opened: {error}. Restore a backup, or move the file away."
        ) from error
    return db


def _set_journal(db: Connection) -> None:
    """WAL where it is safe, else the rollback journal; a file that already has it needs no lock."""
    wanted = "wal" if has_safe_wal() else "delete"
    if db.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        db.execute(f"PRAGMA journal_mode = {wanted}")


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All or nothing: takes the write lock at once; inside another one, a part that can fail on its own."""
    inner = db.in_transaction
    begin, undo, done = (
        ("SAVEPOINT part", "ROLLBACK TO part", "RELEASE part") if inner else ("BEGIN IMMEDIATE", "ROLLBACK", "COMMIT")
    )
    db.execute(begin)
    try:
        yield
        db.execute(done)
    except BaseException:
        if db.in_transaction:
            db.execute(undo)
            if inner:
                db.execute(done)
        raise


class _TakenBack(Exception):  # noqa: N818  (no error: how a transaction is taken back)
    pass


@contextmanager
def taken_back(db: Connection) -> Iterator[None]:
    """A transaction of which nothing stays."""
    with suppress(_TakenBack), transaction(db):
        yield
        raise _TakenBack


@contextmanager
def may_write(db: Connection) -> Iterator[None]:
    """Let a connection that only reads make tables of its own for a while; the file is to be left alone."""
    db.execute("PRAGMA query_only = 0")
    try:
        yield
    finally:
        db.execute("PRAGMA query_only = 1")


def fill_search(db: Connection, article_ids: Iterable[int]) -> None:
    """Add these articles to the search index in one statement."""
    db.execute(FILL_SEARCH, (keys(article_ids),))


def cut_search(db: Connection, article_ids: Iterable[int]) -> None:
    """Take these articles out of the search index; to be called while their rows still stand."""
    db.execute(CUT_SEARCH, (keys(article_ids),))


def journal_of(db: Connection) -> str:
    """How this database keeps a change until it is whole: "wal", or "delete" for the rollback journal."""
    return str(db.execute("PRAGMA journal_mode").fetchone()[0])


def faults(db: Connection) -> tuple[str, ...]:
    """What is wrong with the file, its tables and indexes, in SQLite's own words; empty where all is sound.

    Reads the whole file: about a second for 100 MB.
    """
    try:
        found = tuple(str(row[0]) for row in db.execute(f"PRAGMA integrity_check({MOST_FAULTS})"))
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return () if found == ("ok",) else found
