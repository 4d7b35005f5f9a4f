"""The store: one article in, all its rows; the same text twice, nothing; samples away, nothing left."""

from pathlib import Path

import pytest

from parley.errors import StoreError
from parley.store import has_samples, reader, remove_samples, revision, save, writer
from tests.desk import MANY, ONE, make, settings_in


def count(db, what: str) -> int:
    return db.execute(f"SELECT count(*) FROM {what}").fetchone()[0]


def test_one_article_fills_every_table(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), ONE))
    assert [count(db, t) for t in ("articles", "sentences", "meetings", "reports")] == [1, 3, 1, 1]
    assert [count(db, t) for t in ("mentions", "commitments", "participants WHERE present", "people")] == [3, 1, 2, 3]
    assert db.execute(
        "SELECT series.series, day, month, is_reported FROM meetings JOIN series ON series.id = series_id"
    ).fetchall() == [("us-kz-espd", 20231106, 202311, 1)]
    assert db.execute(
        "SELECT topic, strength, by_party, m.day FROM mentions m JOIN topics t ON t.id = topic_id ORDER BY topic"
    ).fetchall() == [
        ("agriculture", 4, "joint", 20231106),
        ("sanctions", 1, "KZ", 20231106),
        ("trade", 4, "joint", 20231106),
    ]


def test_the_same_text_twice_changes_nothing_and_says_so(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path), ONE)
    db = writer(settings)
    before = revision(db), count(db, "log"), db.total_changes
    assert save(db, *ONE[0], actor="test").outcome == "known"
    assert (revision(db), count(db, "log"), db.total_changes) == before


def test_many_articles_tell_of_the_meetings_they_share(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), MANY))
    summit = db.execute("SELECT id, start_on, edition FROM meetings WHERE kind = 'summit'").fetchall()
    assert [row[1:] for row in summit] == [("2023-09-19", 1)]
    assert count(db, f"reports WHERE meeting_id = {summit[0][0]}") == 2
    assert count(db, "meetings WHERE status = 'planned'") == 1
    assert count(db, "mentions WHERE discussed = 0") == 1
    assert count(db, "meetings WHERE status = 'held' AND is_reported = 1") == 27


def test_search_finds_words_newest_first_and_without_accents(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), MANY))
    found = "SELECT a.title FROM articles a JOIN search s ON s.rowid = a.search_key WHERE search MATCH ?"
    assert db.execute(found, ("Ornek",)).fetchall() == [("Ministers talk in Ankara",)]
    keys = db.execute("SELECT rowid FROM search WHERE search MATCH 'round' ORDER BY rowid DESC")
    days = [row[0] >> 20 for row in keys]
    assert days == sorted(days, reverse=True)
    assert days[0] == 20250623


def test_samples_go_without_a_trace(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path), MANY, is_sample=True)
    db = writer(settings)
    before = revision(db)
    assert remove_samples(db, "test") == len(MANY)
    for table in ("articles", "sentences", "meetings", "reports", "mentions", "people", "sources", "meeting_parties"):
        assert count(db, table) == 0, table
    assert db.execute("SELECT rowid FROM search WHERE search MATCH 'round'").fetchall() == []
    assert revision(db) == before + 1
    assert not has_samples(db)


def test_a_sample_that_the_user_brings_too_stays_when_samples_go(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), MANY, is_sample=True))
    save(db, *MANY[0], actor="test")
    remove_samples(db, "test")
    assert count(db, "articles") == 1


def test_a_database_of_a_newer_parley_is_refused_in_words(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path))
    db = writer(settings)
    db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('parley', 'm9999', '')")
    for opener in (reader, writer):
        with pytest.raises(StoreError, match="newer Parley"):
            opener(settings)


def test_the_log_cannot_be_changed(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), ONE))
    assert db.execute("SELECT actor, action, target FROM log").fetchall() == [("test", "article added", "article 1")]
    for change in ("UPDATE log SET actor = 'x'", "DELETE FROM log"):
        with pytest.raises(Exception, match="append-only"):
            db.execute(change)


def test_the_search_index_agrees_with_the_articles_after_any_change(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), MANY[:20], is_sample=True))
    save(db, *MANY[20], actor="test")
    check = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"
    db.execute(check)
    remove_samples(db, "test")
    db.execute(check)
    save(db, *MANY[3], actor="test")
    db.execute(check)
    assert count(db, "search WHERE search MATCH 'round'") == 2
