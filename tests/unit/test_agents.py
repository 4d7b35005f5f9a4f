"""Whose voice a passive is: who did it, where "by" and those who act say so."""

import pytest

from parley import codebook
from parley.coding import code
from parley.model import Article

EN = (
    "Officials of Chile and Norway met on 4 March 2026 in Oslo for the third Chile-Norway Energy Dialogue, led by "
    "Deputy Minister Luis Soto of Chile and State Secretary Kari Dahl of Norway. "
)
RU = (
    "Заместитель министра иностранных дел Казахстана Асет Омаров провел 4 марта 2026 года в Астане консультации "
    "с заместителем министра иностранных дел Германии Карлом Майером. "
)


def voice(said: str, topic: str) -> str | None:
    article = Article("Chile-Norway Energy Dialogue", EN + said)
    return next(reading.by for reading in code(article, codebook.load()).readings if reading.topic == topic)


@pytest.mark.parametrize(
    ("said", "topic", "by"),
    [
        ("Tourism was raised by the Norwegian side.", "tourism", "NO"),
        ("Tourism and visas were raised during the talks by the delegation of Norway.", "tourism", "NO"),
        ("Tourism was also brought up by Soto.", "tourism", "CL"),
        ("Chile's accession to the OECD was supported by Norway.", "multilateral", "NO"),
        ("Visas were discussed by Norway and Chile.", "consular", "joint"),
        ("Visas were discussed by both sides.", "consular", "joint"),
    ],
)
def test_who_did_it_is_the_voice(said: str, topic: str, by: str) -> None:
    assert voice(said, topic) == by


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Visas were discussed at a conference organised by Norway.", "consular"),
        ("The sides discussed an accord on tourism that was signed by Norway.", "tourism"),
        ("The supply of grain was worsened by the Norwegian embargo.", "agriculture"),
        ("Tourism is to be discussed by Monday.", "tourism"),
        ("The oil pipeline was built by the Norwegian authorities in 1941.", "energy-security"),
    ],
)
def test_a_participle_of_something_else_and_a_thing_are_nobodys_voice(said: str, topic: str) -> None:
    assert voice(said, topic) == "joint"


def test_what_was_pledged_by_a_side_is_its_promise() -> None:
    article = Article("Chile-Norway Energy Dialogue", EN + "A grant for agriculture was pledged by the Norwegian side.")
    assert [(found.actor, found.kind) for found in code(article, codebook.load()).commitments] == [("NO", "pledges")]


@pytest.mark.parametrize(
    "said",
    [
        "Вопросы туризма были подняты немецкой стороной.",
        "Немецкой стороной поднят вопрос о туризме.",
        "По инициативе немецкой стороны обсуждены вопросы туризма.",
    ],
)
def test_a_russian_instrumental_and_an_initiative_are_the_voice(said: str) -> None:
    coding = code(Article("Консультации между МИД", RU + said, language="ru"), codebook.load())
    assert [reading.by for reading in coding.readings if reading.topic == "tourism"] == ["DE"]
