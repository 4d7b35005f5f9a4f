"""Generic topics, which come up nearly everywhere, lead no list of topics unless a reader asks for them."""

from collections.abc import Callable
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from parley.queries.timeline import meeting_facts
from parley.settings import Settings
from parley.store import reader
from tests.desk import ENVOY, MANY, Met, Said, Story, told
from tests.pages.screens import opened, words

GENERIC, LABEL = "diplomatic-engagement", "Diplomatic engagement"
DAYS = ("2024-06-10", "2024-07-10", "2024-08-10", "2024-09-10", "2025-05-10")
TALKS = ("own-talks", "Talks of Our Own", ("KZ", "US"))
ROUNDS = tuple(
    told(
        Story(
            f"Our talks of {day}",
            (
                Said(f"The envoys met on {day}."),
                *(Said(text, (topic,), by="KZ") for text, topic in TOLD[: 2 if n < 3 else 1]),
            ),
            (Met("dialogue", TALKS[2], day, "Oral", "KZ", TALKS[0], TALKS[1], people=(ENVOY,)),),
            "Capital Post",
            day,
        )
    )
    for TOLD in [(("They spoke of hospitals.", "health"), ("Both spoke of friendship.", GENERIC))]
    for n, day in enumerate(DAYS)
)


@pytest.fixture(autouse=True)
def desk(show: Callable[..., Settings]) -> Settings:
    return show((*MANY, *ROUNDS))


def listed(screen: AppTest) -> str:
    """What a page says in words, on its buttons and in its tables."""
    tables = [frame.value.to_string() for frame in screen.dataframe]
    return "\n".join((words(screen), *(button.label for button in screen.button), *tables))


@pytest.mark.parametrize(
    ("page", "query", "switch"),
    [
        ("overview", {}, "overview-generic"),
        ("topics", {"view": "often"}, "generic"),
        ("topics", {"view": "sides"}, "sides-generic"),
        ("dialogues", {"series": TALKS[0]}, "dialogue-generic"),
    ],
)
def test_they_are_left_out_until_the_switch_asks_for_them(page: str, query: dict[str, str], switch: str) -> None:
    screen = opened(page, **query)
    assert LABEL not in listed(screen)
    screen.toggle(key=switch).set_value(True).run()
    assert LABEL in listed(screen)


def test_two_topics_to_compare_are_no_generic_ones_until_they_are_chosen() -> None:
    assert LABEL not in listed(opened("topics", view="compare"))
    assert LABEL in listed(opened("topics", view="compare", a=GENERIC))


def test_the_topics_over_time_begin_with_those_that_are_not_generic() -> None:
    assert GENERIC not in opened("topics", view="often").multiselect(key="over-time").value


def test_a_person_is_known_by_topics_that_say_something() -> None:
    screen = opened("people", who="dana-example")
    labels = [button.label for button in screen.button if str(button.key).startswith("open-topic-")]
    assert labels
    assert not [label for label in labels if label.startswith(LABEL)]


def test_the_five_lines_name_no_generic_topic() -> None:
    screen = opened("overview")
    named = [button.label for button in screen.button if str(button.key).startswith("news.Topics")]
    assert named
    assert not [label for label in named if label.startswith(LABEL)]


def test_a_quiet_topic_is_generic_only_where_asked_for() -> None:
    screen = opened("topics", view="quiet")
    assert LABEL not in listed(screen)
    screen.toggle(key="quiet-generic").set_value(True).run()
    assert LABEL in listed(screen)


def test_in_a_meeting_they_come_after_all_others(desk: Settings) -> None:
    with closing(reader(desk)) as db:
        (number,) = db.execute("SELECT id FROM meetings WHERE start_on = ?", (DAYS[0],)).fetchone()
        facts = meeting_facts(db, number)
    assert facts is not None
    labels = [label for label, _ in facts.topics]
    assert (len(labels), labels[-1]) == (2, LABEL)
