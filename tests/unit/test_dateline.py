"""The day in a wire's dateline is the report's, not the meeting's."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article

TALKS = "Deputy Foreign Minister of Latvia Anna Ozola met Deputy Foreign Minister of Moldova Ion Rusu in Riga"


@pytest.mark.parametrize("dateline", ["RIGA, May 9 (Baltic Wire) – ", "Riga, 9 May 2022 (Baltic Wire) — ", ""])
def test_a_meeting_has_its_own_day_and_not_the_datelines(dateline: str) -> None:
    article = Article("Latvia and Moldova hold talks", f"{dateline}{TALKS} on May 6, 2022.", published_on="2022-05-09")
    (meeting,) = code(article, load()).meetings
    assert meeting.start == "2022-05-06"


def test_the_city_of_a_dateline_is_no_part_of_an_office() -> None:
    text = "RIGA – Deputy Foreign Minister of Latvia Anna Ozola met Deputy Foreign Minister of Moldova Ion Rusu."
    (meeting,) = code(Article("Latvia and Moldova hold talks", text, published_on="2022-05-09"), load()).meetings
    assert [person.office for person in meeting.participants] == [
        "Deputy Foreign Minister of Latvia",
        "Deputy Foreign Minister of Moldova",
    ]
