"""Every stored article read anew by the codebook as it now is: group by group, each group whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from parley import coding
from parley.codebook import Codebook
from parley.model import Article, Coding
from parley.store import Connection, lease
from parley.store.changes import Change
from parley.store.history import bump
from parley.store.jobs import LostLease
from parley.store.recodings import Recoding, end, record, rewrite, stored_after
from parley.store.sqlite import transaction
from parley.store.words import drop_unused, fill_words

GROUP = 50
"""Articles in one transaction; a crash costs at most this many, which the next worker reads again."""


def recode(db: Connection, asked: Recoding, owner: str, book: Codebook, stop: Callable[[], bool]) -> bool:
    """Bring every article to what this codebook finds; False where it was asked to stop on the way.

    A request that another codebook began begins anew. Raises LostLease where another worker has taken over.
    """
    goes_on = asked.version == book.version
    last_id, told = (asked.last_id, asked.told) if goes_on else (0, Counter[str]())
    with transaction(db):
        fill_words(db, book)
    while group := stored_after(db, last_id, GROUP):
        if stop():
            return False
        codings = [coding.code(article, book) for _, article in group]
        with transaction(db):
            if not lease.renew(db, owner):
                raise LostLease("Another worker has taken over.")
            changed: list[Change] = []
            codings_now = _as_it_stands(group, codings, dict(stored_after(db, last_id, GROUP)), book)
            changes = sum(
                (rewrite(db, number, found, keep=True, told=changed) for number, found in codings_now), Counter[str]()
            )
            last_id, told = group[-1][0], told + changes
            record(db, asked.id, book.version, last_id, told, changed)
            if changes["changed"]:
                bump(db)
    with transaction(db):
        drop_unused(db)
        end(db, asked, told)
        bump(db)
    return True


def _as_it_stands(
    group: Sequence[tuple[int, Article]], codings: Sequence[Coding], stand: Mapping[int, Article], book: Codebook
) -> Iterator[tuple[int, Coding]]:
    """The codings of the articles that are still there; of one that people dated otherwise meanwhile, a new one."""
    for (number, article), found in zip(group, codings, strict=True):
        if number in stand:
            yield number, found if stand[number] == article else coding.code(stand[number], book)


def what_if(db: Connection, book: Codebook, changed: list[Change] | None = None) -> Iterator[Counter[str]]:
    """What would change, group by group, in words added to `changed`; afterwards everything is as it was."""
    last_id = 0
    while group := stored_after(db, last_id, GROUP):
        codings = [(article_id, coding.code(article, book)) for article_id, article in group]
        last_id = codings[-1][0]
        yield sum((rewrite(db, number, found, keep=False, told=changed) for number, found in codings), Counter[str]())
