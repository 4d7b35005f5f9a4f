"""Every number on every screen is the count of the distinct units that it opens, whatever is filtered.

Over the sample articles, under fifty random sets of filters. The table of the numbers is tests/numbers.py.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from parley import codebook
from parley.coding import code
from parley.model import Filters
from parley.queries.read import Connection
from parley.store import reader, save, writer
from parley.store.intake import accept
from parley.store.words import fill_words
from tests.desk import settings_in
from tests.golden.sample_articles import samples
from tests.numbers import METRICS, Metric, any_filters, units_behind
from tests.papers import SIX, settled

SETS, SEED = 50, 20231106
A_METRIC_AND_SET = 3
"""So many numbers of one kind are compared under one set of filters, drawn anew each time."""
MADE: Counter[str] = Counter()
NOT_ZERO: Counter[str] = Counter()
"""How many comparisons were made, and how many of a number above zero, by screen."""


@pytest.fixture(scope="module")
def db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The samples as Parley reads them, and seven documents that wait."""
    settings, book = settings_in(tmp_path_factory.mktemp("numbers")), codebook.load()
    kept = writer(settings)
    fill_words(kept, book)
    for article in samples().values():
        save(kept, article, code(article, book), actor="test", is_sample=True)
    accept(kept, settings, [*SIX, ("columns.csv", b"a,b\n1,2\n3,4\n")], "upload", "test", hold=True)
    settled(settings)
    kept.close()
    with reader(settings) as opened:
        yield opened
    with request.config.pluginmanager.get_plugin("capturemanager").global_and_fixture_disabled():
        print(f"\nNumbers compared: {MADE.total()}, above zero {NOT_ZERO.total()}; by screen {dict(MADE)}")  # noqa: T201


@pytest.fixture(scope="module")
def filter_sets(db: Connection) -> list[Filters]:
    random = Random(SEED)
    return [Filters(), *(any_filters(db, random) for _ in range(SETS - 1))]


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: f"{metric.screen}: {metric.name}")
def test_every_number_is_the_count_of_what_it_opens(metric: Metric, db: Connection, filter_sets: list[Filters]) -> None:
    random = Random(f"{SEED} {metric.screen} {metric.name}")
    for filters in filter_sets:
        numbers = list(metric.numbers(db, filters))
        for number in random.sample(numbers, min(A_METRIC_AND_SET, len(numbers))):
            assert number.value == len(units_behind(db, number.behind)), (number, filters)
            MADE[metric.screen] += 1
            NOT_ZERO[metric.screen] += number.value > 0
    assert MADE[metric.screen] > 0
