"""What screens count of a whole desk, and by how much that grows while documents are tried."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Filters
from parley.queries import where
from parley.queries.folding import fold, sentences_left, under
from parley.queries.pledges import pledges
from parley.queries.read import Connection, number
from parley.queries.units import Unit, how_many
from parley.store.sqlite import among, keys

UNITS: tuple[Unit, ...] = ("meetings", "referred", "articles", "sentences", "topics", "people")
SUBJECTS = "SELECT COUNT(DISTINCT x.topic_id) FROM mentions x WHERE {} AND {}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What screens count under no filter, each as they count it: see `units`, and `Promise.family`."""

    meetings: int = 0
    referred: int = 0
    articles: int = 0
    sentences: int = 0
    topics: int = 0
    people: int = 0
    promises: int = 0
    demands: int = 0
    signed: int = 0


@dataclass(frozen=True, slots=True)
class Growth:
    """By how much adding documents changes what screens count, and what else is told of them."""

    by: Numbers = Numbers()
    subjects: int = 0
    """Topics that they tell of, known here or not."""
    copies: int = 0
    """Texts among them that repeat others, and count with these."""
    known: int = 0
    """Texts among them that are held already, word for word."""


def numbers(db: Connection) -> Numbers:
    """What screens count at this moment."""
    every = {unit: how_many(db, unit, Filters()) for unit in UNITS}
    made = under(fold(pledges(db)), sentences_left(db, where.commitments(Filters())))
    of = Counter(one.family for one in made)
    return Numbers(**every, promises=of["promise"], demands=of["demand"], signed=of["signed"])


def growth(db: Connection, before: Numbers, fresh: Sequence[int], known: int) -> Growth:
    """What has changed since `before`, as these articles came, and so many were known already."""
    after = numbers(db)
    by = Numbers(*(getattr(after, name) - getattr(before, name) for name in Numbers.__slots__))
    told = where.mentions(Filters())
    subjects = number(db, SUBJECTS.format(told.sql, among("x.article_id")), (*told.values, keys(fresh)))
    return Growth(by, subjects, len(fresh) - by.articles, known)
