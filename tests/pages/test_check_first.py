"""What Parley is least sure of waits in the Inbox, each with its sentence and why."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from parley import codebook, coding
from parley.model import Article
from parley.queries.articles import found_in
from parley.queries.doubtful import doubtful, doubtful_counts
from parley.settings import Settings
from parley.store import Connection, save, writer
from parley.ui.articles.passages import CHECK, about_topic
from tests.pages.screens import opened, words

STRAIT = "Trade of the region passes through the strait. The weather was mild."
TALKS = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade."
)


@pytest.fixture
def db(empty: Settings) -> Iterator[Connection]:
    with closing(writer(empty)) as db:
        yield db


def keep(db: Connection, title: str, text: str) -> None:
    article = Article(title, text, "The Courier", published_on="2024-03-07")
    save(db, article, coding.code(article, codebook.load()), actor="test")


def test_a_topic_of_a_text_in_which_nobody_met_is_to_be_checked(db: Connection) -> None:
    keep(db, "A strait", STRAIT)
    (one,) = doubtful(db)
    assert (one.kind, one.name, one.rule) == ("topic", "Trade", "Trade")
    assert one.sentence == "Trade of the region passes through the strait."
    assert doubtful_counts(db) == {"topic": 1}


def test_what_ministers_discussed_is_not(db: Connection) -> None:
    keep(db, "Talks", TALKS)
    assert doubtful(db) == []
    assert "Check first" not in words(opened("inbox"))


def test_the_inbox_lists_it_with_its_sentence_and_the_reason(db: Connection) -> None:
    keep(db, "A strait", STRAIT)
    said = words(opened("inbox"))
    assert "Check first" in said
    assert "Trade of the region passes through the strait." in said
    assert "the sentence may tell of no dealings between states" in said


def test_a_list_of_many_has_pages(db: Connection) -> None:
    for number in range(12):
        keep(db, f"A strait {number}", f"{STRAIT} It was day {number}.")
    assert [len(doubtful(db, page)) for page in (0, 1, 2)] == [10, 2, 0]


def test_the_least_sure_come_first_then_the_newest_and_each_articles_stand_together(db: Connection) -> None:
    doubted = "Trade passes through the strait. Fishing, as a ministry of migration knows, is no matter of visas."
    keep(db, "Older", STRAIT)
    keep(db, "Two", doubted)
    listed = doubtful(db)
    by_article = list(dict.fromkeys(one.article_id for one in listed))
    assert [one.article_id for one in listed] == [a for a in by_article for one in listed if one.article_id == a]
    least = [min(one.confidence for one in listed if one.article_id == a) for a in by_article]
    assert least == sorted(least)


def test_the_reader_of_an_article_marks_it(db: Connection) -> None:
    keep(db, "A strait", STRAIT)
    keep(db, "Talks", TALKS)
    marked = [CHECK in about_topic(one) for number in (1, 2) for one in found_in(db, number).topics]
    assert marked == [True, False]
