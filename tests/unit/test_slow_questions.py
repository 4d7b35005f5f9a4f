"""Slow questions to the database are remembered, fast ones are not, and never more than so many."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from parley.model import Filters
from parley.slow import MOST_QUESTIONS, MOST_TIMES, SLOW_MS, Watch
from parley.ui.system.slow import question_said

STARTED = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


class Clock:
    """Stands still until a question takes its time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def taking(self, milliseconds: float) -> Callable[[], str]:
        def answer() -> str:
            self.seconds += milliseconds / 1000
            return "answered"

        return answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(clock: Clock) -> Watch:
    return Watch(clock, lambda: STARTED)


def test_a_slow_question_is_listed_with_its_times_and_the_filters_of_the_slowest(watch: Watch, clock: Clock) -> None:
    trade, all_of_it = Filters(topics=("trade",)), Filters()
    for took, filters in ((300, all_of_it), (900, trade), (400, all_of_it)):
        assert watch.measured("topics.topic_trend", ("meetings", filters), clock.taking(took)) == "answered"
    (one,) = watch.slow()
    assert (one.question, one.times, one.slowest_ms, one.median_ms) == ("topics.topic_trend", 3, 900, 400)
    assert one.filters == trade
    assert one.last_at == STARTED


def test_a_fast_question_is_not(watch: Watch, clock: Clock) -> None:
    watch.measured("topics.topic_trend", (), clock.taking(SLOW_MS - 1))
    assert watch.slow() == []
    watch.measured("topics.topic_trend", (), clock.taking(SLOW_MS))
    assert [one.times for one in watch.slow()] == [1]


def test_a_question_that_fails_after_long_is_remembered_too(watch: Watch, clock: Clock) -> None:
    def fails() -> None:
        clock.taking(5000)()
        raise OSError("locked")

    with pytest.raises(OSError, match="locked"):
        watch.measured("search.hits", (), fails)
    assert [(one.question, one.slowest_ms, one.filters) for one in watch.slow()] == [("search.hits", 5000, None)]


def test_only_the_slowest_questions_are_kept_and_of_each_the_newest_times(watch: Watch, clock: Clock) -> None:
    for n in range(MOST_QUESTIONS + 5):
        watch.measured(f"question.{n}", (), clock.taking(1000 + n))
    assert [one.slowest_ms for one in watch.slow()] == list(range(1000 + MOST_QUESTIONS + 4, 1004, -1))
    for _ in range(MOST_TIMES):
        watch.measured("question.44", (), clock.taking(300))
    first = watch.slow()[0]
    assert (first.question, first.slowest_ms) == ("question.44", 1044)
    assert (first.times, first.median_ms) == (MOST_TIMES + 1, 300)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("parley.queries.topics.topic_trend", "Distinct units in which each topic was discussed over time"),
        ("parley.queries.doubles.suspected", "Pairs of meetings that may be one, latest first"),
        ("parley.queries.rounds.rounds", "The rounds of each dialogue under the filters, by the dialogue's id"),
        ("parley.ui.inbox.waiting._left_out.<locals>.<lambda>", "What was kept aside, with the way back"),
    ],
)
def test_a_question_is_named_in_words(name: str, said: str) -> None:
    assert question_said(name) == said
