"""Who is the worker: a lease that its holder renews, and that anyone may take once it has run out."""

import os
import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from parley.settings import Settings
from parley.store.history import now
from parley.store.open import reader
from parley.store.sqlite import Connection, transaction

WORKER = "worker"
LEASE_SECONDS = 120.0

HOLDER = "SELECT owner, until FROM leases WHERE name = ?"
TAKE = """
INSERT INTO leases (name, owner, until) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
"""
RENEW = "UPDATE leases SET until = ? WHERE name = ? AND owner = ?"
RELEASE = "DELETE FROM leases WHERE name = ? AND owner = ?"


def me() -> str:
    """This process, so that others on the machine can see whether it still lives: host and process id."""
    return f"{socket.gethostname()}:{os.getpid()}"


def later(seconds: float) -> str:
    """The instant so many seconds from now, written as `now()` writes it."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def is_gone(owner: str | None) -> bool:
    """Whether the owner was a process of this machine that has ended: then nobody need wait for its lease."""
    host, _, process = (owner or "").rpartition(":")
    if host != socket.gethostname() or not process.isdigit() or int(process) == 0:
        return False
    # A dead child whose end its parent has not yet asked for would still look alive to that parent.
    with suppress(ChildProcessError):
        os.waitpid(int(process), os.WNOHANG)
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def acquire(db: Connection, owner: str, seconds: float = LEASE_SECONDS) -> bool:
    """Become the worker, unless another one holds the lease and lives."""
    with transaction(db):
        if _holder(db) not in (None, owner):
            return False
        db.execute(TAKE, (WORKER, owner, later(seconds)))
        return True


def renew(db: Connection, owner: str, seconds: float = LEASE_SECONDS) -> bool:
    """Hold the lease longer; False where another has taken it, and this one must stop writing."""
    return db.execute(RENEW, (later(seconds), WORKER, owner)).rowcount == 1


def release(db: Connection, owner: str) -> None:
    """Let the next worker begin at once."""
    db.execute(RELEASE, (WORKER, owner))


def worker_is_alive(settings: Settings) -> bool:
    """Whether a worker reads uploads at this moment; where not, whoever shows a screen should start one."""
    db = reader(settings)
    try:
        return _holder(db) is not None
    finally:
        db.close()


def _holder(db: Connection) -> str | None:
    row = db.execute(HOLDER, (WORKER,)).fetchone()
    return row[0] if row and row[1] > now() and not is_gone(row[0]) else None
