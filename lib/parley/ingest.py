"""The one workflow: read a document, code its articles, save them, and leave a receipt for each."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice

from parley import coding, spreadsheets
from parley.codebook import Codebook
from parley.converter import STUMBLED, Part, converter
from parley.errors import NeedsColumns, ParleyError, UnreadableFile
from parley.model import Article, Coding, Receipt
from parley.settings import Settings
from parley.store import Connection, known_article
from parley.store.articles import add, adopt, as_dated, publish
from parley.store.blobs import opened
from parley.store.copies import Origin
from parley.store.history import log
from parley.store.jobs import Job, LostLease, fail, finish, holding, record
from parley.store.sqlite import OperationalError

GROUP = 50
"""Articles saved in one transaction. Within it each article is a savepoint of its own, so that one that cannot be
saved takes nothing else with it; a crash costs at most this many, which the next worker reads again."""

logger = logging.getLogger(__name__)

GROUP_SECONDS = 10.0
"""After which a group is saved as it is: slow documents must not keep the worker from renewing its lease."""

Found = Coding | str | None
"""What was found in an article; the reason why nothing could be; or None where its text is held already."""


def ingest(db: Connection, settings: Settings, job: Job, owner: str, book: Codebook, stop: Callable[[], bool]) -> bool:
    """Take one document to its receipts; False where it was asked to stop on the way, with the rest still to do.

    Raises LostLease where another worker has taken the document over; then nothing more is written.
    """
    columns = spreadsheets.columns_of(job)
    try:
        with opened(settings, job.sha256) as document:
            if columns and columns.kind == "meetings":
                rows = spreadsheets.read_rows(converter().rows_in(job.name, document, columns), columns)
                return spreadsheets.take_in(db, job, owner, columns, rows)
            with closing(converter().parts_in(job.name, document, columns)) as parts:
                return _take(db, job, owner, book, stop, parts)
    except LostLease:
        raise
    except NeedsColumns as question:
        return spreadsheets.ask_for_columns(db, job, owner, question)
    except ParleyError as error:
        return spreadsheets.is_asked_again(db, job, owner, str(error)) or _refuse(db, job, owner, str(error))


def _take(
    db: Connection, job: Job, owner: str, book: Codebook, stop: Callable[[], bool], parts: Iterator[Part]
) -> bool:
    """Code and save what has no receipt yet, group by group, while the rest is still being read."""
    done = job.done
    for group in _groups(islice(parts, done, None)):
        if stop():
            return False
        told = [(name, article, _find(db, article, book)) for name, article in group]
        with holding(db, job, owner):
            receipts = [_receipt(db, job, name, article, found, book) for name, article, found in told]
            publish(db, [receipt.article_id for receipt in receipts if receipt.outcome == "new" and receipt.article_id])
            record(db, job, done, receipts, max(converter().expected, done + len(group)))
        done += len(group)
    with holding(db, job, owner):
        record(db, job, done, [], done)
        finish(db, job)
    return True


def _refuse(db: Connection, job: Job, owner: str, reason: str) -> bool:
    with holding(db, job, owner):
        fail(db, job, reason)
    return True


def _groups(parts: Iterator[Part]) -> Iterator[list[Part]]:
    """The parts in groups, each as soon as it is full or has taken its time; the last one is what is left."""
    group: list[Part] = []
    began = time.monotonic()
    for part in parts:
        group.append(part)
        if len(group) == GROUP or time.monotonic() - began > GROUP_SECONDS:
            yield group
            group, began = [], time.monotonic()
    if group:
        yield group


def _find(db: Connection, article: Article | UnreadableFile, book: Codebook) -> Found:
    if isinstance(article, UnreadableFile):
        return str(article)
    return None if known_article(db, article) is not None else _code(as_dated(db, article), book)


def _code(article: Article, book: Codebook) -> Coding | str:
    try:
        return coding.code(article, book)
    except Exception as error:
        logger.exception("could not code %s", article.title)
        return STUMBLED.format(fault=type(error).__name__)


def _receipt(
    db: Connection, job: Job, name: str, article: Article | UnreadableFile, found: Found, book: Codebook
) -> Receipt:
    """What becomes of one part of a document; that a part could not be read is told in the log, too."""
    if isinstance(article, UnreadableFile):
        receipt = Receipt(_path(job, name), "unreadable", reason=str(article))
    else:
        receipt = _save(db, job, job.name if name.startswith(job.name) else _path(job, name), article, found, book)
    if receipt.outcome == "unreadable":
        said = {"name": receipt.name, "title": receipt.title, "reason": receipt.reason}
        log(db, job.actor, "article unreadable", f"document {job.document_id}", **said)
    return receipt


def _path(job: Job, part: str) -> str:
    """Where a part of a document stands: "all.zip/bad.pdf", to be found among two hundred in the zip."""
    return part if part.startswith(job.name) else f"{job.name}/{part}"


def _save(db: Connection, job: Job, path: str, article: Article, found: Found, book: Codebook) -> Receipt:
    """Save one article on its own, and say what became of it."""
    receipt = partial(Receipt, path, title=article.title)
    origin = Origin(job.actor, job.document_id, job.batch_id, is_sample=job.kind == "samples")
    if found is None:
        known = adopt(db, article, origin)
        if known is not None:
            return receipt("known", article_id=known)
        found = _code(as_dated(db, article), book)  # its text was taken away since
    if isinstance(found, str):
        return receipt("unreadable", reason=found)
    try:
        result = add(db, article, found, origin)
    except ParleyError as error:
        return receipt("unreadable", reason=str(error))
    except OperationalError:
        raise  # the disk is full, or the like: no fault of the article's
    except Exception as error:
        logger.exception("could not save %s", article.title)
        return receipt("unreadable", reason=STUMBLED.format(fault=type(error).__name__))
    return receipt(result.outcome, article_id=result.article_id)
