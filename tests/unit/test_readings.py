"""Strength, voice and commitments on sentences of our own."""

import pytest

from parley import codebook
from parley.coding import code
from parley.model import Article, Coding


def coded(text: str) -> Coding:
    return code(Article(title="", text=text), codebook.load())


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The sides discussed the importance of tourism.", "noted"),
        ("The sides praised progress in tourism.", "stressed"),
        ("The sides share a desire to widen tourism.", "wished"),
        ("The sides will expand tourism.", "intended"),
        ("The sides signed a memorandum on tourism.", "agreed"),
    ],
)
def test_the_verb_of_the_clause_gives_the_strength(text: str, strength: str) -> None:
    assert [reading.strength for reading in coded(text).readings] == [strength]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The sides agreed to simplify visas.", "agreed", "both"),
        ("Estonia pledged to increase food aid.", "pledges", "EE"),
        ("The two sides plan to hold a trade forum.", "intends", "both"),
        ("The parties signed an agreement on tourism.", "signed", "both"),
        ("Norway urged all sides to end the war in Sudan.", "urges", "NO"),
    ],
)
def test_a_commitment_has_its_kind_and_actor(text: str, kind: str, actor: str) -> None:
    assert [(found.kind, found.actor) for found in coded(text).commitments] == [(kind, actor)]


def test_praise_and_stress_are_no_commitment() -> None:
    assert not coded("The sides underscored the importance of trade and welcomed new flights.").commitments
