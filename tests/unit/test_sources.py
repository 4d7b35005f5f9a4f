"""Source lines as outlets write them."""

import pytest

from parley.coding.sources import find_sources


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They met.\nSources: Ministry site, Daily Post; news.example",
            ("Ministry site", "Daily Post", "news.example"),
        ),
        ("They parted as friends.  Source: U.S. Embassy in Ruritania.", ("U.S. Embassy in Ruritania",)),
        ("Стороны встретились.\nИсточники: МИД, Вестник", ("МИД", "Вестник")),
        ("The sources: of the river were discussed.", ()),
        ("They met.", ()),
    ],
)
def test_a_line_of_sources_at_the_end_names_them(text: str, names: tuple[str, ...]) -> None:
    assert find_sources(text) == names
