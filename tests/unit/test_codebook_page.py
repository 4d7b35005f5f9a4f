"""docs/codebook.md: made from the codebook's own data, and true of what the coding does with it."""

import pytest

from parley import codebook, coding
from parley.codebook.handbook import as_markdown
from parley.codebook.words import read_yaml
from parley.model import STRENGTHS, Article, Coding
from parley.ui.codebook.pattern import in_words
from tests.home import HOME

MEETING = "Foreign ministers of Kazakhstan and Japan met in Astana on 6 November 2023."
SETTLED = [(wording, topic.id) for topic in codebook.load().topics for wording in topic.settled]
MEANINGS = read_yaml("meanings.yaml")


def coded(sentence: str) -> Coding:
    article = Article("Talks in Astana", f"{MEETING} {sentence}", published_on="2023-11-06")
    return coding.code(article, codebook.load())


def test_the_page_is_what_the_codebook_says_now() -> None:
    page = (HOME / "docs" / "codebook.md").read_text("utf-8")
    command = "`make docs`, or: python -m parley.codebook.handbook docs/codebook.md"
    assert page == as_markdown(codebook.load()), f"The codebook has changed since its page was made. Run {command}"


def test_every_topic_says_in_words_what_it_counts() -> None:
    assert [topic.id for topic in codebook.load().topics if not topic.counts] == []


@pytest.mark.parametrize(("wording", "topic"), SETTLED)
def test_a_settled_wording_is_coded_as_it_was_settled(wording: str, topic: str) -> None:
    assert topic in {found.topic for found in coded(f"The ministers discussed {wording}.").mentions}


@pytest.mark.parametrize("strength", STRENGTHS)
def test_the_example_of_each_strength_is_read_at_that_strength(strength: str) -> None:
    found = coded(MEANINGS["strength"][strength]["example"])
    assert [(one.topic, one.strength) for one in found.readings] == [("trade", strength)]


@pytest.mark.parametrize("kind", MEANINGS["promise"])
def test_the_example_of_each_kind_of_promise_is_that_promise(kind: str) -> None:
    assert [one.kind for one in coded(MEANINGS["promise"][kind]["example"]).commitments] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Minister of Energy took part.",
        "The Bureau of Counterterrorism took part.",
        "There was no talk of sanctions.",
        "The ministers praised deeper ties and a strong partnership.",
    ],
)
def test_what_the_page_says_never_counts_is_not_coded(sentence: str) -> None:
    assert [found.topic for found in coded(sentence).mentions] == []


def test_subjects_given_as_examples_count_each_for_its_own_topic() -> None:
    found = coded("The ministers discussed subjects such as energy, health and education.")
    assert {one.topic for one in found.mentions} == {"energy-security", "health", "education-exchange"}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("grain", "grain"),
        ("{fisheries,fishing industry,fishery}", "fisheries, fishing industry or fishery"),
        ("trade union{,s}", "trade union(s)"),
        ("{arms,weapons} export", "(arms or weapons) export"),
        ("open {,the,their} market*", "open (perhaps the or their) market*"),
        ("organi{s,z}ation", "(organis or organiz)ation"),
    ],
)
def test_a_phrase_is_told_in_plain_words(pattern: str, words: str) -> None:
    assert in_words(pattern) == words
