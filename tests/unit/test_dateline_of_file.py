"""A dateline in a text file gives the day of publication, and the city of talks told as held there and then."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article
from parley.reading import read
from parley.ui.words import published

TALKS = "Foreign Minister of Latvia Anna Ozola met today with Foreign Minister of Moldova Ion Rusu."

MORE = "They discussed trade, and said that the work of both ministries would go on in the autumn of that year."


def of_file(text: str) -> Article:
    (article,) = read("report.txt", f"{text}\n\n{MORE}\n".encode())
    return article


@pytest.mark.parametrize(
    "dateline",
    [
        "RIGA, June 5, 2024 – ",
        "Riga, 5 June 2024 (Baltic Wire) — ",
        "RIGA, Latvia, 5 June 2024 (BW) - ",
        "RIGA. June 5, 2024. Wire – ",
        "РИГА, 5 июня 2024 года – ",
        "РИГА, 5 июня 2024 г. /АГН/. ",
        "Riga, 5 June 2024. ",
        "Рига, 5 июня 2024 года. ",
        "Riga, June 5, 2024\n\n",
        "Riga, Latvia, 5 June 2024\n\n",
        "Рига, 5 июня 2024 года\n\n",
    ],
)
def test_a_datelines_day_is_the_day_of_publication(dateline: str) -> None:
    article = of_file(f"Latvia and Moldova hold talks\n\n{dateline}{TALKS}")
    assert (article.published_on, article.published_basis) == ("2024-06-05", "dateline")
    assert (
        published(article.published_on, article.published_basis) == "Published 5 June 2024, from the report's dateline"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "RIGA, June 5 – ",
        "On Monday, June 5, 2024 – a day late – ",
        "The talks in Riga, 5 June 2024 - a third round - went well. ",
        "The talks in Riga ended on 5 June 2024. ",
        "The third round of talks, Riga, 5 June 2024\n\n",
        "Riga, 5 June\n\n",
    ],
)
def test_a_day_without_its_year_or_within_a_sentence_dates_no_report(opening: str) -> None:
    assert of_file(f"Latvia and Moldova hold talks\n\n{opening}{TALKS}").published_on is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talks.md", f"# Latvia and Moldova hold talks\n\nRiga, 5 June 2024. {TALKS}\n\n{MORE}\n"),
        (
            "talks.html",
            f"<body><h1>Latvia and Moldova hold talks</h1><p>Riga, 5 June 2024</p><p>{TALKS} {MORE}</p></body>",
        ),
    ],
)
def test_markdown_and_pages_are_dated_by_their_dateline_too(name: str, text: str) -> None:
    (article,) = read(name, text.encode())
    assert (article.published_on, article.published_basis) == ("2024-06-05", "dateline")


def test_a_place_and_a_day_far_down_are_of_something_told() -> None:
    lines = "\n\n".join([TALKS, MORE, MORE, "Riga, 5 June 2024", MORE])
    assert of_file(f"Latvia and Moldova hold talks\n\n{lines}").published_on is None


def test_a_date_line_goes_before_the_dateline() -> None:
    article = of_file(f"Latvia and Moldova hold talks\nDate: 2024-06-06\n\nRIGA, June 5, 2024 – {TALKS}")
    assert (article.published_on, article.published_basis) == ("2024-06-06", "file")


def test_talks_of_today_were_held_that_day_where_the_report_was_written() -> None:
    article = of_file(f"Latvia and Moldova hold talks\n\nRIGA, June 5, 2024 – {TALKS}")
    (meeting,) = code(article, load()).meetings
    assert (meeting.start, meeting.place, meeting.country) == ("2024-06-05", "Riga", "LV")


def test_talks_held_here_were_held_there_whoever_met() -> None:
    text = f"VIENNA, June 5, 2024 – {TALKS.replace('today', 'here on Tuesday')}"
    (meeting,) = code(of_file(f"Latvia and Moldova hold talks\n\n{text}"), load()).meetings
    assert (meeting.start, meeting.place) == ("2024-06-04", "Vienna")


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("VIENNA", TALKS),
        ("RIGA", TALKS.replace("today", "on June 3")),
        ("RIGA", TALKS.replace("met today", "spoke today by telephone")),
        ("RIGA", TALKS.replace("today", "today in Prague")),
    ],
)
def test_else_a_report_may_be_written_elsewhere(city: str, words: str) -> None:
    (meeting,) = code(of_file(f"Latvia and Moldova hold talks\n\n{city}, June 5, 2024 – {words}"), load()).meetings
    assert meeting.place in {None, "Prague"}
