"""The one writer: holds the worker's lease, takes waiting documents one after the other, and sleeps in between."""

import logging
import os
import signal
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from threading import Event

from parley import codebook, coding
from parley.codebook import Codebook
from parley.converter import converter
from parley.errors import CodebookError, StoreError
from parley.ingest import ingest
from parley.recode import recode
from parley.settings import Settings
from parley.store import Connection, held, lease, recodings, writer
from parley.store.blobs import sweep
from parley.store.history import log, remember
from parley.store.jobs import LostLease, claim, give_back, is_any_open
from parley.store.recodings import Recoding
from parley.store.sqlite import OperationalError, transaction
from parley.store.taking_back import next_to_take, take_some
from parley.store.trials import next_trial
from parley.store.words import fill_words
from parley.waiting import add_asked, look_through, try_asked

PAUSE_SECONDS = 0.4
ACTOR = "worker"
"""Who did, in the log, what no user asked for."""
LIMITS = "limits"
"""Under which name the database remembers which limits hold while documents are read."""

TAKEN_AT_ONCE = 50
"""Articles of an upload that are taken back in one transaction: readers who decide something wait so long."""

logger = logging.getLogger(__name__)


def work(settings: Settings, *, until: Callable[[Connection], bool], stop: Event) -> bool:
    """Read waiting documents until `until` says that it is enough, or `stop` is set; both are asked between groups.

    Returns False at once where another worker is at it; raises StoreError where the database cannot be written, and
    CodebookError where the desk's own codebook contradicts itself.
    """
    owner = lease.me()
    book = codebook.load(settings.codebook)
    db = writer(settings)
    try:
        if not lease.acquire(db, owner):
            return False
        try:
            _prepare(db, settings, book)
            _take_jobs(db, settings, owner, book, until, stop)
        except LostLease:
            logger.warning("another worker has taken over")
        finally:
            lease.release(db, owner)
    except OperationalError as error:
        raise StoreError(f"The database {settings.database} cannot be written: {error}.") from error
    finally:
        db.close()
    return True


def run(settings: Settings, *, parent: int | None = None) -> bool:
    """Work until SIGTERM or SIGINT; False where another worker is at it.

    With a parent process: stand by while another worker is at it, and end with the parent.
    """
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def is_over(_: Connection | None = None) -> bool:
        return parent is not None and os.getppid() != parent

    while not work(settings, until=is_over, stop=stop):
        if parent is None:
            return False
        if is_over() or stop.wait(PAUSE_SECONDS):
            break
    return True


def _prepare(db: Connection, settings: Settings, book: Codebook) -> None:
    """Bring in the codebook's words, and clear away what crashes left; both are the worker's own doing."""
    with transaction(db):
        if changed := fill_words(db, book):
            log(db, ACTOR, "codebook brought in", "topics and dialogues", changed=changed)
    if gone := sweep(db, settings):
        with transaction(db):
            log(db, ACTOR, "unfinished uploads cleared", "uploads", files=gone)


def _take_jobs(
    db: Connection,
    settings: Settings,
    owner: str,
    book: Codebook,
    until: Callable[[Connection], bool],
    stop: Event,
) -> None:
    converter().start()
    if standing := converter().standing():
        remember(db, LIMITS, asdict(standing))
    renewed_at = time.monotonic()

    def is_enough() -> bool:
        """Asked between groups, which is also when the lease is renewed; seldom, as each time writes to the disk."""
        nonlocal renewed_at
        if time.monotonic() - renewed_at > lease.LEASE_SECONDS / 4:
            if not lease.renew(db, owner):
                raise LostLease("Another worker has taken over.")
            renewed_at = time.monotonic()
        return stop.is_set() or until(db)

    while not is_enough():
        if taking := next_to_take(db):
            take_some(db, taking, TAKEN_AT_ONCE, partial(coding.code, book=book))
            continue
        book = _as_it_is_now(db, settings, book)
        if held.is_any_asked(db):
            add_asked(db, owner, book, is_enough)
            continue
        if trial := next_trial(db):
            try_asked(db, *trial, book)
            continue
        job = claim(db, owner) if is_any_open(db) else None
        if job is not None:
            try:
                ingest(db, settings, job, owner, book, is_enough)
            finally:
                give_back(db, job, owner)  # changes nothing where the job has ended
        elif asked := recodings.waiting(db):
            _read_anew(db, settings, asked, owner, is_enough)
        elif held.is_any_unseen(db):
            look_through(db, book, is_enough)
        else:
            stop.wait(PAUSE_SECONDS)


def _as_it_is_now(db: Connection, settings: Settings, book: Codebook) -> Codebook:
    """The codebook in force, which people may change while the worker runs; the last usable one where it does not fit.

    Why it does not fit is told where it was changed, and by `_read_anew`.
    """
    try:
        now = codebook.load(settings.codebook)
    except CodebookError:
        return book
    if now is not book and now.version != book.version:
        with transaction(db):
            changed = fill_words(db, now)
            log(db, ACTOR, "codebook brought in", f"codebook {now.version}", changed=changed)
    return now


def _read_anew(db: Connection, settings: Settings, asked: Recoding, owner: str, stop: Callable[[], bool]) -> None:
    """Apply the codebook as it now is to every article."""
    try:
        book = codebook.load(settings.codebook)
    except CodebookError as error:
        with transaction(db):
            recodings.end(db, asked, asked.told, str(error))
        return
    recode(db, asked, owner, book, stop)
