"""The overview on an empty, a one-article and a sample database."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from parley.settings import Settings
from tests.desk import ONE, Met, Said, Story, told
from tests.pages.screens import clicked, filtered, opened, words


def numbers(screen: AppTest) -> dict[str, str]:
    """The headline numbers by what they count."""
    labels = [b.label for b in screen.button if (b.key or "").startswith("number-")]
    return {label.split("** ")[1]: label.split("**")[1] for label in labels}


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    screen = opened("overview")
    assert "No articles yet" in words(screen)
    assert not numbers(screen)


@pytest.mark.usefixtures("one_article")
def test_one_article_gives_its_numbers() -> None:
    assert numbers(opened("overview")) == {
        "meeting": "1",
        "more referred to": "0",
        "article": "1",
        "topics": "3",
        "people": "2",
        "promise, general": "1",
    }


@pytest.mark.usefixtures("many_articles")
def test_a_meeting_told_by_two_outlets_counts_once() -> None:
    found = numbers(opened("overview"))
    assert (found["meetings"], found["articles"], found["more referred to"]) == ("27", "30", "1")


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(
    ("unit", "heading"),
    [
        ("meetings", "27 meetings"),
        ("referred", "1 meeting: recalled, announced or cancelled"),
        ("articles", "30 articles"),
        ("topics", "21 topics"),
        ("people", "7 people"),
        ("promises", "24 promises"),
    ],
)
def test_each_headline_number_opens_as_many_units_as_it_counts(unit: str, heading: str) -> None:
    screen = opened("overview")
    screen.button(key=f"number-{unit}").click().run()
    assert heading in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_an_open_number_closes_on_the_second_click() -> None:
    screen = opened("overview")
    for _ in range(2):
        screen.button(key="number-people").click().run()
    assert "7 people" not in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_the_panel_goes_on_where_there_are_more_units_than_it_shows() -> None:
    screen = opened("overview")
    screen.button(key="number-meetings").click().run()
    assert "8 of 27 shown" in words(screen)
    screen.button(key="more.numbers").click().run()
    assert "16 of 27 shown" in words(screen)


@pytest.mark.usefixtures("one_article")
def test_an_opened_meeting_shows_its_source_sentence_and_outlet() -> None:
    screen = opened("overview")
    screen.button(key="number-meetings").click().run()
    assert "Assistant Secretary Dana Example and Deputy Minister Ermek Ulgi met on 6 November." in words(screen)
    assert "Enhanced Strategic Partnership Dialogue, 5th round" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_the_windows_compared_are_said_with_their_months() -> None:
    said = words(opened("overview"))
    assert "July 2024 – June 2025 (4 meetings)" in said
    assert "July 2023 – June 2024 (5 meetings)" in said


@pytest.mark.usefixtures("many_articles")
def test_a_filter_in_the_address_narrows_every_number() -> None:
    screen = opened("overview", dialogue="C5+1")
    assert numbers(screen)["meetings"] == "5"
    assert "5 of 27 meetings" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_with_last_rounds_nothing_earlier_is_compared() -> None:
    said = words(opened("overview", dialogue="C5+1", rounds="2"))
    assert "2 of 27 meetings" in said
    assert "nothing earlier is compared" in said


@pytest.mark.usefixtures("many_articles")
def test_filters_that_leave_nothing_can_be_set_back() -> None:
    screen = opened("overview", dialogue="C5+1", language="Russian")
    assert "No articles under these filters" in words(screen)
    clicked(screen, "empty.reset.articles", address={})
    assert numbers(screen)["articles"] == "30"


@pytest.mark.usefixtures("many_articles")
def test_the_filter_before_comes_back_on_demand() -> None:
    screen = opened("overview")
    filtered(screen, "topic", "Trade")
    assert numbers(screen)["meetings"] == "14"
    clicked(screen, "chip.topic.trade", address={})
    assert numbers(screen)["meetings"] == "27"
    clicked(screen, "filters.previous", address={"topic": "Trade"})
    assert numbers(screen)["meetings"] == "14"


@pytest.mark.usefixtures("many_articles")
def test_samples_are_named_and_go_on_demand() -> None:
    screen = opened("overview")
    assert "Sample articles: remove them when you add your own." in words(screen)
    screen.button(key="samples-remove").click().run()
    assert "No articles yet" in words(screen)
    assert "Sample articles" not in words(screen)


def test_a_meeting_of_two_centuries_ago_leaves_the_newest_years_their_room(show: Callable[..., Settings]) -> None:
    congress = Met("summit", ("AT", "FR"), "1815-06-09", "Vienna", "AT")
    show([*ONE, told(Story("The congress ends", (Said("The congress ended on 9 June 1815."),), (congress,)))])
    screen = opened("overview")
    assert "Meetings a quarter, Q4 2023 · 1 before 2023, not drawn: the table has them" in words(screen)
    tables = [frame.value for frame in screen.dataframe if "Quarter" in frame.value]
    assert [list(table["Quarter"]) for table in tables] == [["Q2 1815", "Q4 2023"]]


@pytest.mark.usefixtures("one_article")
def test_own_articles_carry_no_banner() -> None:
    assert "Sample articles" not in words(opened("overview"))


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("news.Meetings.new", "27 meetings: new"),
        ("news.Promises.new", "24 promises: new"),
        ("news.Topics.new, on Trade", "14 meetings: new, on Trade"),
        ("news.Outlets differ.on which outlets differ", "1 meeting: on which outlets differ"),
    ],
)
def test_each_line_of_what_is_new_opens_what_it_counts(key: str, heading: str) -> None:
    screen = opened("overview")
    number = heading.split(maxsplit=1)[0]
    assert number in screen.button(key=key).label
    screen.button(key=key).click().run()
    assert heading in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_after_a_briefing_of_today_nothing_is_new() -> None:
    screen = opened("overview")
    screen.date_input(key="news.day").set_value(date.today()).run()
    said = words(screen)
    assert "Since the briefing of" in said
    assert "nothing new" in said
    assert not [button.key for button in screen.button if (button.key or "").startswith("news.Meetings")]
