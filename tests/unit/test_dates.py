"""Dates: written out, in part, as a range, and told from another day."""

import pytest

from parley.coding.atoms import find_atoms, plain
from parley.coding.dates import find_dates
from parley.model import Language

PUBLISHED = "2024-03-06"  # a Wednesday


def dates(text: str, language: Language = "en") -> list[tuple[str | None, str | None]]:
    bare = plain(text)
    return [(when.start, when.end) for when in find_dates(bare, find_atoms(bare, language), PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The sides met on March 4, 2024.", "2024-03-04", None),
        ("The sides met on 4 March 2024.", "2024-03-04", None),
        ("Talks ran on 4 and 5 March 2024.", "2024-03-04", "2024-03-05"),
        ("Talks ran March 4–5, 2024.", "2024-03-04", "2024-03-05"),
        ("Talks ran from February 28 to March 2, 2024.", "2024-02-28", "2024-03-02"),
        ("The next round is in June 2025.", "2025-06", None),
        ("A round was held in 2019.", "2019", None),
        ("They met today.", "2024-03-06", None),
        ("They met yesterday.", "2024-03-05", None),
        ("They met on Monday.", "2024-03-04", None),
        ("They met on Monday, 4 March 2024.", "2024-03-04", None),
        ("The visit is due next month.", "2024-04", None),
    ],
)
def test_a_date_is_as_precise_as_the_text_gives_it(text: str, start: str, end: str | None) -> None:
    assert dates(text) == [(start, end)]


def test_a_day_without_a_year_is_the_one_nearest_to_publication() -> None:
    assert dates("They met on December 12.") == [("2023-12-12", None)]


@pytest.mark.parametrize(
    "text", ["Ministers may meet.", "They march on.", "It cost 2019 dollars.", "On 31 February 2024."]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) in ([], [("2024-02", None)])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Встреча прошла 4 марта 2024 года.", "2024-03-04", None),
        ("Встреча прошла 4 марта.", "2024-03-04", None),
        ("Форум прошёл 4–6 марта 2024 года.", "2024-03-04", "2024-03-06"),
        ("Стороны встретились сегодня.", "2024-03-06", None),
    ],
)
def test_russian_dates(text: str, start: str, end: str | None) -> None:
    assert dates(text, "ru") == [(start, end)]
