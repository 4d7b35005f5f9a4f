"""Patterns that are looked for only where one of their marks stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.coding import announced, days, due, recalled
from parley.coding.rare import Rare

RARE = {
    f"{module.__name__}.{name}": value
    for module in (announced, days, recalled)
    for name, value in vars(module).items()
    if isinstance(value, Rare)
} | {
    f"{find.__name__} in {language}": find(language)
    for find in (due.any_counted, due.any_part)
    for language in ("en", "ru")
}


@pytest.mark.parametrize("rare", RARE.values(), ids=RARE.keys())
@settings(max_examples=200)
@given(data=st.data())
def test_whatever_a_rare_pattern_finds_holds_one_of_its_marks(rare: Rare, data: st.DataObject) -> None:
    said = data.draw(st.from_regex(rare.pattern))
    found = rare.search(said)
    assert found is not None
    assert found.span() == rare.pattern.search(said).span()


def test_a_sentence_without_a_mark_is_not_searched() -> None:
    assert Rare(r"\w+", "treaty").search("The ministers met.") is None
