"""Where names and numbers of dialogues mislead: successors, shared short forms, anniversaries, levels, plans."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Language, Meeting

ENVOYS = {
    "KZ": "Kazakhstan Deputy Foreign Minister Aidar Seitov",
    "UZ": "Uzbekistan Deputy Foreign Minister Rustam Karimov",
    "KG": "Kyrgyzstan Deputy Foreign Minister Azamat Toktogulov",
    "TJ": "Tajikistan Deputy Foreign Minister Farhod Nazarov",
    "TM": "Turkmenistan Deputy Foreign Minister Merdan Atayev",
}
SIX = "of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan and the United States"
FIVE_AND_EU = (
    "The foreign ministers of the European Union, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan"
)


def meetings(text: str, published_on: str, title: str = "Talks", language: Language = "en") -> tuple[Meeting, ...]:
    return code(Article(title, text, published_on=published_on, language=language), load()).meetings


def held_with(side: str, what: str, day: str) -> Meeting:
    """The meeting of an American and another envoy that was `what`."""
    text = f"U.S. Assistant Secretary of State Nina Falk met {ENVOYS[side]} in Washington on {day}. It was {what}."
    return next(meeting for meeting in meetings(text, day) if meeting.focal)


@pytest.mark.parametrize(
    ("what", "day", "series"),
    [
        ("the fifth meeting of the Strategic Partnership Dialogue", "2016-09-20", "us-kz-spd"),
        ("the fifth meeting of the Enhanced Strategic Partnership Dialogue", "2023-11-06", "us-kz-espd"),
        ("the fifth round of the Strategic Partnership Dialogue", "2023-11-06", "us-kz-espd"),
    ],
)
def test_the_fifth_meeting_of_a_predecessor_is_not_the_fifth_of_its_successor(what: str, day: str, series: str) -> None:
    meeting = held_with("KZ", what, day)
    assert (meeting.series_id, meeting.edition) == (series, 5)


@pytest.mark.parametrize(
    ("side", "name", "day", "series"),
    [
        ("KZ", "ESPD", "2023-11-06", "us-kz-espd"),
        ("UZ", "ESPD", "2025-06-03", "us-uz-espd"),
        ("KZ", "SPD", "2015-11-02", "us-kz-spd"),
        ("UZ", "SPD", "2023-11-07", "us-uz-spd"),
        ("UZ", "Annual Bilateral Consultations", "2019-02-26", "us-uz-abc"),
        ("KG", "Annual Bilateral Consultations", "2019-07-31", "us-kg-abc"),
        ("TJ", "Annual Bilateral Consultations", "2021-07-01", "us-tj-abc"),
        ("TM", "ABC", "2023-04-24", "us-tm-abc"),
    ],
)
def test_one_short_form_means_the_dialogue_of_those_who_met_that_day(
    side: str, name: str, day: str, series: str
) -> None:
    assert held_with(side, f"the second meeting of the {name}", day).series_id == series


def test_a_short_form_that_did_not_exist_yet_means_no_dialogue() -> None:
    assert held_with("UZ", "the second meeting of the ESPD", "2019-05-06").series_id is None


@pytest.mark.parametrize(
    "text",
    [
        "The fifth anniversary meeting of the U.S.-Kazakhstan Enhanced Strategic Partnership Dialogue was held in "
        "Washington on November 6, 2023.",
        "The 20th-anniversary meeting of the EU-Kazakhstan Cooperation Council was held in Luxembourg on "
        "October 23, 2023.",
        "The EU-Kazakhstan Cooperation Council was held in Luxembourg on October 23, 2023. The council held its 20th "
        "anniversary meeting.",
    ],
)
def test_an_anniversary_is_the_number_of_no_round(text: str) -> None:
    found = meetings(text, "2023-11-07")
    assert found
    assert [meeting.edition for meeting in found] == [None] * len(found)


def test_leaders_and_ministers_of_one_dialogue_count_their_rounds_apart() -> None:
    (summit,) = meetings(f"The presidents {SIX} met at the first C5+1 summit in New York on May 6, 2022.", "2022-05-07")
    (ministers,) = meetings(
        f"The foreign ministers {SIX} met at the fifth C5+1 ministerial in Almaty on May 6, 2022.", "2022-05-07"
    )
    assert [(m.series_id, m.kind, m.edition) for m in (summit, ministers)] == [
        ("c5+1", "summit", 1),
        ("c5+1", "ministerial", 5),
    ]


def test_a_summit_that_ministers_prepare_is_no_round_of_the_ministers() -> None:
    text = (
        f"{FIVE_AND_EU} held the 14th EU-Central Asia Ministerial Meeting in Dushanbe on March 3, 2018. "
        "They prepared the first summit of the European Union and Central Asia, which is to be held in Osh on May 9."
    )
    ministerial, summit = meetings(text, "2018-03-04")
    assert (ministerial.series_id, ministerial.edition, ministerial.status) == ("eu-ca-ministerial", 14, "held")
    assert (summit.series_id, summit.kind, summit.status, summit.start) == (
        "eu-ca-summit",
        "summit",
        "planned",
        "2018-05-09",
    )


def test_a_round_only_announced_is_planned() -> None:
    text = "Kazakhstan and the United States will hold the seventh Enhanced Strategic Partnership Dialogue in 2025."
    (meeting,) = meetings(text, "2024-06-03")
    assert (meeting.series_id, meeting.edition, meeting.status) == ("us-kz-espd", 7, "planned")


def test_ministers_that_issue_a_statement_after_their_fourth_ministerial_met_for_the_fourth_time() -> None:
    text = f"The foreign ministers {SIX} met in Geneva on May 6, 2022. The C5+1 spoke after their fourth Ministerial."
    (meeting,) = meetings(text, "2022-05-07")
    assert (meeting.series_id, meeting.edition) == ("c5+1", 4)
