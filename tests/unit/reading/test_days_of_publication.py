"""The day of publication and what it rests on: kept, and never made of words that name no real day."""

import json

import pytest

from parley.model import NO_SUCH_DAY, Article
from parley.reading import read
from parley.ui.words import published

TALKS = "The ministers of Examplia and Testland met in the capital and spoke of trade, transport and the climate."


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def row(date: str, text: str = TALKS) -> bytes:
    return json.dumps({"title": "Talks", "date": date, "text": text}).encode()


@pytest.mark.parametrize(
    "date", ["31 February 2024", "2024-02-31", "February 30, 2024", "31.04.2024", "31 февраля 2024 года", "2024-13-01"]
)
def test_a_date_that_is_no_day_leaves_the_article_without_a_date_and_is_told(date: str) -> None:
    article = only("a.json", row(date, f"5 May 2024\n\n{TALKS}"))
    assert article.published_on is None
    assert (article.published_basis or "").startswith(NO_SUCH_DAY + date[:9])


def test_an_impossible_dateline_is_not_replaced_by_a_date_further_down() -> None:
    article = only("a.txt", f"Talks held\n\n31 February 2024\n\n5 May 2024\n\n{TALKS}".encode())
    assert (article.published_on, article.published_basis) == (None, f"{NO_SUCH_DAY}31 February 2024")


def test_an_impossible_date_of_a_page_is_not_replaced_by_a_guess() -> None:
    page = f'<meta property="article:published_time" content="2024-02-31T10:00"><h1>Talks</h1><p>{TALKS}</p>'
    assert only("a.html", f"<html><body>{page}</body></html>".encode()).published_on is None


def test_words_that_are_no_date_give_way_to_the_dateline() -> None:
    article = only("a.json", row("last spring", f"5 May 2024\n\n{TALKS}"))
    assert (article.published_on, article.published_basis) == ("2024-05-05", "text")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("05/13/2024", "2024-05-13"),
        ("13/05/2024", "2024-05-13"),
        ("29 February 2024", "2024-02-29"),
        ("2024 жылғы 13 мамыр", "2024-05-13"),
        ("13 мая 2024 г.", "2024-05-13"),
    ],
)
def test_dates_are_read_in_the_shapes_that_people_use(date: str, day: str) -> None:
    assert only("a.json", row(date)).published_on == day


@pytest.mark.parametrize(
    ("date", "basis", "words"),
    [
        ("2023-11-06", "page metadata", "Published 6 November 2023, from the page's own data"),
        ("2023-11-06", "date of the mail", "Published 6 November 2023, from the mail's Sent line"),
        ("2023-11-06", "text", "Published 6 November 2023, from the text itself"),
        (
            "2023-11-06",
            "date of the forwarded mail",
            "Published 6 November 2023, from the Sent line of the mail that was sent on",
        ),
        ("2023-11-06", None, "Published 6 November 2023"),
        (None, None, "No date of publication"),
        (
            None,
            "no such day: 31 February 2024",
            "No date of publication: “31 February 2024” is not a day of the calendar",
        ),
    ],
)
def test_the_screen_says_what_a_date_rests_on(date: str | None, basis: str | None, words: str) -> None:
    assert published(date, basis) == words
