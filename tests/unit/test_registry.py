"""Formats of the registry, as texts name them in small letters and in passing."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Meeting

SIX = "The foreign ministers of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan and the United States"
PAIR = "Kazakhstan Foreign Minister Aidar Seitov received Under Secretary of State Nina Falk in Almaty on May 6, 2022."


def focal(text: str, title: str = "Talks in Almaty") -> Meeting:
    article = Article(title, text, published_on="2022-05-08")
    return next(meeting for meeting in code(article, load()).meetings if meeting.focal)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        (f"{SIX} held a C5+1 ministerial in Almaty on May 6, 2022.", None),
        (f"{SIX} met in Almaty on May 6, 2022. It was the fourth C5+1 ministerial meeting.", 4),
        (f"{SIX} met in Almaty on May 6, 2022, in the C5+1 format.", None),
    ],
)
def test_six_states_that_meet_in_the_format_are_under_it(text: str, edition: int | None) -> None:
    meeting = focal(text)
    assert (meeting.series_id, meeting.edition) == ("c5+1", edition)


def test_two_sides_are_under_a_format_that_the_next_sentence_calls_their_meeting() -> None:
    meeting = focal(f"{PAIR} It was the second meeting of the Enhanced Strategic Partnership Dialogue.")
    assert (meeting.series_id, meeting.edition, meeting.edition_basis) == ("us-kz-espd", 2, "stated")


def test_two_sides_that_talk_about_a_format_are_not_under_it() -> None:
    assert focal(f"{PAIR} They discussed the Enhanced Strategic Partnership Dialogue.").series_id is None


def test_an_assembly_that_the_talks_took_place_beside_is_no_side() -> None:
    meeting = focal(f"{SIX} met in New York on May 6, 2022, during the UN General Assembly.")
    assert set(meeting.parties) == {"KZ", "KG", "TJ", "TM", "UZ", "US"}
