"""The list of articles: its facets are what one then sees, its pages meet, and copies are told with their reason."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Filters
from parley.queries import article_list, copies, search
from parley.queries.article_facets import article_facets, topics_of
from parley.queries.article_list import article_count, article_rows, article_table, copy_count
from parley.queries.read import Connection
from parley.store import reader
from tests.copied import COPIED, CUT, IDENTICAL, ORIGINAL, REPORT, REWORDED
from tests.desk import MANY, make, settings_in
from tests.unit.test_filters_as_sql import ANY_FILTERS

QUESTIONS = st.sampled_from(["", "", "night", "envoys", "grain", "trade", "round -trade", "nowhere", "-only"])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    connection = reader(make(settings_in(tmp_path_factory.mktemp("list")), (*MANY, *COPIED)))
    yield connection
    connection.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=ANY_FILTERS, question=QUESTIONS)
def test_each_facet_counts_exactly_what_one_sees_after_choosing_it(
    db: Connection, filters: Filters, question: str
) -> None:
    found = article_facets(db, filters, question)
    chosen = [
        *((v.count, replace(filters, sources=(v.value,))) for v in found.outlets),
        *((v.count, replace(filters, languages=(v.value,))) for v in found.languages),
        *((v.count, replace(filters, dialogues=(v.value,))) for v in found.dialogues),
        *((v.count, replace(filters, topics=topics_of(db, v.value))) for v in found.groups),
        *(
            (v.count, replace(filters, since=f"{v.value}-01-01", until=f"{v.value}-12-31", period=None))
            for v in found.years
        ),
    ]
    for count, narrowed in chosen:
        assert count == article_count(db, narrowed, question) == len(article_rows(db, narrowed, question))


def test_a_facet_leaves_out_only_what_would_leave_nothing(db: Connection) -> None:
    found = article_facets(db, Filters())
    assert {v.value: v.count for v in found.outlets}["EU Wire"] == 9 + 1
    assert {v.value for v in found.languages} == {"en", "ru"}
    assert [v.value for v in found.years][:2] == ["2025", "2024"]


def test_the_pages_meet_and_hold_every_article_once(db: Connection) -> None:
    for question in ("", "round"):
        seen: list[int] = []
        before: int | None = None
        while not (page := article_table(db, Filters(), question, before, 7)).empty:
            seen += [int(article) for article in page["id"]]
            before = int(page.iloc[-1]["search_key"])
        assert seen == article_rows(db, Filters(), question)["id"].to_list()
        assert len(seen) == len(set(seen)) == article_count(db, Filters(), question)


def test_dates_stand_in_their_order_and_an_article_without_one_comes_last(db: Connection) -> None:
    dates = article_rows(db, Filters())["published_on"].to_list()
    assert dates[:-1] == sorted(dates[:-1], reverse=True)
    assert not isinstance(dates[-1], str)


def test_a_row_tells_meeting_topics_copies_and_other_reports(db: Connection) -> None:
    rows = article_rows(db, Filters(sources=("Example Herald",), since="2024-06-01")).set_index("title")
    row = rows.loc[ORIGINAL[0].title]
    assert [meeting["place"] for meeting in row["meetings"]] == ["Washington"]
    assert row["topics"] == ("Education and exchanges", "Trade", "Transport and connectivity", "Water and environment")
    # Two near-copies and one identical; the round's own report in MANY, that of the envoys, and the other outlet's.
    assert (row["copies"], row["reports"]) == (3, 3)
    assert REWORDED[0].title not in set(article_rows(db, Filters())["title"])
    assert copy_count(db, Filters()) == 3


def test_what_stands_beside_an_article_is_told_with_its_reason(db: Connection) -> None:
    ids = {title: article for article, title in db.execute("SELECT id, title FROM articles").fetchall()}
    told = {(other.reason, other.title): other for other in copies.beside(db, ids[ORIGINAL[0].title])}
    assert {key for key in told if key[0] != "report"} == {
        ("identical", IDENTICAL[0].title),
        ("near", CUT[0].title),
        ("near", REWORDED[0].title),
    }
    assert ("report", REPORT[0].title) in told
    assert told["near", CUT[0].title].share == 1.0
    assert 0.8 < told["near", REWORDED[0].title].share < 1.0
    assert told["identical", IDENTICAL[0].title].source == "EU Wire"
    of_copy = copies.beside(db, ids[CUT[0].title])
    assert [(other.reason, other.title, other.share) for other in of_copy[:2]] == [
        ("original", ORIGINAL[0].title, 1.0),
        ("near", REWORDED[0].title, of_copy[1].share),
    ]


def test_a_search_lists_a_copy_where_only_the_copy_holds_the_words(db: Connection) -> None:
    assert [hit.source for hit in search.hits(db, "night lorries", Filters()).rows] == ["Example Herald"]
    assert [hit.source for hit in search.hits(db, "chemists", Filters()).rows] == ["Capital Post"]
    assert article_count(db, Filters(), "chemists") == 1


def test_hits_by_relevance_are_those_by_date_in_another_order(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    newest, best = search.keys_of(db, "trade", Filters()), search.keys_of(db, "trade", Filters(), "relevance")
    assert sorted(newest, reverse=True) == list(newest) != list(best)
    assert set(newest) == set(best)
    assert article_rows(db, Filters(), "trade", "relevance")["search_key"].to_list() == list(best)
    monkeypatch.setattr(search, "RANKED", 5)
    assert set(search.keys_of(db, "trade", Filters(), "relevance")) == set(newest[:5])


def test_no_list_is_asked_by_offset() -> None:
    for module in (article_list, search):
        statements = [value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)]
        assert not [sql for sql in statements if "OFFSET" in sql]
