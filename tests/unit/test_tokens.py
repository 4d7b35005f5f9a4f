"""A sentence as words with their classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.coding.atoms import find_atoms, plain
from parley.coding.tokens import Line

WORDS = (
    "Mr.",
    "Mrs",
    "Minister",
    "Umarov",
    "Kazakhstan",
    "Kazakhstan's",
    "I'm",
    "U.S.",
    "'s",
    ".",
    ",",
    "J.",
    "AbeMinister",
    "of",
)


def line(text: str) -> Line:
    text = plain(text)
    names = [atom for atom in find_atoms(text, "en") if atom.kind == "name"]
    return Line(text, 0, len(text), names)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Mr. Umarov met them.", "HNxx."),
        ("Kazakhstan’s Foreign Minister Umarov", "GsVRN"),
        ("President, I’m glad", "R,xx"),
        ("the Ministers of Kazakhstan and Uzbekistan", "tRoG&G"),
    ],
)
def test_each_word_has_the_letter_of_its_class(text: str, classes: str) -> None:
    assert line(text).classes == classes


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12), st.sampled_from(["", " "]))
def test_every_letter_has_its_word_at_its_place(words: list[str], between: str) -> None:
    read = line(between.join(words))
    assert len(read.tokens) == len(read.classes)
    assert all(read.text[token.start : token.end] == token.text for token in read.tokens)
