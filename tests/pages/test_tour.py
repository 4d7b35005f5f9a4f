"""The tour on a first visit: five steps, never in the way, remembered once it is over, and to be had again."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from parley.settings import Settings
from tests.desk import ONE
from tests.pages.screens import PAGES, opened, words


def keys(screen: AppTest) -> set[str]:
    return {button.key for button in screen.button if (button.key or "").startswith("tour.")}


@pytest.fixture
def newcomer(show: Callable[..., Settings]) -> Settings:
    return show(ONE, toured=False)


@pytest.mark.usefixtures("newcomer")
def test_a_first_visit_shows_five_steps_and_remembers_that_they_were_seen() -> None:
    screen = opened("overview")
    told = []
    for _ in range(4):
        told.append(next(line.value for line in screen.markdown if line.value.startswith("**")))
        screen.button(key="tour.next").click().run()
    assert [text.split("**")[1] for text in told] == [
        "Overview",
        "Filters",
        "A number or a bar opens its sentences.",
        "Bring your own articles",
    ]
    assert "5 of 5" in words(screen)
    assert "Take it away" in words(screen)
    screen.button(key="tour.done").click().run()
    assert keys(screen) == keys(opened("topics")) == {"tour.again"}


@pytest.mark.usefixtures("newcomer")
def test_the_tour_can_be_skipped_and_had_again() -> None:
    screen = opened("overview")
    screen.button(key="tour.skip").click().run()
    assert keys(opened("overview")) == {"tour.again"}
    screen.button(key="tour.again").click().run()
    assert keys(screen) == {"tour.next", "tour.skip"}
    screen.button(key="tour.next").click().run()
    screen.button(key="tour.back").click().run()
    assert "1 of 5" in words(screen)


@pytest.mark.usefixtures("newcomer")
@pytest.mark.parametrize("page", PAGES)
def test_the_tour_leaves_every_page_as_it_is(page: str) -> None:
    screen = opened(page)
    shown = [title.value for title in screen.title]
    screen.button(key="tour.skip").click().run()
    assert [title.value for title in screen.title] == shown


@pytest.mark.usefixtures("empty")
def test_a_page_that_stops_early_still_has_the_way_to_the_tour() -> None:
    assert keys(opened("timeline")) == {"tour.again"}
