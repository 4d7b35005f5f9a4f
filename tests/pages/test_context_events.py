"""Context events on the screens: added in the form, drawn on three pages, listed with numbers, switched off."""

from contextlib import closing

import pytest

from parley.model import ContextEvent
from parley.settings import from_environment
from parley.store import writer
from parley.store.context import add_events
from tests.pages.screens import opened, words

WAR = ContextEvent("A war begins", "2022-02-24", None, ("RU", "UA"), ())


def add(*events: ContextEvent) -> None:
    with closing(writer(from_environment())) as db:
        add_events(db, events, "test")


@pytest.mark.usefixtures("many_articles")
def test_an_event_is_added_in_the_form_and_its_addition_undone() -> None:
    screen = opened("timeline")
    screen.text_input(key="context.title").set_value("A war begins")
    screen.text_input(key="context.date").set_value("24 February 2022")
    next(button for button in screen.button if button.label == "Add").click().run()
    assert "Added: 1 event" in words(screen)
    assert "1 24 February 2022: A war begins" in words(screen).replace("*", "")
    screen.button(key="context.undo-add").click().run()
    assert "24 February 2022: A war begins" not in words(screen)
    screen.button(key="context.undo-remove").click().run()
    assert "24 February 2022: A war begins" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_a_date_that_cannot_be_read_is_said_and_nothing_is_added() -> None:
    screen = opened("timeline")
    screen.text_input(key="context.title").set_value("A war begins")
    screen.text_input(key="context.date").set_value("some day")
    next(button for button in screen.button if button.label == "Add").click().run()
    assert "is no date that Parley can read" in screen.error[0].value
    assert "Added:" not in words(screen)
    assert screen.text_input(key="context.title").value == "A war begins"


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize("name", ["timeline", "topics", "overview"])
def test_the_charts_over_time_list_what_their_numbers_stand_for(name: str) -> None:
    add(WAR)
    screen = opened(name)
    assert "**1** 24 February 2022: A war begins (Russia, Ukraine)" in words(screen)
    screen.toggle(key="context-shown").set_value(False).run()
    assert "**1** 24 February 2022" not in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_an_event_beyond_the_time_of_a_chart_is_told_below_it() -> None:
    add(WAR, ContextEvent("Long ago", "1900", None, (), ()))
    assert "1 more event outside of the time shown." in words(opened("overview"))
