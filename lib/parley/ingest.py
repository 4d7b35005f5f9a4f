"""The one workflow: read a document, code its articles, save them, and leave a receipt for each."""

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from parley import coding, reading, spreadsheets
from parley.codebook import Codebook
from parley.errors import NeedsColumns, ParleyError, UnreadableFile
from parley.model import Article, Coding, Columns, Receipt
from parley.reading import Part
from parley.reading.spreadsheet import meeting_rows, parts_by_columns
from parley.settings import Settings
from parley.store import Connection, known_article
from parley.store.articles import add, adopt, publish
from parley.store.blobs import bytes_of
from parley.store.copies import Origin
from parley.store.history import log
from parley.store.jobs import Job, fail, finish, holding, record
from parley.store.sqlite import OperationalError

GROUP = 50
"""Articles saved in one transaction. Within it each article is a savepoint of its own, so that one that cannot be
saved takes nothing else with it; a crash costs at most this many, which the next worker reads again."""

STUMBLED = (
    "Parley stumbled over this document ({fault}). The rest of the upload went on. Please report it with the document."
)
logger = logging.getLogger(__name__)

Found = Coding | str | None
"""What was found in an article; the reason why nothing could be; or None where its text is held already."""


def ingest(db: Connection, settings: Settings, job: Job, owner: str, book: Codebook, stop: Callable[[], bool]) -> bool:
    """Take one document to its receipts; False where it was asked to stop on the way, with the rest still to do.

    Raises LostLease where another worker has taken the document over; then nothing more is written.
    """
    columns, rows = spreadsheets.columns_of(job), None
    try:
        data = bytes_of(settings, job.sha256)
        if columns and columns.kind == "meetings":
            rows = spreadsheets.read_rows(meeting_rows(job.name, data, columns), columns)
        parts = [] if rows else _parts(job, data, columns)
    except NeedsColumns as question:
        return spreadsheets.ask_for_columns(db, job, owner, question)
    except ParleyError as error:
        return spreadsheets.is_asked_again(db, job, owner, str(error)) or _refuse(db, job, owner, str(error))
    except Exception as error:
        logger.exception("could not read %s", job.name)
        return _refuse(db, job, owner, STUMBLED.format(fault=type(error).__name__))
    if columns and rows:
        return spreadsheets.take_in(db, job, owner, columns, rows)
    for first, group in _groups(parts, job.done):
        if stop():
            return False
        told = [(name, article, _find(db, article, book)) for name, article in group]
        with holding(db, job, owner):
            receipts = [_receipt(db, job, name, article, found, book) for name, article, found in told]
            publish(db, [receipt.article_id for receipt in receipts if receipt.outcome == "new" and receipt.article_id])
            record(db, job, first, receipts, len(parts))
    with holding(db, job, owner):
        finish(db, job)
    return True


def _parts(job: Job, data: bytes, columns: Columns | None) -> list[Part]:
    return parts_by_columns(job.name, data, columns) if columns else reading.parts_of(job.name, data)


def _refuse(db: Connection, job: Job, owner: str, reason: str) -> bool:
    with holding(db, job, owner):
        fail(db, job, reason)
    return True


def _groups(parts: Sequence[Part], done: int) -> Iterator[tuple[int, Sequence[Part]]]:
    """Groups of the parts that have no receipt yet, each with the place of its first."""
    for first in range(done, len(parts), GROUP):
        yield first, parts[first : first + GROUP]


def _find(db: Connection, article: Article | UnreadableFile, book: Codebook) -> Found:
    if isinstance(article, UnreadableFile):
        return str(article)
    return None if known_article(db, article) is not None else _code(article, book)


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
        receipt = Receipt(name, "unreadable", reason=str(article))
    else:
        receipt = _save(db, job, article, found, book)
    if receipt.outcome == "unreadable":
        said = {"name": receipt.name, "title": receipt.title, "reason": receipt.reason}
        log(db, job.actor, "article unreadable", f"document {job.document_id}", **said)
    return receipt


def _save(db: Connection, job: Job, article: Article, found: Found, book: Codebook) -> Receipt:
    """Save one article on its own, and say what became of it."""
    receipt = partial(Receipt, job.name, title=article.title)
    origin = Origin(job.actor, job.document_id, job.batch_id, is_sample=job.kind == "samples")
    if found is None:
        known = adopt(db, article, origin)
        if known is not None:
            return receipt("known", article_id=known)
        found = _code(article, book)  # its text was taken away since
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
