"""Documents of the house: marked, and seen everywhere. What leaves is in test_files_leave_the_house.py."""

from contextlib import closing

import pytest

from parley.model import Filters
from parley.queries.article_list import article_ids
from parley.queries.internal import internal_articles
from parley.settings import Settings
from parley.store import reader, writer
from parley.store.articles import remove_articles, save
from parley.store.internal import mark
from tests.desk import ONE
from tests.pages.screens import opened, words


def marked(settings: Settings, *articles: int, internal: bool = True) -> int:
    with closing(writer(settings)) as db:
        return mark(db, "local", articles, internal=internal)


def numbers(settings: Settings) -> tuple[frozenset[int], tuple[int, ...]]:
    with closing(reader(settings)) as db:
        return internal_articles(db), article_ids(db, Filters())


def test_a_mark_is_kept_with_the_text_when_its_article_is_removed_and_comes_again(one_article: Settings) -> None:
    (only,) = numbers(one_article)[1]
    assert marked(one_article, only) == 1
    assert marked(one_article, only) == 0
    with closing(writer(one_article)) as db:
        remove_articles(db, [only], actor="local", why="taken back")
        assert internal_articles(db) == frozenset()
        again = save(db, *ONE[0], actor="local").article_id
        assert internal_articles(db) == {again}
    assert marked(one_article, again, internal=False) == 1
    assert numbers(one_article)[0] == frozenset()


def test_the_reader_marks_an_article_and_every_link_to_it_says_so(one_article: Settings) -> None:
    (only,) = numbers(one_article)[1]
    screen = opened("articles", id=str(only))
    next(toggle for toggle in screen.toggle if toggle.label == "Internal").set_value(True).run()
    assert numbers(one_article)[0] == {only}
    overview = opened("overview")
    overview.button(key="number-meetings").click().run()
    assert any(link.proto.label.endswith("internal") for link in overview.get("page_link"))


@pytest.mark.usefixtures("one_article")
def test_no_tick_is_asked_for_where_nothing_is_internal() -> None:
    screen = opened("articles")
    assert not [box for box in screen.checkbox if "internal" in box.label]


def test_a_list_is_marked_at_once_and_its_files_ask_before_they_hold_it(many_articles: Settings) -> None:
    screen = opened("articles")
    screen.button(key="internal.all").click().run()
    marks, listed = numbers(many_articles)
    assert marks == set(listed)
    assert [box.label for box in screen.checkbox if "internal" in box.label] == [
        f"Include {len(listed)} internal documents"
    ]


def test_the_page_with_an_internal_answer_offers_to_include_it(many_articles: Settings) -> None:
    marked(many_articles, *numbers(many_articles)[1])
    said = opened("topics", sheet="trade", series="us-kz-espd", last="3")
    assert any("internal document" in box.label for box in said.checkbox)
    assert "Trade" in words(said)
