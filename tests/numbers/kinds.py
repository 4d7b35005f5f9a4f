"""What a number on a screen is to the test: its value, and what a click on it opens."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from parley.model import Filters
from parley.queries import evidence, units
from parley.queries.read import Connection
from parley.ui.evidence import Opened

Behind = Opened | frozenset[Hashable]


@dataclass(frozen=True)
class Number:
    """One number on a screen: what it stands for, its value, and what it opens.

    What is opened is an `Opened`, as the evidence panel takes it, or the set of units that the screen itself lists.
    `kind` tells numbers of one metric apart that stand for different things: each is to be above zero once.
    """

    of: str
    value: int
    behind: Behind
    kind: str = ""


Numbers = Callable[[Connection, Filters], Iterable[Number]]


@dataclass(frozen=True)
class Metric:
    """All numbers of one kind on one screen. `kinds` are those that it must show; "" is one kind alone."""

    screen: str
    name: str
    numbers: Numbers
    kinds: tuple[str, ...] = ("",)
    is_filtered: bool = True
    """Whether it heeds the filters; numbers of the whole desk are compared once, every one of them."""


def units_behind(db: Connection, behind: Behind) -> set[Hashable]:
    """The distinct units that a reader finds, each with a source sentence, as the evidence panel lists them."""
    if not isinstance(behind, Opened):
        return set(behind)
    listed = {int(unit) for unit in units.units(db, behind.unit, behind.filters)["unit"]}
    if behind.keys is not None:
        listed &= set(behind.keys)
    if not listed:
        return set()
    told = evidence.evidence(db, behind.unit, behind.filters, tuple(sorted(listed)))
    assert set(told["unit"]) == listed, f"units without a sentence: {listed - set(told['unit'])}"
    assert told["sentence"].str.strip().all()
    return set(listed)
