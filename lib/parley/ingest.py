"""The one workflow: read a document, code its articles, save them, and leave a receipt for each."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice

from parley import spreadsheets
from parley.adding import added, found_in
from parley.codebook import Codebook
from parley.converter import Part, converter
from parley.errors import NeedsColumns, ParleyError, UnreadableFile
from parley.model import Article, Coding, Receipt
from parley.settings import Settings
from parley.store import Connection, held, known_article
from parley.store.articles import adopt, as_dated, publish, text_key
from parley.store.blobs import opened
from parley.store.copies import Origin, is_from_elsewhere
from parley.store.given import drop_answered
from parley.store.history import log
from parley.store.internal import mark_text, stands_as_public
from parley.store.jobs import Job, LostLease, fail, finish, holding, record

GROUP = 50
"""Articles saved in one transaction. Within it each article is a savepoint of its own, so that one that cannot be
saved takes nothing else with it; a crash costs at most this many, which the next worker reads again."""

GROUP_SECONDS = 10.0
"""After which a group is saved as it is: slow documents must not keep the worker from renewing its lease."""

STAYS_PUBLIC = (
    "It is here already as a public document, and stays public. If it is internal, mark it where you read it."
)

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
        told = [(name, article, _find(db, job, article, book)) for name, article in group]
        total = max(converter().expected, done + len(group))
        with holding(db, job, owner):
            receipts = []
            for n, (name, article, before) in enumerate(told, done):
                found = _find(db, job, article, book) if before is None else before  # its text may be gone since
                receipts.append(_receipt(db, job, name, article, found))
                record(db, job, n, receipts[-1:], total)
                if receipts[-1].outcome == "waits" and isinstance(article, Article) and isinstance(found, Coding):
                    held.keep(db, job, n, article, found)
            publish(db, [receipt.article_id for receipt in receipts if receipt.outcome == "new" and receipt.article_id])
        done += len(group)
    with holding(db, job, owner):
        record(db, job, done, [], done)
        drop_answered(db, job.id)
        finish(db, job)
    return True


def _refuse(db: Connection, job: Job, owner: str, reason: str) -> bool:
    with holding(db, job, owner):
        fail(db, job, reason)
        drop_answered(db, job.id)
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


def _find(db: Connection, job: Job, article: Article | UnreadableFile, book: Codebook) -> Found:
    if isinstance(article, UnreadableFile):
        return str(article)
    known = known_article(db, article)
    # What would become a copy from elsewhere of a text already held waits like all else.
    elsewhere = known is not None and job.hold and is_from_elsewhere(db, known, article, job.document_id)
    waits = elsewhere and not _stays_public(db, job, article)
    return None if known is not None and not waits else found_in(as_dated(db, article), book)


def _receipt(db: Connection, job: Job, name: str, article: Article | UnreadableFile, found: Found) -> Receipt:
    """What becomes of one part of a document; that a part could not be read is told in the log, too."""
    own_name = job.name if name.startswith(job.name) else _path(job, name)
    if isinstance(article, UnreadableFile):
        receipt = Receipt(_path(job, name), "unreadable", reason=str(article))
    elif _stays_public(db, job, article):
        receipt = Receipt(own_name, "known", article.title, STAYS_PUBLIC, known_article(db, article))
    else:
        receipt = _save(db, job, own_name, article, found)
        if job.internal and receipt.outcome != "unreadable":
            mark_text(db, job.actor, text_key(article.text), article.title)
    if receipt.outcome == "unreadable":
        said = {"name": receipt.name, "title": receipt.title, "reason": receipt.reason}
        log(db, job.actor, "article unreadable", f"document {job.document_id}", **said)
    return receipt


def _stays_public(db: Connection, job: Job, article: Article) -> bool:
    """Whether an internal upload brings what the desk has as a public document: that keeps neither mark nor trace."""
    return bool(job.internal) and stands_as_public(db, text_key(article.text))


def _path(job: Job, part: str) -> str:
    """Where a part of a document stands: "all.zip/bad.pdf", to be found among two hundred in the zip."""
    return part if part.startswith(job.name) else f"{job.name}/{part}"


def _save(db: Connection, job: Job, path: str, article: Article, found: Found) -> Receipt:
    """Save one article on its own, or let it wait, and say what became of it."""
    receipt = partial(Receipt, path, title=article.title)
    origin = Origin(job.actor, job.document_id, job.batch_id, is_sample=job.kind == "samples")
    if found is None:
        return receipt("known", article_id=adopt(db, article, origin))
    if isinstance(found, str):
        return receipt("unreadable", reason=found)
    if job.hold:
        name = held.waits_already(db, job, article)
        return receipt("known", reason=f"Its text waits already, as {name}.") if name else receipt("waits")
    result = added(db, article, found, origin)
    if isinstance(result, str):
        return receipt("unreadable", reason=result)
    return receipt(result.outcome, article_id=result.article_id)
