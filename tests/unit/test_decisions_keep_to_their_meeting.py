"""Articles that tell of several meetings: what is decided on one of them never falls to another."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parley import codebook, coding
from parley.corrections import decide, make_one, undo
from parley.model import Article
from parley.store import Connection, save, writer
from parley.store.corrected import corrected
from parley.store.corrections import Correction, of_article
from parley.store.pins import Tie, ties_of
from parley.store.words import fill_words
from parley.ui.check.items import Item, items_of
from tests.desk import settings_in
from tests.unit.test_corrections import dated, facts, key_of, read_all_anew

BOOK = codebook.load()
TWO = Article(
    "Two visitors",
    "Minister of Foreign Affairs of Kazakhstan Ermek Ulgi received the Minister of Foreign Affairs of Belgium "
    "Jan Example in Astana on 8 April. They discussed trade. A day later, Ulgi received the foreign minister of "
    "Mongolia, Bat Dorj. They spoke about tourism and agreed to open an embassy.",
    "The Courier",
    published_on="2024-04-12",
)
SIDE_BY_SIDE = Article(
    "Separate meetings",
    "Kazakh Foreign Minister Ermek Ulgi met US Secretary of State Dana Example and Belgian Foreign Minister "
    "Jan Example in separate meetings in Astana on 6 March 2024. They discussed trade.",
    "The Courier",
    published_on="2024-03-07",
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with closing(writer(settings_in(tmp_path))) as db:
        fill_words(db, BOOK)
        yield db


def add(db: Connection, article: Article) -> str:
    save(db, article, coding.code(article, BOOK), actor="test")
    return key_of(db, article)


def told(db: Connection) -> list[tuple]:
    sql = "SELECT m.id, m.start_on, m.place, r.parties FROM reports r JOIN meetings m ON m.id = r.meeting_id"
    return db.execute(f"{sql} ORDER BY r.article_id, r.n").fetchall()


def to_check(article: Article, db: Connection) -> list[Item]:
    found = corrected(coding.code(article, BOOK), of_article(db, key_of(db, article)))
    return [item for item in items_of(found, {}) if item.part == "meeting"]


def test_a_corrected_date_waits_while_its_meeting_is_rejected_and_moves_to_no_other(db: Connection) -> None:
    key = add(db, TWO)
    (_, belgium), (mongolia, _) = ((row[0], row) for row in told(db))
    decide(db, dated(belgium[0], "2024-04-05"), "local", BOOK)
    before = [row[1:] for row in told(db)]
    no = Correction("meeting", "rejected", key, anchor=to_check(TWO, db)[0].anchor)
    number = decide(db, no, "local", BOOK)
    assert told(db) == [(mongolia, "2024-04-09", "Astana", '["KZ", "MN"]')]
    read_all_anew(db)
    assert told(db) == [(mongolia, "2024-04-09", "Astana", '["KZ", "MN"]')]
    assert undo(db, number, "local", BOOK)
    assert [row[1:] for row in told(db)] == before
    after = facts(db)
    read_all_anew(db)
    assert facts(db) == after


def test_of_two_meetings_in_one_sentence_the_one_left_is_corrected_and_keeps_its_row(db: Connection) -> None:
    key = add(db, SIDE_BY_SIDE)
    (first, *_), (second, *_) = told(db)
    decide(db, [dated(first, "2024-03-01"), dated(second, "2024-03-02")], "local", BOOK)
    number = decide(db, Correction("meeting", "rejected", key, anchor=to_check(SIDE_BY_SIDE, db)[0].anchor), "l", BOOK)
    assert [row[:2] for row in told(db)] == [(second, "2024-03-02")]
    (left,) = to_check(SIDE_BY_SIDE, db)
    place = {"place": "Almaty", "country": "KZ"}
    decide(db, Correction("meeting", "corrected", key, anchor=left.anchor, field="place", after=place), "l", BOOK)
    assert told(db)[0][:3] == (second, "2024-03-02", "Almaty")
    undo(db, number, "local", BOOK)
    assert [row[1:3] for row in told(db)] == [("2024-03-01", "Astana"), ("2024-03-02", "Almaty")]
    decide(
        db, [Correction("meeting", "rejected", key, anchor=one.anchor) for one in to_check(SIDE_BY_SIDE, db)], "l", BOOK
    )
    assert told(db) == []


def test_a_pin_follows_a_report_to_a_new_sentence_and_waits_where_another_meeting_was_told(db: Connection) -> None:
    key = add(db, TWO)
    (belgium, *_), _ = told(db)
    decide(db, dated(belgium, "2024-04-05"), "local", BOOK)
    held = {row[0] for row in db.execute("SELECT start_at FROM reports")}
    other = max(held)
    assert ties_of(db, key, {0: other}, [other], held) == {}
    assert ties_of(db, key, {0: 57, 1: other}, [57, other], held) == {0: Tie(belgium)}


@pytest.mark.parametrize("article", [TWO, SIDE_BY_SIDE], ids=lambda one: one.title)
def test_two_meetings_of_one_article_made_one_are_two_again_when_that_is_undone(
    db: Connection, article: Article
) -> None:
    add(db, article)
    as_found = facts(db)
    (first, *_), (second, *_) = told(db)
    number = make_one(db, first, second, "local")
    read_all_anew(db)
    assert [row[0] for row in told(db)] == [first, first]
    undo(db, number, "local", BOOK)
    assert facts(db) == as_found


OTHER = {"date": {"start": "2024-04-03", "end": None}, "status": {"status": "held"}}


@pytest.mark.parametrize("field", OTHER)
def test_of_what_is_decided_on_a_meeting_and_in_its_article_the_newest_is_heeded(db: Connection, field: str) -> None:
    key = add(db, TWO)
    (belgium, *_), _ = told(db)
    first = {"date": {"start": "2024-04-01", "end": None}, "status": {"status": "planned"}}
    on_page = Correction("meeting", "corrected", meeting_id=belgium, field=field, after=first[field])
    decide(db, on_page, "local", BOOK)
    before = facts(db)
    anchor = to_check(TWO, db)[0].anchor
    in_check = Correction("meeting", "corrected", key, anchor=anchor, field=field, after=OTHER[field])
    number = decide(db, in_check, "local", BOOK)
    column = {"date": "start_on", "status": "status"}[field]
    now = f"SELECT {column} FROM meetings WHERE id = ?"
    assert db.execute(now, (belgium,)).fetchone() == (next(iter(OTHER[field].values())),)
    after = facts(db)
    read_all_anew(db)
    assert facts(db) == after
    again = decide(db, on_page, "local", BOOK)
    assert db.execute(now, (belgium,)).fetchone() == (next(iter(first[field].values())),)
    undo(db, again, "local", BOOK)
    assert facts(db) == after
    undo(db, number, "local", BOOK)
    assert facts(db) == before
