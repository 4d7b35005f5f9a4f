"""Search takes whatever a reader types, and shows hits as text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Filters
from parley.queries.search import CLOSE, OPEN, Hits, hits, match_of
from parley.store import reader
from parley.ui.articles.hits import marked
from tests.desk import MANY, Said, Story, make, settings_in, told


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    hostile = Story("A <b>title</b>", (Said("Trade in <img src=x> rose."),), published_on="2011-01-01")
    make(settings_in(folder), (*MANY, told(hostile)))
    return folder


def found(data: Path, question: str, filters: Filters | None = None, order: str = "newest") -> Hits:
    return hits(reader(settings_in(data)), question, filters or Filters(), order)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("trade minerals", '"trade" AND "minerals"'),
        ('"critical minerals"', '"critical minerals"'),
        ("“critical minerals”", '"critical minerals"'),
        ("sanction*", '"sanction"*'),
        ("trade -climate", '"trade" NOT "climate"'),
        ('trade -"human rights"', '"trade" NOT "human rights"'),
        ("C5+1", '"C5 1"'),
        ('an "open quote', '"an" AND "open" AND "quote"'),
        ("AND OR NOT", '"AND" AND "OR" AND "NOT"'),
        ("title:trade", '"title trade"'),
    ],
)
def test_words_are_asked_as_words(typed: str, asked: str) -> None:
    assert match_of(typed) == asked


@pytest.mark.parametrize("typed", ["", "   ", '"', "***", "-", "-trade", "()", "^:"])
def test_a_question_without_a_word_to_find_asks_nothing(typed: str) -> None:
    assert match_of(typed) is None


@given(question=st.text(alphabet=st.sampled_from("ab \"*-+():^{}'.,\x00\x02NEAR_/\\%é́й"), max_size=30))
def test_nothing_that_can_be_typed_is_an_error(data: Path, question: str) -> None:
    assert found(data, question).count >= 0


def test_hits_come_newest_first_with_the_words_set_off(data: Path) -> None:
    listed = found(data, "telephone").rows
    assert [hit.title for hit in listed] == ["Chancellor telephones Tashkent"]
    assert f"{OPEN}telephone{CLOSE}" in listed[0].words
    dates = [hit.published_on or "" for hit in found(data, "trade").rows]
    assert dates == sorted(dates, reverse=True)


def test_best_match_orders_the_same_hits_otherwise(data: Path) -> None:
    newest, best = found(data, "trade"), found(data, "trade", order="relevance")
    assert newest.count == best.count == 17
    assert {hit.article_id for hit in newest.rows} == {hit.article_id for hit in best.rows}


def test_the_filters_narrow_the_search_too(data: Path) -> None:
    assert found(data, "trade", Filters(sources=("EU Wire",))).count == 6


def test_a_snippet_is_text_whatever_the_article_holds(data: Path) -> None:
    words = marked(found(data, "rose").rows[0].words)
    assert words == "Trade in &lt;img src=x&gt; <mark>rose</mark>."
    assert marked(f"{OPEN}{OPEN}a{CLOSE}{CLOSE}<") == "<mark>a</mark>&lt;"
