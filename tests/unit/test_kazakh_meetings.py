"""Meetings in Kazakh: whether one was held, when, where, between whom and in which dialogue."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Meeting


def reported(text: str) -> list[Meeting]:
    coding = code(Article("Хабар", text, published_on="2024-05-09", language="kk"), load())
    return [meeting for meeting in coding.meetings if meeting.focal]


@pytest.mark.parametrize(
    ("text", "parties", "day", "place"),
    [
        (
            "Қазақстан мен АҚШ арасындағы келіссөздер 2024 жылғы 7 мамырда Астанада өтті.",
            {"KZ", "US"},
            "2024-05-07",
            "Astana",
        ),
        (
            "Өзбекстан мен Жапония министрлерінің кездесуі 2024 жылғы мамырда Ташкентте өтті.",
            {"UZ", "JP"},
            "2024-05",
            "Tashkent",
        ),
        ("Қазақстан мен Қытай министрлері 6 мамырда Люксембургте кездесті.", {"KZ", "CN"}, "2024-05-06", "Luxembourg"),
    ],
)
def test_a_kazakh_sentence_tells_sides_day_and_place(text: str, parties: set[str], day: str, place: str) -> None:
    (meeting,) = reported(text)
    assert (set(meeting.parties), meeting.start, meeting.place) == (parties, day, place)
    assert meeting.status == "held"


@pytest.mark.parametrize(
    ("text", "series", "edition"),
    [
        (
            "Қазақстан мен АҚШ арасындағы Кеңейтілген стратегиялық серіктестік диалогының төртінші отырысы өтті.",
            "us-kz-espd",
            4,
        ),
        ("Қазақстан мен Еуропалық одақ арасындағы Ынтымақтастық кеңесінің 12-отырысы өтті.", "eu-kz-council", 12),
        ("Ташкентте «Орталық Азия – Еуропалық одақ» саммиті өтті.", "eu-ca-summit", None),
        ("«Орталық Азия – Қытай» форматындағы сыртқы істер министрлерінің кездесуі өтті.", "cn-ca-ministerial", None),
    ],
)
def test_a_kazakh_sentence_names_the_dialogue_and_its_round(text: str, series: str, edition: int | None) -> None:
    (meeting,) = reported(text)
    assert (meeting.series_id, meeting.edition) == (series, edition)


@pytest.mark.parametrize(
    "text",
    ["Қазақстан мен АҚШ саудасы өсті.", "Астанада көрме өтті.", "Қазақстан мен АҚШ келесі айда келіссөз жүргізеді."],
)
def test_what_is_no_meeting_in_kazakh(text: str) -> None:
    assert reported(text) == []


def test_a_kazakh_summit_is_of_the_kind_that_the_registry_knows() -> None:
    (meeting,) = reported("Ташкентте «Орталық Азия – Еуропалық одақ» саммиті өтті.")
    assert (meeting.kind, meeting.series) == ("summit", "EU-Central Asia Summit")
