"""What the reader marks: each finding at the words it stands on."""

import pytest

from parley.queries import articles
from parley.queries.articles import Found, StoredArticle
from parley.store import reader
from parley.ui.articles.marking import Passage, counts_by_letter
from parley.ui.articles.passages import about_topic, name_of_promise, passages_of
from tests.desk import ONE, make, settings_in


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoredArticle, Found]:
    db = reader(make(settings_in(tmp_path_factory.mktemp("passages")), ONE))
    article = articles.stored_article(db, 1)
    assert article is not None
    return article, articles.found_in(db, 1)


def marked(read: tuple[StoredArticle, Found], letter: str) -> list[str]:
    """The words behind each passage with this letter."""
    article, found = read
    passages: list[Passage] = [p for p in passages_of(found, article.text) if p.letter == letter]
    return [article.text[p.start : p.end] for p in passages]


def test_a_person_is_marked_at_the_name(read: tuple[StoredArticle, Found]) -> None:
    assert sorted(marked(read, "P"))[1:] == ["Dana Example", "Ermek Ulgi"]


def test_a_person_whose_name_is_not_in_the_passage_keeps_the_passage(read: tuple[StoredArticle, Found]) -> None:
    assert read[0].text[: read[0].text.index(" The sides")] in marked(read, "P")


def test_each_topic_is_marked_at_its_sentence(read: tuple[StoredArticle, Found]) -> None:
    grain = "The sides agreed to widen trade in grain."
    assert sorted(marked(read, "T")) == [grain, grain, "They voiced concern about sanctions."]


def test_every_finding_of_the_article_has_a_passage(read: tuple[StoredArticle, Found]) -> None:
    article, found = read
    assert counts_by_letter(passages_of(found, article.text)) == {"M": 1, "D": 1, "P": 3, "T": 3, "C": 1}


def test_a_topic_says_how_firmly_it_was_put_and_by_whom(read: tuple[StoredArticle, Found]) -> None:
    sanctions = next(topic for topic in read[1].topics if topic.topic == "sanctions")
    assert about_topic(sanctions) == (
        "Firmest wording: stressed (importance, concern or praise) · by Kazakhstan · 1 sentence"
    )
    assert name_of_promise(read[1].promises[0]).startswith("Both sides")
