"""Copies in the store: found whatever the order, counted once, and gone with what they copy."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries import evidence, timeline, topics, units
from parley.store import reader, save, writer
from parley.store.articles import remove_articles
from parley.store.sqlite import Connection
from tests.copied import COPIED, CUT, IDENTICAL, NEXT_YEAR, ORIGINAL, REPORT, REWORDED
from tests.desk import Told, make, settings_in


def desk(folder: Path, articles: Sequence[Told] = COPIED) -> Connection:
    return reader(make(settings_in(folder), articles))


def groups(db: Connection) -> list[tuple[str, str, int]]:
    return db.execute(
        "SELECT o.title, a.title, g.n FROM copy_groups g JOIN articles a ON a.id = g.article_id"
        " JOIN articles o ON o.id = g.original_id ORDER BY g.n"
    ).fetchall()


def test_a_reworded_and_a_cut_reprint_are_linked_to_the_full_text_published_first(tmp_path: Path) -> None:
    original, reworded, cut = ORIGINAL[0].title, REWORDED[0].title, CUT[0].title
    assert groups(desk(tmp_path)) == [(original, original, 0), (original, cut, 1), (original, reworded, 2)]


def test_the_order_of_arrival_changes_no_group(tmp_path: Path) -> None:
    found = {tuple(groups(desk(tmp_path / str(n), order))) for n, order in enumerate(permutations(COPIED[:4]))}
    assert len(found) == 1


def test_the_same_words_a_year_later_are_no_copy(tmp_path: Path) -> None:
    assert groups(desk(tmp_path, (ORIGINAL, NEXT_YEAR))) == []


def test_a_copy_without_a_date_is_found_too(tmp_path: Path) -> None:
    undated = (replace(REWORDED[0], published_on=None), REWORDED[1])
    for n, order in enumerate([(undated, ORIGINAL), (ORIGINAL, undated)]):
        assert groups(desk(tmp_path / str(n), order))[0][0] == ORIGINAL[0].title


def test_a_copy_known_by_its_month_or_year_is_found_from_both_sides(tmp_path: Path) -> None:
    for published in ("2024-06", "2024"):
        coarse = (replace(REWORDED[0], published_on=published), REWORDED[1])
        for n, order in enumerate([(coarse, ORIGINAL), (ORIGINAL, coarse)]):
            assert len(groups(desk(tmp_path / f"{published}-{n}", order))) == 2


def test_an_identical_text_from_another_outlet_is_kept_with_where_it_came_from(tmp_path: Path) -> None:
    db = desk(tmp_path, (ORIGINAL, IDENTICAL))
    kept = "SELECT t.article_id, t.title, s.name, t.url FROM same_texts t JOIN sources s ON s.id = t.source_id"
    assert db.execute(kept).fetchall() == [(1, IDENTICAL[0].title, "EU Wire", "https://example.org/wire")]
    assert units.how_many(db, "articles", Filters()) == 1
    assert units.how_many(db, "articles", Filters(sources=("EU Wire",))) == 1
    assert units.how_many(db, "sentences", Filters(sources=("EU Wire",))) == 4


def test_the_very_same_article_again_is_no_copy(tmp_path: Path) -> None:
    assert desk(tmp_path, (ORIGINAL, ORIGINAL)).execute("SELECT count(*) FROM same_texts").fetchone() == (0,)


def test_without_outlet_and_address_another_document_makes_a_copy(tmp_path: Path) -> None:
    bare = replace(ORIGINAL[0], source=None, url=None)
    db = writer(make(settings_in(tmp_path)))
    for number, sha in enumerate("ab", 1):
        db.execute("INSERT INTO documents (id, sha256, size, received_at) VALUES (?, ?, 1, '')", (number, sha))
    for document in (1, 1, 2, 2):
        save(db, bare, ORIGINAL[1], actor="test", document_id=document)
    assert db.execute("SELECT document_id FROM same_texts").fetchall() == [(2,)]


@pytest.mark.parametrize(
    ("filters", "articles", "sentences"),
    [
        (Filters(), 2, 5),
        (Filters(sources=("Capital Post",)), 2, 5),
        (Filters(sources=("Steppe Times",)), 1, 2),
        (Filters(sources=("Steppe Times", "Capital Post")), 2, 3),
        (Filters(sources=("Steppe Times", "Example Herald")), 1, 4),
        (Filters(topics=("transport",)), 2, 2),
    ],
)
def test_copies_count_once_and_stand_for_the_original_where_only_their_outlet_is_asked_for(
    tmp_path: Path, filters: Filters, articles: int, sentences: int
) -> None:
    db = desk(tmp_path)
    assert units.how_many(db, "articles", filters) == articles
    assert units.how_many(db, "sentences", filters) == sentences
    for unit in ("articles", "sentences"):
        listed = units.units(db, unit, filters)
        assert listed["unit"].is_unique
        opened = evidence.evidence(db, unit, filters, tuple(int(key) for key in listed["unit"]))
        assert set(opened["unit"]) == set(listed["unit"])


def test_topics_and_meetings_count_each_copy_once(tmp_path: Path) -> None:
    db = desk(tmp_path)
    counts = topics.topic_counts(db, "articles", Filters()).set_index("topic")["n"]
    assert counts.to_dict() == {"transport": 2, "trade": 1, "water-environment": 1, "education-exchange": 1}
    table = timeline.meeting_table(db, Filters(), (), "")
    assert table["articles"].to_list() == [2]


def test_when_the_original_goes_its_copies_are_grouped_anew(tmp_path: Path) -> None:
    db = writer(make(settings_in(tmp_path), COPIED))
    remove_articles(db, [1], actor="test", why="test")
    whole = REWORDED[0].title
    assert groups(db) == [(whole, whole, 0), (whole, CUT[0].title, 1)]
    assert db.execute("SELECT count(*) FROM same_texts").fetchone() == (0,)
    remove_articles(db, [2], actor="test", why="test")
    assert groups(db) == []
    assert db.execute("SELECT count(*) FROM likenesses").fetchone() == (0,)


def test_articles_held_before_are_linked_when_the_tables_are_made(tmp_path: Path) -> None:
    from sqlite_utils import Database

    from parley.store.schema_copies import make_copies

    db = writer(make(settings_in(tmp_path), (ORIGINAL, REWORDED, REPORT)))
    before = groups(db)
    for table in ("same_texts", "sketches", "likenesses", "copy_groups"):
        db.execute(f"DROP TABLE {table}")
    make_copies(Database(db, execute_plugins=False))
    assert groups(db) == before
    assert len(before) == 2
