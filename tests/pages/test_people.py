"""People: the list, a page each, and every number opening what it counts."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from parley.model import Filters
from parley.queries.people import Listed, PersonTold, people, person
from parley.settings import Settings, from_environment
from parley.store import reader
from parley.ui.people import listing
from tests.desk import ESPD, Met, Said, Story, told
from tests.pages.screens import opened, words

DEPUTY, MINISTER = ("Ermek Ulgi", "Deputy Foreign Minister", "KZ"), ("Ermek Ulgi", "Foreign Minister", "KZ")
ENVOY = ("Dana Example", "Assistant Secretary", "US")


def listed_in(filters: Filters) -> tuple[Listed, ...]:
    with closing(reader(from_environment())) as db:
        return people(db, filters)


def listed(screen: AppTest) -> list[str]:
    return [button.label for button in screen.button if (button.key or "").startswith("person.")]


def round_with(day: str, *people: tuple[str, str, str]) -> Story:
    met = Met("dialogue", ESPD[2], day, "Astana", "KZ", ESPD[0], ESPD[1], people=people)
    return Story(f"A round of {day}", (Said(f"The round of {day} dealt with trade.", ("trade",)),), (met,))


def told_of(settings: Settings, name: str, filters: Filters = Filters()) -> PersonTold:  # noqa: B008
    with closing(reader(settings)) as db:
        found = person(db, key_of(settings, name), filters)
    assert found
    return found


def key_of(settings: Settings, name: str) -> str:
    with closing(reader(settings)) as db:
        return next(one.person for one in people(db, Filters()) if one.name == name)


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    assert "No people yet" in words(opened("people"))


@pytest.mark.usefixtures("many_articles")
def test_the_list_counts_those_that_the_overview_counts() -> None:
    assert "7 people present at meetings" in words(opened("people"))


@pytest.mark.usefixtures("many_articles")
def test_the_number_of_meetings_opens_as_many() -> None:
    screen = opened("people")
    button = screen.button(key="open-person-0")
    button.click().run()
    assert f"{button.label}: with" in words(screen)


def test_a_promotion_is_two_offices_with_their_days_and_the_latest_first(show: Callable[..., Settings]) -> None:
    rounds = (("2021-05-01", DEPUTY), ("2022-05-01", DEPUTY), ("2023-05-01", MINISTER))
    desk = show([told(round_with(day, one, ENVOY)) for day, one in rounds])
    offices = told_of(desk, "Ermek Ulgi").offices
    assert [(one.name, one.first, one.last) for one in offices] == [
        ("Foreign Minister", "2023-05-01", "2023-05-01"),
        ("Deputy Foreign Minister", "2021-05-01", "2022-05-01"),
    ]


def test_whom_somebody_met_is_of_another_side_and_follows_the_filters(show: Callable[..., Settings]) -> None:
    desk = show([told(round_with(day, DEPUTY, ENVOY)) for day in ("2021-05-01", "2023-05-01")])
    assert [(one.name, len(one.meetings)) for one in told_of(desk, "Dana Example").met] == [("Ermek Ulgi", 2)]
    narrowed = told_of(desk, "Dana Example", Filters(since="2023-01-01"))
    assert [(one.name, len(one.meetings)) for one in narrowed.met] == [("Ermek Ulgi", 1)]
    assert narrowed.same_side == ()


def test_the_page_of_a_person_opens_from_the_list_and_by_a_link(many_articles: Settings) -> None:
    screen = opened("people")
    name = listed(screen)[0]
    next(button for button in screen.button if button.label == name).click().run()
    assert name in [header.value for header in screen.header]
    again = opened("people", who=key_of(many_articles, name))
    assert name in [header.value for header in again.header]


@pytest.mark.usefixtures("many_articles")
def test_an_unknown_person_is_said_not_to_be_here() -> None:
    assert "Nobody of that name is here" in words(opened("people", who="nobody"))


def test_two_names_are_put_together_on_the_page_and_parted_again_by_undo(show: Callable[..., Settings]) -> None:
    desk = show([told(round_with("2021-05-01", DEPUTY)), told(round_with("2023-05-01", ENVOY))])
    one, other = key_of(desk, "Ermek Ulgi"), key_of(desk, "Dana Example")
    screen = opened("people", who=one)
    choice = screen.selectbox(key=f"join.{one}")
    choice.select_index(0).run()
    assert "2 meetings instead of 1 and 1" in words(screen)
    screen.button(key="join.sure").click().run()
    assert "Say why" in screen.error[0].value
    screen.text_input(key=f"join.why.{one}").set_value("One person before and after a marriage").run()
    screen.button(key="join.sure").click().run()
    assert other != one
    with closing(reader(desk)) as db:
        kept = db.execute("SELECT reason FROM person_aliases").fetchall()
    assert kept == [("One person before and after a marriage",)]


def test_names_of_one_surname_and_side_are_suspected_to_be_one_person(show: Callable[..., Settings]) -> None:
    same = ("E. Ulgi", "Deputy Foreign Minister", "KZ")
    show([told(round_with("2021-05-01", DEPUTY)), told(round_with("2023-05-01", same))])
    screen = opened("people")
    assert any("1 pair of names that may be one person" in box.label for box in screen.expander)


def test_the_field_finds_a_person_by_another_spelling(show: Callable[..., Settings]) -> None:
    show([told(round_with("2021-05-01", DEPUTY, ENVOY))])
    (one, *_) = [one for one in listed_in(Filters()) if one.name == "Ermek Ulgi"]
    assert listing._sought(replace(one, spellings=("Ермек Улги",))).endswith("ермек улги")
    assert one.spellings == ("Ermek Ulgi",)


def test_what_is_not_filtered_on_the_page_of_a_person_says_so(many_articles: Settings) -> None:
    name = listed(opened("people"))[0]
    key = key_of(many_articles, name)
    assert "whatever is filtered" not in words(opened("people", who=key))
    assert "whatever is filtered" in words(opened("people", who=key, since="2015-01-01"))
