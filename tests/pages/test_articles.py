"""Articles on an empty, a one-article and a sample database: table, search and reader."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from parley.settings import Settings
from tests.desk import Said, Story, told
from tests.pages.screens import opened, words


def html(screen: AppTest, begins: str) -> str:
    """The one piece of drawn HTML that begins so."""
    return next(str(drawn.value) for drawn in screen.html if str(drawn.value).startswith(f'<div class="{begins}"'))


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    assert "No articles yet" in words(opened("articles"))


@pytest.mark.usefixtures("many_articles")
def test_the_table_counts_what_each_article_tells() -> None:
    screen = opened("articles")
    table = screen.dataframe[0].value.set_index("title")
    told = table.loc["What the envoys want from the next round"]
    assert (told["when"], told["source"], told["meeting"]) == ("2024-06-03", "Steppe Times", "Washington, 31 May 2024")
    assert told["topics"] == "Diplomatic engagement"
    assert "30 articles" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_a_search_lists_its_hits_and_a_click_opens_the_reader() -> None:
    screen = opened("articles")
    screen.text_input(key="q").set_value("telephone").run()
    assert "1 article" in words(screen)
    assert "<mark>telephone</mark>" in html(screen, "hit-words")
    screen.button(key=next(b.key for b in screen.button if (b.key or "").startswith("open."))).click().run()
    assert screen.header[0].value.replace("\\", "") == "Chancellor telephones Tashkent"


@pytest.mark.usefixtures("many_articles")
def test_a_search_without_a_hit_says_what_to_try() -> None:
    screen = opened("articles")
    screen.text_input(key="q").set_value('"nowhere at all').run()
    assert "No article holds all these words" in words(screen)


@pytest.mark.usefixtures("one_article")
def test_a_deep_link_opens_the_reader_with_each_passage_marked() -> None:
    screen = opened("articles", id="1")
    text = html(screen, "pl-text")
    assert "T<small>2</small>" in text
    assert text.count(">C</sup>") == 1
    assert "What Parley found" in words(screen)


@pytest.mark.usefixtures("one_article")
def test_choosing_a_topic_shows_its_sentence_and_lights_it_in_the_text() -> None:
    screen = opened("articles", id="1")
    screen.button_group(key="kind.1").set_value("Topics").run()
    screen.button_group(key="finding.Topics.1").set_value("topic:sanctions").run()
    assert "They voiced concern about sanctions" in words(screen).replace("\\", "")
    assert html(screen, "pl-text").count('<span class="pl-m pl-T pl-g2 pl-on"') == 1


@pytest.mark.usefixtures("one_article")
@pytest.mark.parametrize("wanted", ["99", "x", "-1", "9" * 40, ""])
def test_a_link_to_no_article_says_so(wanted: str) -> None:
    assert "no such article" in words(opened("articles", id=wanted))


@pytest.mark.usefixtures("many_articles")
def test_next_goes_on_below_the_last_row_and_previous_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for where in ("parley.queries.article_list.PAGE", "parley.ui.articles.table.PAGE"):
        monkeypatch.setattr(where, 20)
    screen = opened("articles")
    first = screen.dataframe[0].value["title"].to_list()
    screen.button(key="next.articles").click().run()
    second = screen.dataframe[0].value["title"].to_list()
    assert (len(first), len(second), len({*first, *second})) == (20, 10, 30)
    screen.button(key="previous.articles").click().run()
    assert screen.dataframe[0].value["title"].to_list() == first


def test_a_text_in_another_language_says_that_it_is_not_read_for_topics(show: Callable[..., Settings]) -> None:
    show([told(Story("Treffen in Bern", (Said("Die Minister trafen sich in Bern."),), language="other"))])
    screen = opened("articles", id="1")
    assert "Not read for topics" in words(screen)
