"""Dates as people type them into spreadsheets, and the cells that are refused with a reason."""

import pytest

from parley.errors import UnreadableFile
from parley.sheets.dates import day_in, days_in, is_month_first


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-11-06", "2023-11-06"),
        ("2023-11-06 00:00:00", "2023-11-06"),
        ("06.11.2023", "2023-11-06"),
        ("06/11/2023", "2023-11-06"),
        ("6 November 2023", "2023-11-06"),
        ("Nov. 6, 2023", "2023-11-06"),
        ("6 ноября 2023 г.", "2023-11-06"),
        ("2023 жылғы 6 қараша", "2023-11-06"),
        ("November 2023", "2023-11"),
        ("2023", "2023"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(cell: str, day: str) -> None:
    assert day_in(cell) == day


def test_the_month_stands_first_where_the_user_says_so() -> None:
    assert day_in("11/06/2023", month_first=True) == "2023-11-06"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31 February 2024", "is no day of the calendar"),
        ("00.11.2023", "is no day of the calendar"),
        ("6–7 November 2023", "holds two dates"),
        ("2023-11-06 / 2023-11-07", "holds two dates"),
        ("next week", "is no date that Parley can read"),
        ("45236", "is no date that Parley can read"),
    ],
)
def test_a_cell_that_is_no_single_date_is_refused_with_its_words(cell: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=f"“{cell}” {reason}"):
        day_in(cell)


def test_a_row_without_a_date_or_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no date in this row"):
        days_in(" ", "2024-01-01")
    with pytest.raises(UnreadableFile, match=r"ends \(2024-01-01\) before it begins \(2024-01-02\)\."):
        days_in("2024-01-02", "2024-01-01")


def test_an_end_on_the_same_day_is_no_end() -> None:
    assert days_in("2024-01-02", "2 January 2024") == ("2024-01-02", None)
    assert days_in("2024-01-02", "5 January 2024") == ("2024-01-02", "2024-01-05")


@pytest.mark.parametrize(
    ("cells", "month_first"),
    [(["11/25/2023", "01/02/2023"], True), (["25/11/2023"], False), (["01/02/2023"], False), (["2023-11-25"], False)],
)
def test_the_order_of_day_and_month_is_told_by_a_number_above_twelve(cells: list[str], month_first: bool) -> None:
    assert is_month_first(cells) is month_first
