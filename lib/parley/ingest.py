"""The one workflow: read a document, code its articles, save them, and leave a receipt for each."""

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from parley import coding, reading
from parley.codebook import Codebook
from parley.errors import ParleyError
from parley.model import Article, Coding, Receipt
from parley.settings import Settings
from parley.store import Connection, known_article
from parley.store.articles import Origin, add, adopt, publish
from parley.store.blobs import bytes_of
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
    try:
        articles = reading.read(job.name, bytes_of(settings, job.sha256))
    except ParleyError as error:
        return _refuse(db, job, owner, str(error))
    except Exception as error:
        logger.exception("could not read %s", job.name)
        return _refuse(db, job, owner, STUMBLED.format(fault=type(error).__name__))
    for first, group in _groups(articles, job.done):
        if stop():
            return False
        told = [(article, _find(db, article, book)) for article in group]
        with holding(db, job, owner):
            receipts = [_save(db, job, article, found, book) for article, found in told]
            publish(db, [receipt.article_id for receipt in receipts if receipt.outcome == "new" and receipt.article_id])
            record(db, job, first, receipts, len(articles))
    with holding(db, job, owner):
        finish(db, job)
    return True


def _refuse(db: Connection, job: Job, owner: str, reason: str) -> bool:
    with holding(db, job, owner):
        fail(db, job, reason)
    return True


def _groups(articles: Sequence[Article], done: int) -> Iterator[tuple[int, Sequence[Article]]]:
    """Groups of the articles that have no receipt yet, each with the place of its first."""
    for first in range(done, len(articles), GROUP):
        yield first, articles[first : first + GROUP]


def _find(db: Connection, article: Article, book: Codebook) -> Found:
    return None if known_article(db, article) is not None else _code(article, book)


def _code(article: Article, book: Codebook) -> Coding | str:
    try:
        return coding.code(article, book)
    except Exception as error:
        logger.exception("could not code %s", article.title)
        return STUMBLED.format(fault=type(error).__name__)


def _save(db: Connection, job: Job, article: Article, found: Found, book: Codebook) -> Receipt:
    """Save one article on its own, and say what became of it."""
    receipt = partial(Receipt, job.name, title=article.title)
    is_sample = job.kind == "samples"
    if found is None:
        known = adopt(db, article, actor=job.actor, is_sample=is_sample)
        if known is not None:
            return receipt("known", article_id=known)
        found = _code(article, book)  # its text was taken away since
    if isinstance(found, str):
        return receipt("unreadable", reason=found)
    try:
        result = add(db, article, found, Origin(job.actor, job.document_id, job.batch_id, is_sample))
    except ParleyError as error:
        return receipt("unreadable", reason=str(error))
    except OperationalError:
        raise  # the disk is full, or the like: no fault of the article's
    except Exception as error:
        logger.exception("could not save %s", article.title)
        return receipt("unreadable", reason=STUMBLED.format(fault=type(error).__name__))
    return receipt(result.outcome, article_id=result.article_id)
