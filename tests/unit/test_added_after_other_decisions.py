"""What is added after something else was decided of it: the newest decision says where it stands, and what it is."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from parley.model import Coding
from parley.store.corrected import corrected
from parley.store.corrections import Anchor, Correction, Verdict
from tests.desk import ONE

FOUND = ONE[0][1]
FIRST, TRADE, SANCTIONS = FOUND.sentences[:3]
TWO = replace(
    FOUND, meetings=(FOUND.meetings[0], replace(FOUND.meetings[0], evidence=SANCTIONS.evidence, participants=()))
)
"""A text that tells of two meetings: Dana Example and Ermek Ulgi were at the first, nobody is named at the second."""


def meeting(at: int) -> dict[str, Any]:
    told = TWO.meetings[at].evidence
    return {"meeting": asdict(Anchor("", told.start, told.end, told.quote, at))}


def added(which: str, at: int, sentence: Any = SANCTIONS, **after: Any) -> Correction:
    anchor = Anchor(which, sentence.start, sentence.end, sentence.text)
    told = {"name": which, "office": "Envoy", "party": "US", "present": True, **meeting(at), **after}
    return Correction("person", "added", "k", anchor=anchor, after=told)


def decided(verdict: Verdict, which: str, field: str = "", **after: Any) -> Correction:
    return Correction("person", verdict, "k", anchor=Anchor(which), field=field, after=after or None)


def seats(*corrections: Correction) -> tuple[list[list[str]], list[str]]:
    """Who is at each of the two meetings, and who is only spoken of, by their keys."""
    told = corrected(TWO, corrections)
    return (
        [sorted(one.person_id for one in met.participants) for met in told.meetings],
        sorted(one.person_id for one in told.spoken_of),
    )


AWAY = decided("corrected", "dana-example", "present", present=False)
CAME = decided("corrected", "dana-example", "present", present=True)
NO = decided("rejected", "dana-example")
DANA, JANE = added("dana-example", 1), added("jane-roe", 0)


def test_somebody_whom_parley_missed_is_added_to_both_meetings_of_a_text() -> None:
    both = seats(JANE, added("jane-roe", 1))
    assert both == ([["dana-example", "ermek-ulgi", "jane-roe"], ["jane-roe"]], ["madina-bastyk"])


@pytest.mark.parametrize("sentence", [FIRST, TRADE, SANCTIONS], ids=["where found", "beside", "elsewhere"])
@pytest.mark.parametrize("older", [AWAY, NO], ids=["not present", "rejected"])
def test_somebody_taken_from_a_meeting_and_then_added_to_another_is_at_that_one_alone(
    older: Correction, sentence: Any
) -> None:
    there = seats(older, added("dana-example", 1, sentence))
    assert there == ([["ermek-ulgi"], ["dana-example"]], ["madina-bastyk"])


def test_somebody_added_to_a_second_meeting_and_then_said_to_have_been_at_none_is_spoken_of_once() -> None:
    assert seats(DANA, AWAY) == ([["ermek-ulgi"], []], ["dana-example", "madina-bastyk"])
    assert seats(DANA, NO) == ([["ermek-ulgi"], []], ["madina-bastyk"])
    assert seats(DANA, AWAY, CAME) == ([["dana-example", "ermek-ulgi"], ["dana-example"]], ["madina-bastyk"])


@pytest.mark.parametrize("older", [AWAY, NO], ids=["not present", "rejected"])
def test_somebody_taken_from_a_meeting_and_added_to_it_again_is_what_is_said_of_them_now(older: Correction) -> None:
    told = corrected(TWO, [older, added("dana-example", 0)])
    (dana,) = (one for one in told.meetings[0].participants if one.person_id == "dana-example")
    assert (dana.office, dana.evidence.quote, dana.checked) == ("Envoy", SANCTIONS.text, True)
    assert "dana-example" not in {one.person_id for one in told.spoken_of}


def topic(verdict: Verdict, **after: Any) -> Correction:
    anchor = Anchor("trade", TRADE.start, TRADE.end, TRADE.text)
    return Correction("topic", verdict, "k", anchor=anchor, after=after or None)


FIRM = {"strength": "done", "by": "US", **meeting(1)}


def reading(told: Coding) -> tuple[str, str | None, int | None]:
    (one,) = (one for one in told.readings if one.topic == "trade")
    return one.strength, one.by, one.meeting


@pytest.mark.parametrize("no", [topic("rejected"), Correction("topic", "rejected", "k", anchor=Anchor("trade"))])
def test_a_topic_rejected_and_then_added_is_as_firm_as_it_was_added(no: Correction) -> None:
    told = corrected(TWO, [no, topic("added", **FIRM)])
    assert [one.checked for one in told.mentions if one.topic == "trade"] == [True]
    assert reading(told) == ("done", "US", 1)
    assert reading(corrected(TWO, [topic("added", **FIRM)])) == reading(TWO)


def test_a_promise_rejected_and_then_added_is_due_when_it_was_added() -> None:
    anchor = Anchor("both:agreed", TRADE.start, TRADE.end, TRADE.text)
    no = Correction("promise", "rejected", "k", anchor=anchor)
    told = {"actor": "both", "kind": "agreed", "due": "2025", "topics": [], **meeting(1)}
    yes = Correction("promise", "added", "k", anchor=anchor, after=told)
    found = corrected(TWO, [no, yes]).commitments
    assert [(one.due, one.topics, one.meeting, one.checked) for one in found] == [("2025", (), 1, True)]
