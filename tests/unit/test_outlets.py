"""Whose voice an outlet is: by whole words of its name and by the host of its address."""

import pytest

from parley.codebook.people import publisher


@pytest.mark.parametrize(
    ("source", "url", "party"),
    [
        ("U.S. Department of State press releases", None, "US"),
        (None, "https://2009-2017.state.gov/r/pa/prs/1.htm", "US"),
        (None, "https://kz.usembassy.gov/talks/", "US"),
        ("www.gov.kz", None, "KZ"),
        (None, "https://www.mid.ru/ru/1", "RU"),
        ("Example Daily", "https://pyramid.ru/news/1", None),
        ("Example Daily", "https://example.org/?from=state.gov", None),
        ("Example Daily", "https://state.gov.example.org/1", None),
        ("Example Daily", "https://[broken", None),
        (None, None, None),
    ],
)
def test_an_outlet_is_known_by_whole_words_and_hosts(source: str | None, url: str | None, party: str | None) -> None:
    assert publisher(source, url) == party
