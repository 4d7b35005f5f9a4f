"""The topics page on an empty, a one-article and a sample database."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from parley.ui.topics.trend import headline
from tests.home import HOME
from tests.pages.screens import opened, words


def table(screen: AppTest, place: int = 0) -> dict[str, int]:
    """Topic and number of the chart's table twin."""
    shown = screen.dataframe[place].value
    return dict(zip(shown.iloc[:, 0], shown.iloc[:, 2], strict=True))


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    assert "No topics yet" in words(opened("topics"))


@pytest.mark.usefixtures("one_article")
def test_one_article_shows_its_topics() -> None:
    screen = opened("topics")
    assert table(screen) == {"Agriculture and food security": 1, "Sanctions and export controls": 1, "Trade": 1}
    assert "3 topics came up once each" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_the_title_says_which_topic_leads_and_of_how_many_meetings() -> None:
    assert "Trade leads, discussed at 14 of 27 meetings" in words(opened("topics"))


@pytest.mark.usefixtures("many_articles")
def test_a_topic_can_be_counted_by_articles_and_by_sentences() -> None:
    assert "Trade leads, found in 14 of 30 articles" in words(opened("topics", by="Articles"))
    assert "Trade leads, with 14 sentences" in words(opened("topics", by="Sentences"))


@pytest.mark.usefixtures("many_articles")
def test_generic_topics_are_left_out_unless_asked() -> None:
    screen = opened("topics")
    assert "Diplomatic engagement" not in table(screen)
    screen.toggle(key="generic").set_value(True).run()
    assert table(screen)["Diplomatic engagement"] == 1


@pytest.mark.usefixtures("many_articles")
def test_the_agenda_of_a_meeting_to_come_counts_as_nothing_discussed() -> None:
    assert "Space" not in table(opened("topics"))


@pytest.mark.usefixtures("many_articles")
def test_the_filter_narrows_the_table() -> None:
    assert table(opened("topics", dialogue="C5+1"))["Trade"] == 2


@pytest.mark.usefixtures("many_articles")
def test_the_trend_is_by_year_or_by_quarter() -> None:
    screen = opened("topics")
    years = screen.dataframe[1].value
    assert years[(years["Topic"] == "Trade") & (years["Year"] == "2024")]["Meetings"].to_list() == [3]
    screen.session_state["step"] = "quarter"
    quarters = screen.run().dataframe[1].value
    assert quarters[(quarters["Topic"] == "Trade") & (quarters["Quarter"] == "Q4 2024")]["Meetings"].to_list() == [2]


@pytest.mark.usefixtures("many_articles")
def test_the_table_twin_shows_all_its_columns() -> None:
    shown = opened("topics").dataframe[0]
    assert shown.value.columns.to_list() == ["Topic", "Group", "Meetings", "Share of 27 meetings"]
    assert json.loads(shown.proto.columns) == {"_index": {"hidden": True}}


@pytest.mark.usefixtures("many_articles")
def test_the_page_stands_alone_where_a_cold_link_runs_it_without_the_dashboard() -> None:
    screen = AppTest.from_file(str(HOME / "pages" / "topics.py"), default_timeout=30)
    screen.query_params["dialogue"] = "C5+1"
    screen.run()
    assert not screen.exception
    assert "5 of 27 meetings" in words(screen)
    assert table(screen)["Trade"] == 2


@pytest.mark.parametrize(
    ("n", "said"),
    [
        ((4, 3, 3), "Trade came up most in 2021"),
        ((4, 4, 3), "Trade came up most in 2021 and 2023"),
        ((4, 3, 4), "2 topics peak alike, at 4 a year"),
    ],
)
def test_no_one_of_equal_peaks_is_named_as_the_highest(n: tuple[int, ...], said: str) -> None:
    rows = {"label": ["Trade", "Trade", "Climate change"], "period": [2021, 2023, 2022], "n": list(n)}
    assert headline(pd.DataFrame(rows), "year") == said
