"""How rhythm and the round to come are said."""

from datetime import date

import pytest

from parley.queries.cadence import Cadence, cadence
from parley.queries.expected import Expected
from parley.queries.rounds import Round
from parley.ui.dialogues import said

TODAY = date(2025, 6, 1)


def on(number: int, day: str | None, place: str | None = None) -> Round:
    return Round(number, "s", "officials", number, day, None, place, None, None, None, (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2023-01-10",), "only one round held"),
        ((None, None), "too few dates to tell how often"),
        (("2022-01-10", "2023-01-10"), "two dated rounds, 12 months apart"),
        (("2021-01-10", "2022-01-10", "2023-01-10"), "about every 12 months"),
        (("2019-01-10", "2021-01-10", "2023-01-10"), "about every 2 years"),
        (("2023-01-10", "2023-02-10", "2023-03-10"), "about every month"),
        (("2015-01-10", "2015-02-10", "2018-01-10", "2018-03-10", "2023-01-10"), "irregular"),
    ],
)
def test_the_rhythm_in_words(days: tuple[str | None, ...], words: str) -> None:
    held = tuple(on(n, day) for n, day in enumerate(days))
    assert said.rhythm(cadence(held, "officials"), held) == words


def test_each_level_has_its_rhythm_named() -> None:
    held = (on(1, "2020-01-10"),)
    found = (Cadence("officials", held, None, is_regular=False), Cadence("leaders", (), None, is_regular=False))
    assert said.rhythms(found, held).startswith("officials: only one round held; leaders: ")


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (None, ""),
        (Expected("2025", "Astana", "planned", (1,)), "in 2025, Astana"),
        (Expected("2025-09-06", None, "planned", (1,)), "on 6 September 2025"),
        (Expected("2025-09", None, "cadence", (1, 2, 3)), "about September 2025"),
        (Expected(None, "Astana", "planned", (1,)), "without a date yet, Astana"),
        (Expected("2024", "Astana", "planned", (1,)), "was expected in 2024, Astana; nothing here tells of it"),
    ],
)
def test_the_next_round_in_words(expected: Expected | None, words: str) -> None:
    assert said.next_round(expected, TODAY) == words


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (
            Expected("2025", None, "planned", (1,), told_on="2025-05-03"),
            "a planned meeting that an article of 3 May 2025 announces",
        ),
        (
            Expected("2025", None, "promised", (1,), told_on="2025-05-03"),
            "a promise of the last round, in an article of 3 May 2025",
        ),
        (Expected("2025", None, "cadence", (1, 2, 3, 4, 5)), "from the cadence of 5 rounds"),
    ],
)
def test_what_an_expected_round_rests_on(expected: Expected, words: str) -> None:
    assert said.basis(expected) == words


def test_rounds_that_are_said_alike_are_told_apart() -> None:
    held = [on(1, None, "Astana"), on(2, None, "Astana"), on(3, "2023", "Astana")]
    assert list(said.told_apart(held).values()) == ["no date", "no date (2)", "2023"]


def test_a_column_bears_the_month_as_far_as_the_date_goes() -> None:
    assert [said.in_short(on(1, day)) for day in ("2023-11-06", "2023", None)] == ["Nov 2023", "2023", "no date"]
