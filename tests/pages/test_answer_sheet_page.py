"""The answer sheet on the topics page: by its link, from the menu, and with what is held of silent rounds."""

from collections.abc import Callable

import pytest

from parley.settings import Settings
from tests import espd
from tests.desk import ESPD
from tests.pages.screens import opened, words


@pytest.mark.usefixtures("empty")
def test_a_link_to_a_sheet_of_an_empty_desk_says_what_to_do() -> None:
    assert "No topics yet" in words(opened("topics", sheet="sanctions"))


@pytest.mark.usefixtures("many_articles")
def test_a_link_opens_the_sheet_with_its_topic_its_dialogue_and_its_rounds() -> None:
    said = words(opened("topics", sheet="sanctions", series=ESPD[0], last="2"))
    assert "Sanctions and export controls · U.S.–Kazakhstan ESPD, last 2 rounds" in said
    assert "Raised at 1 of the last 2 rounds; 1 sentence from 1 outlet; only press reports held of 1" in said
    assert "> In that round of 2023 the sides turned to sanctions." in said
    assert "Only press reports held, and none of them tells of it. Held: 2 articles, no full official text." in said


@pytest.mark.usefixtures("many_articles")
def test_two_clicks_from_the_menu_reach_a_sheet_of_the_filtered_dialogue_and_topic() -> None:
    screen = opened("topics", dialogue="C5+1", topic="Climate change")
    screen.button_group(key="view.often").set_value("sheet").run()
    assert "Climate change · C5+1, last 3 rounds" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_another_topic_is_one_choice_away_and_stands_in_the_address() -> None:
    screen = opened("topics", sheet="sanctions", series=ESPD[0])
    screen.selectbox(key="asked.sheet.sanctions").select("trade").run()
    assert "Trade · U.S." in words(screen)
    assert screen.query_params["sheet"] == "trade"
    assert screen.query_params["series"] == ESPD[0]


@pytest.mark.usefixtures("many_articles")
def test_an_address_with_nonsense_in_it_says_so_and_answers_no_other_question_unasked() -> None:
    screen = opened("topics", sheet="no-such-topic", series="never", last="-7", level="gods")
    said = screen.warning[0].value.replace("\\", "")
    assert "There is no such topic here: no-such-topic. There is no such dialogue here: never." in said
    assert not screen.header
    screen.button(key="sheet.instead").click().run()
    assert "last 3 rounds" in words(screen)


def test_a_silent_full_text_is_named_and_a_short_report_is_not_taken_for_silence(
    show: Callable[..., Settings],
) -> None:
    show(espd.STATEMENT)
    assert "Full text held, no mention." in words(opened("topics", sheet="education-exchange"))
    show_again = words(opened("topics", sheet="sanctions"))
    assert "Full text held, no mention." not in show_again
    assert "Only press reports held" in show_again
