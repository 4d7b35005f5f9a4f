"""The numbers of the promises screen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from parley.model import Filters
from parley.queries import commitments, promise_states, where
from parley.queries.commitments import Choice
from parley.queries.folding import Promise, sentences_left
from parley.queries.read import Connection
from parley.ui.evidence import Opened
from parley.ui.promises import by_dialogue
from tests.numbers.kinds import Metric, Number


def promise_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    """Each kind, whose, and where it stands; a promise has its sentences, which a reader finds in its card."""
    found, today = commitments.board(db, filters), date(2024, 1, 1)
    every = commitments.narrowed(found, Choice("promise", general=True), None, today)
    yield Number("promises of every kind", len(every), Opened("promises", filters), "every")
    passing = sentences_left(db, where.commitments(filters))
    for family, ours in product(("promise", "demand", "signed"), (None, "KZ")):
        chosen = Choice(family, general=True)
        shown = commitments.narrowed(found, chosen, ours, today)
        owners = Counter(commitments.owner_of(one, found, ours) for one in shown)
        standings_there = Counter(promise_states.standing(one, today) for one in shown)
        for owner, n in owners.items():
            these = commitments.narrowed(found, replace(chosen, owner=owner), ours, today)
            yield Number(f"{family} of {owner}", n, frozenset(_told(these, passing)), family)
        for state, n in standings_there.items():
            if state:
                these = commitments.narrowed(found, replace(chosen, standing=state), ours, today)
                yield Number(f"{family} {state}", n, frozenset(_told(these, passing)), state)


def promises_by_dialogue(db: Connection, filters: Filters) -> Iterator[Number]:
    """The bars of the promises screen, with the general promises too."""
    found = commitments.board(db, filters)
    listed = commitments.narrowed(found, Choice("promise", general=True), None, date(2024, 1, 1))
    for row in by_dialogue.by_dialogue(found, listed).itertuples():
        opened = by_dialogue.opened(str(row.topic), listed, found, filters)
        assert opened is not None
        yield Number(f"open promises of {row.topic}", int(row.n), opened)


def _told(promises: Iterable[Promise], passing: frozenset[int]) -> Iterator[int]:
    """The promises of which a sentence passes the filters."""
    for promise in promises:
        if any(one.id in passing and one.sentence.strip() for one in promise.said):
            yield promise.id


METRICS = (
    Metric(
        "promises",
        "promises, demands and documents",
        promise_numbers,
        ("every", "promise", "demand", "signed", "open", "passed", "kept"),
    ),
    Metric("promises", "open promises by dialogue", promises_by_dialogue),
)
