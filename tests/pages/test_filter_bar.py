"""The end of the filter bar, on every page: the link, saved views, and the way to the filter before."""

import pytest

from tests.pages.screens import PAGES, clicked, filtered, opened, words


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_link_of_what_is_in_view_with_its_filters_in_words(page: str) -> None:
    screen = opened(page, dialogue="C5+1")
    assert any("?dialogue=C5%2B1" in code.value for code in screen.code)
    assert "Copy link to what you see: 5 of 27 meetings · C5+1" in words(screen).replace("**", "")


@pytest.mark.usefixtures("many_articles")
def test_the_link_of_an_answer_sheet_holds_the_sheet() -> None:
    screen = opened("topics", dialogue="C5+1", sheet="trade", last="2")
    assert screen.code[0].value.endswith("?dialogue=C5%2B1&sheet=trade&last=2")


@pytest.mark.usefixtures("many_articles")
def test_a_view_saved_on_one_page_is_opened_on_another() -> None:
    screen = filtered(opened("timeline"), "dialogue", "c5+1")
    next(field for field in screen.text_input if field.label == "Name of the view").set_value("Central Asia")
    next(button for button in screen.button if button.label == "Save this view").click().run()
    elsewhere = opened("topics")
    elsewhere.button(key="view.open.1").click().run()
    assert not elsewhere.exception
    assert "5 of 27 meetings" in words(elsewhere)


@pytest.mark.usefixtures("many_articles")
def test_the_previous_filter_goes_back_and_forth() -> None:
    screen = filtered(opened("topics"), "dialogue", "c5+1")
    clicked(screen, "filters.previous", {})
    assert "27 meetings, nothing filtered" in words(screen)
    clicked(screen, "filters.previous", {"dialogue": "C5+1"})
    assert "5 of 27 meetings" in words(screen)
    clicked(screen, "filters.previous", {})
    assert "27 meetings, nothing filtered" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_what_an_address_asks_in_vain_is_told_in_one_line() -> None:
    said = words(opened("timeline", since="banana", dialogue="zzz"))
    assert "Not understood in the address: dialogue=zzz, since=banana" in said
    assert "Not understood" not in words(opened("timeline", since="2023-01-01", dialogue="C5+1"))
