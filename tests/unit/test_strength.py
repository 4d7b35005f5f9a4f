"""How firm a wording is: the finite verb of the clause decides, and no participle or noun in its stead."""

import pytest

from parley import codebook
from parley.coding import code
from parley.model import Article, Language


def strength_of(topic: str, text: str, language: Language = "en") -> str:
    readings = code(Article(title="", text=text, language=language), codebook.load()).readings
    return {reading.topic: reading.strength for reading in readings}[topic]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The accord signed in Riga was praised for its help to tourism.", "stressed"),
        ("The sides reviewed projects agreed through the council to widen tourism.", "noted"),
        ("Tourism, launched under the last plan, was discussed.", "noted"),
        ("The sides signed an accord on tourism.", "agreed"),
        ("The documents on tourism were signed in Riga.", "agreed"),
    ],
)
def test_a_participle_beside_its_noun_is_not_what_was_done_with_a_topic(text: str, strength: str) -> None:
    assert strength_of("tourism", text) == strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The sides decided to look further into issues related to tourism.", "agreed"),
        ("The minister hopes to have an opportunity to promote tourism.", "wished"),
        ("The sides talked about tourism, and the government shared its plan to reform courts.", "noted"),
    ],
)
def test_a_noun_of_what_talks_were_about_does_not_weaken_or_raise_the_verb(text: str, strength: str) -> None:
    assert strength_of("tourism", text) == strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The envoy will meet with hoteliers to talk over tourism.", "noted"),
        ("The envoy will reiterate support for tourism.", "stressed"),
        ("The ministries will expand tourism.", "intended"),
    ],
)
def test_what_somebody_will_say_on_a_trip_is_as_firm_as_the_saying(text: str, strength: str) -> None:
    assert strength_of("tourism", text) == strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("We would like to thank you for your help with tourism.", "stressed"),
        ("We would like to expand tourism.", "wished"),
        ("Without that help tourism would have died.", "noted"),
        ("We must endeavour to expand tourism.", "stressed"),
        ("Stressing the value of tourism, the sides agreed to meet again.", "stressed"),
        ("The president spoke with his guest to praise her work on tourism.", "stressed"),
    ],
)
def test_courtesies_duties_and_participles_of_saying_have_a_strength_of_their_own(text: str, strength: str) -> None:
    assert strength_of("tourism", text) == strength


def test_a_russian_participle_beside_its_noun_agrees_nothing() -> None:
    assert strength_of("tourism", "Стороны обсудили подписанное соглашение о туризме.", "ru") == "noted"
    assert strength_of("tourism", "Стороны подписали соглашение о туризме.", "ru") == "agreed"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("He hopes that the ministers will reach an agreement on tourism.", "wished"),
        ("The council endorsed the plan for tourism.", "agreed"),
        ("The minister announced two million dollars for tourism.", "agreed"),
    ],
)
def test_what_is_hoped_for_is_no_firmer_than_the_hope_and_what_is_granted_is_agreed(text: str, strength: str) -> None:
    assert strength_of("tourism", text) == strength
