"""What a check shows of a coding: every finding once, with the passages it rests on and what finds it again."""

import pytest

from parley.store.corrected import corrected
from parley.store.corrections import Correction
from parley.ui.check.items import items_of, passages_of
from tests.desk import MANY, ONE, Told

TOPICS = {"trade": ("Trade", "Economy"), "agriculture": ("Agriculture", "Economy"), "sanctions": ("Sanctions", "x")}


def test_meetings_come_first_then_their_people_topics_promises_and_who_was_spoken_of() -> None:
    _, coding = ONE[0]
    assert [item.key for item in items_of(coding, TOPICS)] == [
        *("meeting:0", "person:dana-example", "person:ermek-ulgi"),
        *("topic:trade", "topic:agriculture", "topic:sanctions", "promise:0", "person:madina-bastyk"),
    ]


def test_the_passages_are_those_of_the_text_and_of_a_person_the_name_alone() -> None:
    article, coding = ONE[0]
    marked = {(p.letter, article.text[p.start : p.end]) for p in passages_of(items_of(coding, TOPICS), article.text)}
    assert ("P", "Dana Example") in marked
    assert ("T", "They voiced concern about sanctions.") in marked
    assert ("C", "The sides agreed to widen trade in grain.") in marked


@pytest.mark.parametrize("told", MANY[::5], ids=lambda told: told[0].title)
def test_what_is_accepted_is_found_again_and_is_the_only_thing_checked(told: Told) -> None:
    _, coding = told
    for item in items_of(coding, TOPICS):
        after = corrected(coding, [Correction(item.part, "accepted", "key", anchor=item.anchor)])
        assert [one.key for one in items_of(after, TOPICS) if one.checked] == [item.key]


@pytest.mark.parametrize("told", MANY[::5], ids=lambda told: told[0].title)
def test_what_is_rejected_is_gone_and_nothing_else_of_its_kind(told: Told) -> None:
    _, coding = told
    for item in items_of(coding, TOPICS):
        if item.part == "meeting":
            continue  # its people are only spoken of from then on
        after = corrected(coding, [Correction(item.part, "rejected", "key", anchor=item.anchor)])
        left = {(one.part, one.label) for one in items_of(after, TOPICS)}
        gone = {(one.part, one.label) for one in items_of(coding, TOPICS)} - left
        assert gone == {(item.part, item.label)}


def test_a_person_is_found_again_by_name_too_as_ids_change_with_the_rules() -> None:
    _, coding = ONE[0]
    people = [item for item in items_of(coding, TOPICS) if item.part == "person"]
    assert [item.anchor.quote for item in people] == [item.label for item in people]
