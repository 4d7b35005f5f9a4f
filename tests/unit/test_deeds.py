"""What is promised by somebody, and what is only said to happen, planned, welcomed, or found to be so."""

import pytest

from parley import codebook, coding
from parley.model import Article, Coding


def read(text: str, title: str = "Foreign ministers hold talks", source: str = "Example Daily") -> Coding:
    return coding.code(Article(title, text, source, published_on="2024-04-12"), codebook.load())


def told(sentence: str) -> list[tuple[str, str]]:
    """Kind and actor of each promise in the sentence, told after a meeting of France and Kazakhstan."""
    opening = (
        "Foreign Minister of France Jean Roe met with Foreign Minister of Kazakhstan Murat Doe in Astana on 10 April. "
    )
    return [(one.kind, one.actor) for one in read(f"{opening}{sentence}").commitments]


@pytest.mark.parametrize(
    "sentence",
    [
        "The world will remember this trade agreement.",
        "There will be a trade forum, and the new corridor will help exports.",
        "These efforts will support trade in the region.",
        "If trade grows, it will open a new page.",
        "We will never forget what trade did for us.",
        "The partnership aims to double trade.",
    ],
)
def test_what_things_and_the_world_will_do_is_no_promise(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Kazakhstan will open its market to trade.", "KZ"),
        ("Minister Doe, in turn, will visit the trade fair.", "KZ"),
        ("Kazakhstan confirmed that it will lower trade tariffs.", "KZ"),
        ("The sides will soon open a trade house.", "both"),
    ],
)
def test_what_a_side_or_its_people_will_do_is_one(sentence: str, actor: str) -> None:
    assert told(sentence) == [("intends", actor)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed the signing of a trade agreement.",
        "The signing of the trade agreement is expected in June.",
        "Trade has grown for ten years since the signing of the agreement.",
        "They saw no signs of growth in trade.",
        "The importance of the trade agreement, signed in Paris in 2020, was noted.",
        "The first state to sign the trade convention was Chile.",
        "The President signed a decree on trade.",
    ],
)
def test_a_signing_that_is_planned_spoken_of_or_long_past_is_none(sentence: str) -> None:
    assert "signed" not in [kind for kind, _ in told(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sides are expected to sign a trade agreement in June.",
        "The ministers plan to sign a trade agreement.",
        "Kazakhstan and France will sign a trade agreement.",
        "A trade agreement will be signed in June.",
    ],
)
def test_a_signing_to_come_is_an_intention(sentence: str) -> None:
    assert [kind for kind, _ in told(sentence)] == ["intends"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers signed a memorandum on trade.",
        "A memorandum on trade was signed.",
        "The ministers witnessed the signing of a memorandum on trade.",
    ],
)
def test_a_signing_that_took_place_is_signed(sentence: str) -> None:
    assert [kind for kind, _ in told(sentence)] == ["signed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides did not agree on trade.",
        "Reports of the talks do not quite agree on the course of the meeting.",
        "The ministers never agreed to a trade zone.",
        "Стороны не договорились о торговле.",
    ],
)
def test_what_was_not_agreed_is_no_promise(sentence: str) -> None:
    assert told(sentence) == []


def test_not_only_to_agree_is_to_agree() -> None:
    assert told("The two sides not only agreed to open a trade house but also named its head.") == [("agreed", "both")]


def test_to_agree_how_things_are_or_to_welcome_a_decision_promises_nothing() -> None:
    assert told("They agreed that more open borders would help trade.") == []
    assert told("They agreed that their trade is growing.") == []
    assert told("The Minister welcomed Kazakhstan's decision to lower trade tariffs.") == []
    assert told("They agreed that a trade mission would travel to Paris in June.") == [("agreed", "both")]
    assert told("Kazakhstan announced its decision to lower trade tariffs.") == [("agreed", "KZ")]


def test_who_speaks_as_we_at_the_opening_speaks_for_all_sides() -> None:
    text = (
        "We, the Foreign Ministers of the United States, France and Japan, met in Paris on April 10. "
        "We commit to expanding trade. We remain committed to climate action."
    )
    found = read(text, title="Statement of Foreign Ministers", source="U.S. Department of State")
    assert [one.actor for one in found.commitments] == ["all", "all"]
    assert {reading.by for reading in found.readings} == {"joint"}


def test_the_delegation_of_an_outlet_that_names_no_other_is_its_own() -> None:
    text = (
        "On April 10, the United States and China held talks of the U.S.-China Fisheries Working Group. "
        "The delegation was led by Deputy Assistant to the President Jane Roe."
    )
    found = read(text, title="Readout of the U.S.-China Fisheries Working Group", source="The White House")
    assert [(one.name, one.party) for meeting in found.meetings for one in meeting.participants] == [("Jane Roe", "US")]
