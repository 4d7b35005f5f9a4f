"""The timeline on an empty, a one-article and a sample database."""

import pytest

from parley.queries import rounds_ahead
from tests.pages.screens import filtered, opened, words


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    assert "No meetings yet" in words(opened("timeline"))


@pytest.mark.usefixtures("one_article")
def test_one_article_draws_its_meeting_with_a_table_twin() -> None:
    screen = opened("timeline")
    assert "1 meeting" in words(screen)
    twin = screen.dataframe[0].value
    assert twin["Date"].to_list() == ["6 November 2023"]
    assert twin["Round"].to_list() == ["5th"]


@pytest.mark.usefixtures("many_articles")
def test_meetings_referred_to_or_planned_are_told_apart_from_those_reported() -> None:
    assert "27 meetings, 1 planned" in words(opened("timeline"))


@pytest.mark.usefixtures("many_articles")
def test_the_table_lists_each_meeting_of_the_headline_once() -> None:
    screen = opened("timeline")
    screen.button_group(key="view").set_value("Table").run()
    assert len(screen.dataframe[0].value) == 28


@pytest.mark.usefixtures("many_articles")
def test_the_filter_bar_narrows_picture_and_count_alike() -> None:
    screen = filtered(opened("timeline"), "side", "Türkiye")
    assert "1 meeting" in words(screen)
    assert screen.dataframe[0].value["Date"].to_list() == ["no date"]


@pytest.mark.usefixtures("many_articles")
def test_words_and_standing_narrow_the_table() -> None:
    screen = opened("timeline")
    screen.button_group(key="view").set_value("Table").run()
    screen.text_input(key="timeline.words").set_value("Luxembourg").run()
    assert set(screen.dataframe[0].value["place"]) == {"Luxembourg"}
    screen.text_input(key="timeline.words").set_value("nowhere at all").run()
    assert "No meeting matches" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_lanes_by_side_stand_in_the_address() -> None:
    screen = opened("timeline", lanes_by="side")
    assert "Kazakhstan sat at most tables" in words(screen)
    assert "each meeting on the lane of each of its sides" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_lanes_by_kind_are_chosen_by_a_click_and_written_into_the_address() -> None:
    screen = opened("timeline")
    screen.button_group(key="choice.lanes_by.dialogue").set_value("kind").run()
    assert screen.query_params["lanes_by"] in ("kind", ["kind"])
    assert "Dialogue is the most frequent kind" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_late_rounds_are_listed_with_what_they_rest_on() -> None:
    told = words(opened("timeline"))
    assert "late round" in told
    assert "a planned meeting that an article of 3 June 2024 announces" in told
    assert "The seventh round in Astana in 2025 will take up space." in told


@pytest.mark.usefixtures("many_articles")
def test_silent_dialogues_are_folded_away_from_the_late_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds_ahead, "SILENT_AFTER", 0)
    screen = opened("timeline")
    assert "late round" not in words(screen)
    assert any("silent for three years or more" in one.label for one in screen.expander)


@pytest.mark.usefixtures("many_articles")
def test_expected_rounds_stand_in_the_table_beside_the_picture_and_are_not_counted() -> None:
    screen = opened("timeline")
    told_as = screen.dataframe[0].value["Told as"].to_list()
    assert any(one.startswith("Expected: by how often the rounds were held") for one in told_as)
    assert "27 meetings, 1 planned" in words(screen)
