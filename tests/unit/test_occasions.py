"""Reports that place what was done at a format, without a verb of meeting; series named in full."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Language, Meeting

CENTRAL_ASIA = {"KZ", "KG", "TJ", "TM", "UZ"}


def reported(text: str, title: str = "Wire", language: Language = "en") -> list[Meeting]:
    coding = code(Article(title, text, published_on="2024-05-09", language=language), load())
    return [meeting for meeting in coding.meetings if meeting.focal]


@pytest.mark.parametrize(
    "text",
    [
        "Fishing was discussed at the third Trade Dialogue between Latvia and Chile in Riga on May 7, 2024.",
        "Officials of Chile came to Riga on May 7, 2024 for the third Trade Dialogue between Latvia and Chile.",
        "Cod was raised at the third Trade Dialogue between Latvia and Chile. It took place in Riga on May 7, 2024.",
        "The third meeting of the Latvia-Chile Trade Dialogue brought together ministers in Riga on May 7, 2024.",
    ],
)
def test_what_was_done_at_a_format_tells_that_the_format_met(text: str) -> None:
    (meeting,) = reported(text)
    assert (set(meeting.parties), meeting.start, meeting.place) == ({"LV", "CL"}, "2024-05-07", "Riga")
    assert (meeting.status, meeting.edition) == ("held", 3)


@pytest.mark.parametrize(
    "text",
    [
        "A paper agreed at the third Trade Dialogue between Latvia and Chile in Riga was printed.",
        "“We were glad at the Trade Dialogue between Latvia and Chile in Riga,” a clerk said.",
        "Fishing will be discussed at the next Trade Dialogue between Latvia and Chile in Riga.",
    ],
)
def test_a_format_that_is_only_spoken_of_is_no_report_of_its_meeting(text: str) -> None:
    assert reported(text) == []


def test_sanctions_in_a_headline_of_talks_are_a_subject_and_no_decree() -> None:
    text = "Latvia and Chile held the third Trade Dialogue in Riga on May 7, 2024."
    assert reported(text, "Sanctions on agenda of consultations")
    assert not reported("Latvia met with Chile on sanctions.", "Latvia announces sanctions")


def test_a_series_named_in_full_completes_the_sides() -> None:
    text = "The second meeting of foreign ministers in the China-Central Asia format was held in Osh on May 7, 2024."
    (meeting,) = reported(text)
    assert set(meeting.parties) == {"CN", *CENTRAL_ASIA}
    assert (meeting.series_id, meeting.edition) == ("cn-ca-ministerial", 2)


def test_a_journey_to_a_summit_is_a_meeting_of_all_its_parties() -> None:
    text = (
        "President Xi Jinping will travel to Kyrgyzstan on June 7, 2024. "
        "In Osh he is to attend the China-Central Asia Summit."
    )
    (meeting,) = reported(text, "Xi to travel to Osh")
    assert set(meeting.parties) == {"CN", *CENTRAL_ASIA}
    assert (meeting.status, meeting.series_id) == ("planned", "cn-ca-summit")


def test_a_russian_headline_in_guillemets_names_a_series() -> None:
    text = "Премьер-министр Японии приняла президентов Казахстана и Киргизии на саммите «Центральная Азия + Япония»."
    (meeting,) = reported(text, language="ru")
    assert set(meeting.parties) == {"JP", *CENTRAL_ASIA}


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("В Астане 7 мая 2024 года прошло пятое заседание Диалога расширенного стратегического партнёрства", 5),
        (
            "В Астане 7 мая 2024 года состоялась двенадцатая встреча Диалога расширенного стратегического партнерства",
            12,
        ),
    ],
)
def test_a_russian_round_is_found_before_and_after_its_verb(text: str, edition: int) -> None:
    (meeting,) = reported(text + " между Казахстаном и США.", language="ru")
    assert (meeting.series_id, meeting.edition) == ("us-kz-espd", edition)
    assert (meeting.start, meeting.place, meeting.status) == ("2024-05-07", "Astana", "held")


def test_russian_sides_may_hold_a_meeting_in_a_format() -> None:
    text = "Страны Центральной Азии и США провели в Оше встречу в формате «C5+1». Она состоялась 7 мая 2024 года."
    (meeting,) = reported(text, language="ru")
    assert (meeting.series_id, meeting.start) == ("c5+1", "2024-05-07")


@pytest.mark.parametrize(
    "text",
    [
        "Latvia and Chile held their Trade Dialogue on May 7, 2024. It is by order the fourth.",
        "The Latvia-Chile Trade Dialogue held its fourth session on May 7, 2024.",
        "Latvia and Chile held their Trade Dialogue on May 7, 2024. This is the fourth in a regular series.",
        "The fourth senior officials' meeting of the Latvia-Chile Trade Dialogue was held on May 7, 2024.",
    ],
)
def test_a_round_is_counted_before_or_after_the_name(text: str) -> None:
    (meeting,) = reported(text)
    assert meeting.edition == 4


@pytest.mark.parametrize(
    ("who", "kind"),
    [("presidents", "summit"), ("foreign ministers", "ministerial"), ("senior officials", "dialogue")],
)
def test_a_series_of_several_levels_is_of_the_kind_of_those_who_met(who: str, kind: str) -> None:
    text = f"The {who} of the United States and the five Central Asian states met in the C5+1 format on May 7, 2024."
    (meeting,) = reported(text)
    assert (meeting.series_id, meeting.kind) == ("c5+1", kind)
