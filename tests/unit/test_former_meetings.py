"""A meeting that goes takes its number with it: no other gets it, and who still names it learns what became of it."""

from dataclasses import replace

import pytest

from parley import codebook, coding
from parley.corrections import decide, make_one, undo
from parley.errors import StoreError
from parley.model import Article
from parley.queries.meeting import former
from parley.store import Connection, recodings, save
from parley.store.articles import remove_articles
from parley.store.corrections import Correction
from parley.store.remarks import remark
from parley.store.words import fill_words

BOOK = codebook.load()
ASTANA, OSLO, TURKU = (
    Article(
        f"Talks in {city}",
        f"{minister} met Kazakh Foreign Minister Aidar Omarov in {city} on {day} 2024. The ministers discussed trade.",
        "The Courier",
        published_on="2024-06-01",
    )
    for city, minister, day in (
        ("Astana", "Norwegian Foreign Minister Anna Berg", "6 March"),
        ("Oslo", "Norwegian Foreign Minister Anna Berg", "8 May"),
        ("Turku", "Finnish Foreign Minister Pekka Malli", "20 May"),
    )
)
DATE = Correction("meeting", "corrected", field="date", after={"start": "2024-03-05", "end": None}, reason="So it was")


@pytest.fixture
def desk(db: Connection) -> Connection:
    fill_words(db, BOOK)
    for article in (ASTANA, OSLO):
        add(db, article)
    return db


def add(db: Connection, article: Article) -> int:
    """The number of the meeting that this article tells of."""
    held = save(db, article, coding.code(article, BOOK), actor="test").article_id
    return int(db.execute("SELECT meeting_id FROM reports WHERE article_id = ?", (held,)).fetchone()[0])


def article_of(db: Connection, article: Article) -> int:
    return int(db.execute("SELECT id FROM articles WHERE title = ?", (article.title,)).fetchone()[0])


def test_no_meeting_gets_the_number_of_one_that_was_removed(desk: Connection) -> None:
    (last,) = desk.execute("SELECT MAX(id) FROM meetings").fetchone()
    remove_articles(desk, [article_of(desk, OSLO)], actor="local", why="removed")
    assert former(desk, last) is not None
    assert add(desk, TURKU) == last + 1


def test_a_decision_on_a_meeting_that_went_meanwhile_changes_no_other(desk: Connection) -> None:
    first, second = (row[0] for row in desk.execute("SELECT id FROM meetings ORDER BY start_on").fetchall())
    make_one(desk, first, second, "local", "one visit")
    add(desk, TURKU)
    before = desk.execute("SELECT id, start_on FROM meetings").fetchall()
    with pytest.raises(StoreError, match="just decided"):
        decide(desk, replace(DATE, meeting_id=second), "local", BOOK)
    with pytest.raises(StoreError):
        remark(desk, "meeting", "The day is wrong", "local", meeting=second)
    assert desk.execute("SELECT id, start_on FROM meetings").fetchall() == before


def test_a_former_meeting_leads_to_the_one_that_it_is_part_of_until_that_is_undone(desk: Connection) -> None:
    first, second = (row[0] for row in desk.execute("SELECT id FROM meetings ORDER BY start_on").fetchall())
    third = add(desk, TURKU)
    one = make_one(desk, first, second, "local", "one visit")
    two = make_one(desk, third, first, "local", "one journey")
    told = former(desk, second)
    assert told is not None
    assert told.now == third
    undo(desk, two, "local", BOOK)
    undo(desk, one, "local", BOOK)
    assert former(desk, second) is None
    assert desk.execute("SELECT count(*) FROM meetings WHERE id = ?", (second,)).fetchone() == (1,)


def test_reading_everything_anew_leaves_no_numbers_behind(desk: Connection) -> None:
    before = desk.execute("SELECT id FROM meetings ORDER BY id").fetchall()
    for number, article in recodings.stored_after(desk, 0, 9):
        recodings.rewrite(desk, number, coding.code(article, BOOK), keep=True)
    assert desk.execute("SELECT id FROM meetings ORDER BY id").fetchall() == before
    assert desk.execute("SELECT count(*) FROM former_meetings").fetchone() == (0,)
