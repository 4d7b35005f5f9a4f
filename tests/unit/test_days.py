"""Dates of any precision as intervals of days."""

from datetime import date

import pytest

from parley.store.days import interval


@pytest.mark.parametrize(
    ("stored", "first", "last"),
    [
        ("2024-06-31", date(2024, 6, 1), date(2024, 6, 30)),
        ("2024-05-45", date(2024, 5, 1), date(2024, 5, 31)),
        ("2024-13", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-06-30", date(2024, 6, 30), date(2024, 6, 30)),
    ],
)
def test_a_stored_date_that_is_none_counts_as_the_month_or_the_year_it_tells(
    stored: str, first: date, last: date
) -> None:
    assert interval(stored) == (first, last)
