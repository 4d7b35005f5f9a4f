"""The day and the place of a reported meeting where its own sentence does not tell them."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Language, Meeting


def reported(text: str, published_on: str, title: str = "", language: Language = "en") -> Meeting:
    coding = code(Article(title, text, published_on=published_on, language=language), load())
    return next(meeting for meeting in coding.meetings if meeting.focal)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Latvia and Chile held the second Trade Dialogue. It was held in Riga on May 7, 2024.", "2024-05-07"),
        ("Latvia and Chile held the second Trade Dialogue. The talks took two days at the end of May 2024.", "2024-05"),
        ("Latvia and Chile held the second Trade Dialogue. The next round is due on June 7, 2024.", "2024-05-09"),
        ("Latvia and Chile held the second Trade Dialogue. The excerpt bears no date.", None),
        ("9 May 2024 – Latvia and Chile held the second Trade Dialogue in May 2024.", "2024-05"),
        ("RIGA, May 9 (Wire) – Latvia and Chile held this year's Trade Dialogue on 7 May 2024.", "2024-05-07"),
    ],
)
def test_a_meeting_has_the_day_that_the_text_tells_and_only_else_that_of_publication(text: str, day: str) -> None:
    assert reported(text, "2024-05-09").start == day


def test_a_russian_sentence_may_tell_the_day_after_the_meeting() -> None:
    text = "Министр Латвии встретился с министром Чили. Встреча состоялась 7 мая 2024 года."
    assert reported(text, "2024-05-09", language="ru").start == "2024-05-07"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Latvia and Chile held the Trade Dialogue in Luxembourg on May 7, 2024.", "Luxembourg", "LU"),
        ("Latvia and Chile held the Trade Dialogue on May 7, 2024. Chile was the host.", None, "CL"),
        (
            "Latvia and Chile held the Trade Dialogue on May 7, 2024. The first talks were held in Riga in June 2019.",
            None,
            None,
        ),
        ("Latvia and Chile held talks on May 7, 2024. The meeting in Riga took an hour.", "Riga", "LV"),
        (
            "Latvia and Chile held talks on May 7, 2024. The meeting in Riga is told. It does not say in which city.",
            None,
            None,
        ),
    ],
)
def test_a_meeting_was_where_the_text_says_and_not_where_another_round_was(
    text: str, place: str | None, country: str | None
) -> None:
    meeting = reported(text, "2024-05-09")
    assert (meeting.place, meeting.country) == (place, country)
