"""Meetings that a person joins, parts, or keeps apart: what follows, what survives, and the way back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parley import codebook, coding, corrections
from parley.corrections import decide, hold_apart, make_one, preview, take_out, undo
from parley.errors import ParleyError, StoreError
from parley.model import Article
from parley.queries import doubles
from parley.store import Connection, recodings, save, writer
from parley.store.articles import remove_articles
from parley.store.corrections import Anchor, Correction, of_meeting
from parley.store.words import fill_words
from tests.desk import settings_in
from tests.unit.test_corrections import dated, facts, key_of, meeting_of, read_all_anew

BOOK = codebook.load()
TEXT = (
    "{who} Foreign Minister {name} met Kazakh Foreign Minister Aidar Omarov in Astana on {day}. They discussed {what}."
)


def talks(title: str, day: str, what: str, outlet: str = "The Courier", who: str = "Norwegian") -> Article:
    text = TEXT.format(who=who, name="Anna Berg", day=day, what=what)
    return Article(title, text, outlet, published_on="2024-03-10")


FIRST = talks("First", "6 March 2024", "trade")
AGAIN = talks("Again", "6 March 2024", "sanctions", "The Herald")
LATER = talks("Later", "8 March 2024", "transport", "The Post")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with closing(writer(settings_in(tmp_path))) as db:
        fill_words(db, BOOK)
        for article in (FIRST, AGAIN, LATER):
            add(db, article)
        yield db


def add(db: Connection, article: Article) -> int:
    save(db, article, coding.code(article, BOOK), actor="test")
    return meeting_of(db, article)


def article(db: Connection, one: Article) -> int:
    return int(db.execute("SELECT id FROM articles WHERE title = ?", (one.title,)).fetchone()[0])


def test_talks_of_the_same_sides_two_days_apart_are_suspected_to_be_one(db: Connection) -> None:
    ((one, other),) = doubles.suspected(db)
    assert (one.id, other.id) == (meeting_of(db, FIRST), meeting_of(db, LATER))
    assert [candidate.id for candidate in doubles.candidates(db, one.id)] == [other.id]


def test_two_meetings_made_one_are_counted_once_and_say_what_most_articles_say(db: Connection) -> None:
    keep, gone = meeting_of(db, FIRST), meeting_of(db, LATER)
    make_one(db, keep, gone, "local")
    assert meeting_of(db, LATER) == keep
    assert db.execute("SELECT id, start_on FROM meetings").fetchall() == [(keep, "2024-03-06")]
    assert doubles.suspected(db) == ()


DECISIONS: dict[str, Callable[[Connection], int]] = {
    "made one": lambda db: make_one(db, meeting_of(db, FIRST), meeting_of(db, LATER), "local"),
    "made one under the number of the later": lambda db: make_one(
        db, meeting_of(db, LATER), meeting_of(db, FIRST), "local"
    ),
    "taken out": lambda db: take_out(db, meeting_of(db, FIRST), [article(db, AGAIN)], "local"),
}


TWICE: dict[str, Callable[[int, int, int], Callable[[Connection], int]]] = {
    "made one": lambda one, other, _: lambda db: make_one(db, one, other, "local"),
    "made one the other way round": lambda one, other, _: lambda db: make_one(db, other, one, "local"),
    "kept two": lambda one, other, _: lambda db: hold_apart(db, one, other, "local"),
    "taken out": lambda one, _, article: lambda db: take_out(db, one, [article], "local"),
}


@pytest.mark.parametrize("name", TWICE)
def test_what_somebody_has_just_decided_in_another_window_is_not_decided_twice(db: Connection, name: str) -> None:
    as_found = facts(db)
    act = TWICE[name](meeting_of(db, FIRST), meeting_of(db, LATER), article(db, AGAIN))
    number = act(db)
    with pytest.raises(StoreError, match="Somebody has just decided this"):
        act(db)
    assert db.execute("SELECT count(*) FROM corrections").fetchone() == (1,)
    assert undo(db, number, "local", BOOK)
    assert facts(db) == as_found


@pytest.mark.parametrize("name", DECISIONS)
def test_such_a_decision_survives_a_reading_anew_and_is_undone_without_a_trace(db: Connection, name: str) -> None:
    as_found = facts(db)
    number = DECISIONS[name](db)
    changed = facts(db)
    assert changed != as_found
    read_all_anew(db)
    assert facts(db) == changed
    assert undo(db, number, "local", BOOK)
    assert facts(db) == as_found
    read_all_anew(db)
    assert facts(db) == as_found


def test_an_article_taken_out_tells_of_a_meeting_of_its_own_and_new_articles_do_not_join_the_two(
    db: Connection,
) -> None:
    first = meeting_of(db, FIRST)
    take_out(db, first, [article(db, AGAIN)], "local", "another visit")
    own = meeting_of(db, AGAIN)
    assert own != first
    new = add(db, talks("New", "6 March 2024", "climate", "The Wire"))
    assert new in (first, own)
    assert meeting_of(db, FIRST) != meeting_of(db, AGAIN)


def test_a_new_article_that_agrees_with_either_date_belongs_to_the_meeting_made_one(db: Connection) -> None:
    keep = meeting_of(db, FIRST)
    make_one(db, keep, meeting_of(db, LATER), "local")
    assert add(db, talks("Sixth", "6 March 2024", "climate", "The Wire")) == keep
    assert add(db, talks("Eighth", "8 March 2024", "tourism", "The Globe")) == keep


def test_two_meetings_kept_two_are_suspected_no_longer_until_that_is_undone(db: Connection) -> None:
    number = hold_apart(db, meeting_of(db, FIRST), meeting_of(db, LATER), "local")
    assert doubles.suspected(db) == ()
    undo(db, number, "local", BOOK)
    assert len(doubles.suspected(db)) == 1


def test_making_one_of_meetings_kept_apart_lifts_that_and_undoing_it_brings_it_back(db: Connection) -> None:
    keep, gone = meeting_of(db, FIRST), meeting_of(db, LATER)
    hold_apart(db, keep, gone, "local")
    number = make_one(db, keep, gone, "local")
    undo(db, number, "local", BOOK)
    assert doubles.suspected(db) == ()
    assert meeting_of(db, LATER) == gone


def test_a_preview_says_what_would_be_left_and_changes_nothing(db: Connection) -> None:
    keep, gone = meeting_of(db, FIRST), meeting_of(db, LATER)
    before = facts(db)
    seen = preview(db, (keep, gone), lambda: make_one(db, keep, gone, "local"))
    assert [(one.id, one.articles) for one in seen.before] == [(keep, 2), (gone, 1)]
    assert [(one.id, one.start_on, one.articles) for one in seen.after] == [(keep, "2024-03-06", 3)]
    assert seen.counted == (2, 1)
    assert facts(db) == before
    out = preview(db, (keep,), lambda: take_out(db, keep, [article(db, AGAIN)], "local"))
    assert [one.articles for one in out.after] == [1, 1]
    assert out.counted == (2, 3)
    assert db.execute("SELECT count(*) FROM corrections").fetchone() == (0,)


def test_what_was_corrected_of_a_meeting_goes_with_it_into_the_one_and_back(db: Connection) -> None:
    keep, gone = meeting_of(db, FIRST), meeting_of(db, LATER)
    placed = {"place": "Almaty", "country": "KZ"}
    change = Correction("meeting", "corrected", meeting_id=gone, field="place", after=placed)
    corrections.decide(db, change, "local", BOOK)
    number = make_one(db, keep, gone, "local")
    place = "SELECT place FROM meetings WHERE id = ?"
    assert db.execute(place, (keep,)).fetchone() == ("Almaty",)
    undo(db, number, "local", BOOK)
    assert [db.execute(place, (one,)).fetchone()[0] for one in (keep, gone)] == ["Astana", "Almaty"]
    assert [one.field for one in of_meeting(db, gone)] == ["place"]


def test_an_article_that_is_removed_and_added_again_comes_back_to_the_meeting_it_was_joined_with(
    db: Connection,
) -> None:
    keep = meeting_of(db, FIRST)
    make_one(db, keep, meeting_of(db, LATER), "local")
    before = recodings.count_after(db)
    remove_articles(db, [article(db, LATER)], actor="local", why="articles removed")
    assert recodings.count_after(db) == before - 1
    assert add(db, LATER) == keep


def test_a_later_decision_on_the_same_reports_is_to_be_undone_first(db: Connection) -> None:
    third = add(db, talks("Third", "1 March 2024", "energy", "The Echo"))
    as_found = facts(db)
    first = make_one(db, meeting_of(db, FIRST), meeting_of(db, LATER), "local")
    second = make_one(db, third, meeting_of(db, FIRST), "local")
    both = facts(db)
    with pytest.raises(ParleyError, match="Undo the later decision first"):
        undo(db, first, "local", BOOK)
    read_all_anew(db)
    assert facts(db) == both
    assert undo(db, second, "local", BOOK)
    assert undo(db, first, "local", BOOK)
    assert facts(db) == as_found


def test_a_date_given_to_two_made_one_does_not_bring_them_together_again(db: Connection) -> None:
    keep, gone = meeting_of(db, FIRST), meeting_of(db, LATER)
    number = make_one(db, keep, gone, "local")
    decide(db, dated(keep, "2024-03-07"), "local", BOOK)
    undo(db, number, "local", BOOK)
    decide(db, Correction("topic", "accepted", key_of(db, LATER), anchor=Anchor("transport")), "local", BOOK)
    assert db.execute("SELECT id, start_on FROM meetings ORDER BY id").fetchall() == [
        (keep, "2024-03-07"),
        (gone, "2024-03-08"),
    ]


@pytest.mark.parametrize("name", DECISIONS)
def test_topics_of_a_meeting_said_to_be_planned_follow_it_when_meetings_are_joined_or_parted(
    db: Connection, name: str
) -> None:
    planned = {"field": "status", "after": {"status": "planned"}}
    decide(db, Correction("meeting", "corrected", meeting_id=meeting_of(db, FIRST), **planned), "local", BOOK)
    before = facts(db)
    number = DECISIONS[name](db)
    changed = facts(db)
    read_all_anew(db)
    assert facts(db) == changed
    undo(db, number, "local", BOOK)
    assert facts(db) == before
    read_all_anew(db)
    assert facts(db) == before
