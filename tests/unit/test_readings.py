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


@pytest.mark.parametrize(
    "text",
    [
        "The minister thanked Chad for its commitment to refugees.",
        "They voted by their own free will on the constitution.",
    ],
)
def test_thanks_and_the_noun_will_promise_nothing(text: str) -> None:
    assert not coded(text).commitments


def test_a_demand_to_keep_commitments_is_a_demand() -> None:
    (found,) = coded("Norway called on the parties to meet their commitments to human rights.").commitments
    assert found.kind == "urges"


def test_a_promise_carries_the_month_by_which_it_is_due() -> None:
    article = Article(title="", text="The sides agreed to hold trade talks in March.", published_on="2022-10-02")
    (found,) = code(article, codebook.load()).commitments
    assert found.due == "2023-03"
