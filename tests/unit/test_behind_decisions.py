"""What was decided on, read again: the sentences behind a decision, and the articles that hold them."""

import pytest

from parley import codebook
from parley.corrections import decide
from parley.queries.behind_decisions import sources
from parley.queries.checked import findings
from parley.store import Connection, save
from parley.store.articles import text_key
from parley.store.corrections import Anchor, Correction
from tests.desk import ENVOY, Met, Said, Story, told

FIRST, TRADE, LATER = "The envoy met the minister in Valletta.", "Trade came up.", "Trade closed the day."
STORY = Story(
    "Talks in Valletta",
    (Said(FIRST), Said(TRADE, ("trade",)), Said(LATER, ("trade",))),
    (Met("bilateral", ("KZ", "MT"), "2022-03-02", "Valletta", people=(ENVOY,)),),
    published_on="2022-03-02",
)


@pytest.fixture
def key(db: Connection) -> str:
    article, coding = told(STORY)
    save(db, article, coding, actor="test")
    return text_key(article.text)


def behind(db: Connection, one: Correction) -> list[tuple[str, ...]]:
    number = decide(db, one, "anna", codebook.load())
    (decision,) = [each.decision for each in findings(db) if each.decision.id == number]
    return [source.sentences for source in sources(db, decision)]


def test_a_topic_of_one_sentence_has_that_sentence_even_when_it_is_taken_away(db: Connection, key: str) -> None:
    start = len("Talks in Valletta")
    place = Anchor("trade", start, start + len(TRADE), TRADE)
    assert behind(db, Correction("topic", "rejected", key, anchor=place)) == [(TRADE,)]


def test_a_topic_of_a_whole_text_has_all_its_sentences_and_what_was_in_view_when_it_is_taken_away(
    db: Connection, key: str
) -> None:
    whole = Anchor("trade", quote=LATER)
    assert behind(db, Correction("topic", "accepted", key, anchor=whole)) == [(TRADE, LATER)]
    assert behind(db, Correction("topic", "rejected", key, anchor=whole)) == [(LATER,)]


@pytest.mark.usefixtures("key")
def test_a_meeting_as_a_whole_has_the_sentence_of_each_article_that_told_of_it(db: Connection) -> None:
    (meeting,) = db.execute("SELECT id FROM meetings").fetchone()
    after = {"place": "Mdina", "country": "MT"}
    one = Correction("meeting", "corrected", meeting_id=meeting, field="place", after=after)
    assert behind(db, one) == [(FIRST,)]


def test_a_date_of_publication_has_the_opening_of_its_article(db: Connection, key: str) -> None:
    after = {"published_on": "2022-03-03"}
    assert behind(db, Correction("article", "corrected", key, field="published_on", after=after)) == [(FIRST,)]


def test_an_article_that_was_removed_leaves_the_sentence_that_was_decided_on(db: Connection, key: str) -> None:
    number = decide(db, Correction("topic", "rejected", key, anchor=Anchor("trade", 0, 9, TRADE)), "a", codebook.load())
    db.execute("UPDATE articles SET key = 'another'")
    (decision,) = [one.decision for one in findings(db) if one.decision.id == number]
    (source,) = sources(db, decision)
    assert (source.article, source.sentences) == (None, (TRADE,))
