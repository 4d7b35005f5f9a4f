"""Documents that wait: what each would become, what adding some would do, and those that somebody asked for, added."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from parley.adding import added, found_in
from parley.codebook import Codebook
from parley.model import Coding
from parley.queries.growth import Growth, growth, numbers
from parley.store import Connection, SaveResult, held, lease, trials
from parley.store.articles import as_dated, publish
from parley.store.jobs import LostLease
from parley.store.kept import as_json
from parley.store.sqlite import transaction
from parley.store.trial import Waiting, tried

GROUP = 50
"""Documents added in one transaction."""
LOOK = 100
"""Documents tried in one transaction, half a second: which of them tell of one meeting is seen among these."""

MOST_TRIED = 2_000
"""Documents tried at once, some seconds: what is written elsewhere waits so long."""

logger = logging.getLogger(__name__)


def look_through(db: Connection, book: Codebook, stop: Callable[[], bool]) -> None:
    """Say of each waiting document what it would become, where articles came or went or people decided on its text.

    Ends early when asked to.
    """
    with transaction(db):
        held.list_unread(db)
    while not stop() and (documents := held.unseen(db, LOOK)):
        with transaction(db):
            with tried(db, [_current(db, one, book) for one in documents]) as (outcomes, _):
                pass
            held.write_seen(db, outcomes, held.standing(db))
    while not stop() and (documents := held.aside(db, LOOK)):
        with transaction(db):
            with tried(db, [_current(db, one, book) for one in documents]) as (outcomes, _):
                pass
            held.write_aside(db, outcomes, held.standing(db))


def would_add(db: Connection, ids: Sequence[int], book: Codebook) -> Growth:
    """By how much adding these documents would change what screens count; nothing is changed."""
    documents = [_current(db, one, book) for one in held.these(db, ids)]
    with transaction(db):  # nobody else adds anything between the two counts
        before = numbers(db)
        with tried(db, documents) as (_, fresh):
            return growth(db, before, fresh, len(documents) - len(fresh))


def try_asked(db: Connection, number: int, ids: Sequence[int], book: Codebook) -> None:
    """Try documents for a screen that asked for it; of very many the first ones, as nobody may write meanwhile."""
    trials.tell(db, number, as_json(would_add(db, ids[:MOST_TRIED], book)))


def add_asked(db: Connection, owner: str, book: Codebook, stop: Callable[[], bool]) -> None:
    """Add all documents that somebody asked for, group by group.

    Raises LostLease where another worker has taken over; then the group at hand is not added.
    """
    while not stop() and (group := held.asked(db, GROUP)):
        documents = [_current(db, one.waiting, book) for one in group]
        with transaction(db):
            if not lease.renew(db, owner):
                raise LostLease("Another worker has taken over.")
            results = [_add(db, one) for one in documents]
            publish(db, [r.article_id for r in results if not isinstance(r, str) and r.outcome == "new"])


def _add(db: Connection, one: Waiting) -> SaveResult | str:
    result = added(db, one.article, one.coding, one.origin)
    held.end(db, one, result)
    return result


def _current(db: Connection, one: Waiting, book: Codebook) -> Waiting:
    """The document as the codebook of today reads it, with the date that a person gave it.

    What was found is used again where neither has changed.
    """
    dated = as_dated(db, one.article)
    if one.coding.codebook_version == book.version and dated == one.article:
        return one
    found = found_in(dated, book)
    if isinstance(found, Coding):
        return replace(one, coding=found)
    logger.warning("%s stays as the earlier codebook read it", one.article.title)
    return one
