"""Following a dialogue: kept for each reader, in the log, and nothing is written twice."""

from pathlib import Path

from parley.store import revision, writer
from parley.store.follows import follow
from tests.desk import ONE, make, settings_in


def test_a_followed_dialogue_stays_until_it_is_let_go_and_the_log_tells_both(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), ONE))
    assert follow(db, "local", "c5+1", wanted=True)
    assert db.execute("SELECT actor, series FROM follows").fetchall() == [("local", "c5+1")]
    assert follow(db, "local", "c5+1", wanted=False)
    assert db.execute("SELECT actor, series FROM follows").fetchall() == []
    told = db.execute("SELECT actor, action, target FROM log WHERE target LIKE 'dialogue %' ORDER BY id").fetchall()
    assert told == [
        ("local", "dialogue followed", "dialogue c5+1"),
        ("local", "dialogue no longer followed", "dialogue c5+1"),
    ]


def test_following_twice_changes_nothing_and_is_not_logged(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), ONE))
    follow(db, "local", "c5+1", wanted=True)
    before = revision(db)
    assert not follow(db, "local", "c5+1", wanted=True)
    assert not follow(db, "local", "never-followed", wanted=False)
    assert revision(db) == before


def test_what_one_reader_follows_is_no_business_of_another(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), ONE))
    follow(db, "anna", "c5+1", wanted=True)
    follow(db, "boris", "c5+1", wanted=True)
    follow(db, "anna", "c5+1", wanted=False)
    assert db.execute("SELECT actor FROM follows").fetchall() == [("boris",)]


def test_screens_see_at_once_what_is_followed(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), ONE))
    before = revision(db)
    follow(db, "local", "c5+1", wanted=True)
    assert revision(db) == before + 1
