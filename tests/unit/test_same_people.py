"""Two names made one person, one name made two people: by decision, kept over every new reading, undone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parley import codebook, coding, recode, same_people
from parley.corrections import decide
from parley.errors import StoreError
from parley.model import Article, Filters
from parley.queries.people import PersonTold, people, person
from parley.store import Connection, lease, recodings, save, writer
from parley.store.aliases import of_person
from parley.store.articles import remove_articles
from parley.store.corrections import Anchor, Correction
from parley.store.words import fill_words
from tests.desk import settings_in

BOOK = codebook.load()
EARLY = Article(
    "Talks in Oslo",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Oslo on 6 March 2023.",
    "The Courier",
    published_on="2023-03-07",
)
LATE = Article(
    "Talks in Astana",
    "Kazakh Foreign Minister Adar Omarov received Swedish Foreign Minister Lena Holm in Astana on 9 May 2024.",
    "Steppe Times",
    published_on="2024-05-10",
)
THIRD = Article(
    "Talks in Turku",
    "Kazakh Foreign Minister Adar Omarov met Finnish Foreign Minister Aino Salo in Turku on 2 September 2024.",
    "Steppe Times",
    published_on="2024-09-03",
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with closing(writer(settings_in(tmp_path))) as db:
        fill_words(db, BOOK)
        for article in (EARLY, LATE):
            add(db, article)
        yield db


def add(db: Connection, article: Article) -> int:
    return save(db, article, coding.code(article, BOOK), actor="test").article_id


def listed(db: Connection) -> dict[str, int]:
    return {one.name: len(one.meetings) for one in people(db, Filters()) if "KZ" in one.sides}


def key_of(db: Connection, name: str) -> str:
    return next(one.person for one in people(db, Filters()) if one.name == name)


def page_of(db: Connection, key: str) -> PersonTold:
    found = person(db, key, Filters())
    assert found
    return found


def joined(db: Connection) -> int:
    one, other = key_of(db, "Adar Omarov"), key_of(db, "Aidar Omarov")
    return same_people.join(db, one, other, "A slip of the pen.", "anna", BOOK)


def read_all_anew(db: Connection) -> None:
    number = recodings.ask(db, "test")
    asked = recodings.recoding(db, number)
    assert asked
    assert lease.acquire(db, lease.me())
    assert recode.recode(db, asked, lease.me(), BOOK, lambda: False)


def test_two_spellings_are_two_people_until_somebody_says_otherwise(db: Connection) -> None:
    assert listed(db) == {"Aidar Omarov": 1, "Adar Omarov": 1}


def test_two_names_put_together_have_the_meetings_and_spellings_of_both(db: Connection) -> None:
    joined(db)
    assert listed(db) == {"Aidar Omarov": 2}
    told = page_of(db, key_of(db, "Aidar Omarov"))
    assert {name for name, _ in told.spellings} == {"Aidar Omarov", "Adar Omarov"}


def test_a_link_to_the_name_that_is_gone_leads_to_the_person(db: Connection) -> None:
    gone = key_of(db, "Adar Omarov")
    joined(db)
    assert page_of(db, gone).person == key_of(db, "Aidar Omarov")


def test_names_put_together_stay_so_when_everything_is_read_anew(db: Connection) -> None:
    joined(db)
    read_all_anew(db)
    assert listed(db) == {"Aidar Omarov": 2}


def test_an_article_that_comes_later_finds_the_names_put_together(db: Connection) -> None:
    joined(db)
    add(db, THIRD)
    assert listed(db) == {"Aidar Omarov": 3}


def test_an_article_removed_and_brought_again_finds_the_names_put_together(db: Connection) -> None:
    joined(db)
    remove_articles(db, [2], actor="test", why="test")
    assert listed(db) == {"Aidar Omarov": 1}
    add(db, LATE)
    assert listed(db) == {"Aidar Omarov": 2}


def test_undone_the_names_are_two_people_again_also_in_articles_that_came_since(db: Connection) -> None:
    before = listed(db)
    number = joined(db)
    add(db, THIRD)
    assert same_people.undo(db, number, "berik", BOOK)
    assert listed(db) == before | {"Adar Omarov": 2}
    assert not same_people.undo(db, number, "berik", BOOK)


def test_who_decided_why_and_who_took_it_back_stays_to_be_read(db: Connection) -> None:
    other = key_of(db, "Aidar Omarov")
    same_people.undo(db, joined(db), "berik", BOOK)
    (told,) = of_person(db, other)
    assert (told.names, told.reason) == (("Adar Omarov", "Aidar Omarov"), "A slip of the pen.")
    assert (told.actor, told.undone_by) == ("anna", "berik")


def test_one_name_made_two_people_parts_their_meetings(db: Connection) -> None:
    joined(db)
    whole = page_of(db, key_of(db, "Aidar Omarov"))
    key = db.execute("SELECT key FROM articles WHERE title = ?", (LATE.title,)).fetchone()[0]
    number = same_people.part(db, whole.person, [key], "His namesake.", "anna", BOOK)
    assert listed(db) == {"Aidar Omarov": 1, "Adar Omarov": 1}
    read_all_anew(db)
    assert listed(db) == {"Aidar Omarov": 1, "Adar Omarov": 1}
    same_people.undo(db, number, "anna", BOOK)
    assert listed(db) == {"Aidar Omarov": 2}


def test_somebody_cannot_be_parted_from_all_their_articles(db: Connection) -> None:
    keys = [row[0] for row in db.execute("SELECT key FROM articles")]
    with pytest.raises(StoreError, match="leave at least one"):
        same_people.part(db, key_of(db, "Aidar Omarov"), keys, "", "anna", BOOK)


def test_a_person_is_not_put_together_with_themselves(db: Connection) -> None:
    one = key_of(db, "Aidar Omarov")
    with pytest.raises(StoreError, match="one person already"):
        same_people.join(db, one, one, "", "anna", BOOK)


def test_a_correction_made_before_still_holds_for_the_person_it_was_about(db: Connection) -> None:
    one = key_of(db, "Adar Omarov")
    key = db.execute("SELECT key FROM articles WHERE title = ?", (LATE.title,)).fetchone()[0]
    office = {"office": "Deputy Foreign Minister"}
    decide(db, Correction("person", "corrected", key, anchor=Anchor(one), field="office", after=office), "anna", BOOK)
    joined(db)
    offices = {told.name for told in page_of(db, key_of(db, "Aidar Omarov")).offices}
    assert "Deputy Foreign Minister" in offices
