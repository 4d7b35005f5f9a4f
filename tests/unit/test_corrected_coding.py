"""What a person decides about a finding, and what the coding then says; no database here."""

from dataclasses import replace
from typing import Any

import pytest

from parley.model import Coding
from parley.store.corrected import corrected
from parley.store.corrections import Anchor, Correction
from tests.desk import ONE

CODING = ONE[0][1]
TRADE, SANCTIONS = CODING.sentences[1], CODING.sentences[2]
AT_TRADE = Anchor("trade", TRADE.start, TRADE.end, TRADE.text)
AT_MEETING = Anchor("", CODING.sentences[0].start, CODING.sentences[0].end, CODING.sentences[0].text, 0)
PROMISE = Anchor("both:agreed", TRADE.start, TRADE.end, TRADE.text)


def after(*corrections: Correction) -> Coding:
    return corrected(CODING, corrections)


def topics(coding: Coding) -> list[str]:
    return [mention.topic for mention in coding.mentions]


def test_without_a_correction_the_coding_is_the_machine_s() -> None:
    assert after() is CODING
    undone = Correction("topic", "rejected", "k", anchor=AT_TRADE, undone_at="2026-01-01")
    assert after(undone) == CODING


def test_a_rejected_topic_is_not_in_its_sentence_and_has_no_reading() -> None:
    found = after(Correction("topic", "rejected", "k", anchor=AT_TRADE))
    assert topics(found) == ["agriculture", "sanctions"]
    assert [reading.topic for reading in found.readings] == ["agriculture", "sanctions"]


def test_a_topic_rejected_in_the_whole_article_is_gone_from_every_sentence() -> None:
    assert topics(after(Correction("topic", "rejected", "k", anchor=Anchor("sanctions")))) == ["trade", "agriculture"]


def test_a_topic_that_is_right_counts_as_checked_and_as_sure() -> None:
    found = after(Correction("topic", "accepted", "k", anchor=AT_TRADE))
    told = {mention.topic: (mention.checked, mention.confidence) for mention in found.mentions}
    assert told == {"trade": (True, 1.0), "agriculture": (False, 0.9), "sanctions": (False, 0.9)}


def test_of_what_nobody_is_sure_of_waits_with_what_parley_is_least_sure_of() -> None:
    found = after(Correction("topic", "unsure", "k", anchor=AT_TRADE))
    (trade,) = (mention for mention in found.mentions if mention.topic == "trade")
    assert (trade.checked, trade.confidence) == (False, 0.0)


def test_the_newest_decision_on_a_finding_is_the_one_heeded() -> None:
    no, yes = (Correction("topic", verdict, "k", anchor=AT_TRADE) for verdict in ("rejected", "accepted"))
    assert "trade" not in topics(after(yes, no))
    assert "trade" in topics(after(no, yes))


def test_a_topic_added_to_a_sentence_belongs_to_the_meeting_of_the_article() -> None:
    anchor = replace(AT_TRADE, which="transport")
    found = after(Correction("topic", "added", "k", anchor=anchor, after={"strength": "agreed"}))
    (added,) = (mention for mention in found.mentions if mention.topic == "transport")
    assert (added.evidence.quote, added.checked, added.rule) == (TRADE.text, True, "added by a person")
    (reading,) = (reading for reading in found.readings if reading.topic == "transport")
    assert (reading.strength, reading.meeting) == ("agreed", 0)


def test_a_topic_added_that_a_newer_codebook_finds_too_stands_once_and_is_checked() -> None:
    found = after(Correction("topic", "added", "k", anchor=AT_TRADE))
    assert [mention.checked for mention in found.mentions if mention.topic == "trade"] == [True]


def test_an_added_topic_that_is_taken_away_again_is_gone() -> None:
    anchor = replace(AT_TRADE, which="transport")
    added, gone = (Correction("topic", verdict, "k", anchor=anchor) for verdict in ("added", "rejected"))
    assert after(added, gone) == CODING
    assert "transport" in topics(after(added, replace(gone, verdict="accepted")))


def test_a_corrected_reading_makes_the_sentences_of_its_topic_checked() -> None:
    change = Correction(
        "reading", "corrected", "k", anchor=Anchor("trade"), field="strength", after={"strength": "done"}
    )
    found = after(change)
    (reading,) = (reading for reading in found.readings if reading.topic == "trade")
    assert (reading.strength, reading.by, reading.checked) == ("done", "joint", True)
    assert {mention.topic for mention in found.mentions if mention.checked} == {"trade"}


PROMISES: list[tuple[Correction, list[tuple[str, str, str | None, bool]]]] = [
    (Correction("promise", "rejected", "k", anchor=PROMISE), []),
    (Correction("promise", "accepted", "k", anchor=PROMISE), [("both", "agreed", None, True)]),
    (
        Correction("promise", "corrected", "k", anchor=PROMISE, field="due", after={"due": "2024-06"}),
        [("both", "agreed", "2024-06", True)],
    ),
    (
        Correction("promise", "corrected", "k", anchor=PROMISE, field="actor", after={"actor": "KZ"}),
        [("KZ", "agreed", None, True)],
    ),
    (Correction("promise", "unsure", "k", anchor=PROMISE), [("both", "agreed", None, False)]),
]


@pytest.mark.parametrize(("change", "left"), PROMISES, ids=[f"{c.verdict} {c.field}" for c, _ in PROMISES])
def test_a_promise_is_what_a_person_says_it_is(change: Correction, left: list[Any]) -> None:
    found = after(change).commitments
    assert [(one.actor, one.kind, one.due, one.checked) for one in found] == left


def test_a_promise_that_parley_missed_is_added_with_its_sentence() -> None:
    anchor = Anchor("US:pledges", SANCTIONS.start, SANCTIONS.end, SANCTIONS.text)
    told = {"actor": "US", "kind": "pledges", "topics": ["sanctions"], "due": "2024"}
    found = after(Correction("promise", "added", "k", anchor=anchor, after=told)).commitments
    assert [(one.actor, one.kind, one.topics, one.meeting) for one in found] == [
        ("both", "agreed", ("trade", "agriculture"), 0),
        ("US", "pledges", ("sanctions",), 0),
    ]


def test_what_belonged_to_a_rejected_meeting_belongs_to_none_and_its_people_are_spoken_of() -> None:
    found = after(Correction("meeting", "rejected", "k", anchor=AT_MEETING))
    assert found.meetings == ()
    assert {reading.meeting for reading in found.readings} == {None}
    assert [promise.meeting for promise in found.commitments] == [None]
    assert [person.name for person in found.spoken_of] == ["Madina Bastyk", "Dana Example", "Ermek Ulgi"]


def test_a_field_of_a_meeting_in_one_article_is_corrected_there() -> None:
    change = Correction(
        "meeting", "corrected", "k", anchor=AT_MEETING, field="date", after={"start": "2023-11-05", "end": None}
    )
    (meeting,) = after(change).meetings
    assert (meeting.start, meeting.place, meeting.checked) == ("2023-11-05", "Astana", True)


def test_a_meeting_that_parley_missed_is_added_with_its_sentence() -> None:
    anchor = Anchor("", SANCTIONS.start, SANCTIONS.end, SANCTIONS.text)
    told = {"kind": "call", "parties": ["KZ", "TR"], "start": "2023-11-01"}
    found = after(Correction("meeting", "added", "k", anchor=anchor, after=told)).meetings
    assert [(one.kind, one.parties, one.start) for one in found][1:] == [("call", ("KZ", "TR"), "2023-11-01")]


def people(coding: Coding) -> tuple[list[str], list[str]]:
    return [p.name for p in coding.meetings[0].participants], [p.name for p in coding.spoken_of]


def test_a_person_who_is_none_of_the_meeting_is_taken_from_it() -> None:
    found = after(Correction("person", "rejected", "k", anchor=Anchor("ermek-ulgi")))
    assert people(found) == (["Dana Example"], ["Madina Bastyk"])


def test_an_office_is_corrected_and_the_person_checked() -> None:
    change = Correction(
        "person", "corrected", "k", anchor=Anchor("ermek-ulgi"), field="office", after={"office": "Envoy"}
    )
    deputy = after(change).meetings[0].participants[1]
    assert (deputy.name, deputy.office, deputy.party, deputy.checked) == ("Ermek Ulgi", "Envoy", "KZ", True)


def test_who_was_present_after_all_or_was_not_moves() -> None:
    came = Correction(
        "person", "corrected", "k", anchor=Anchor("madina-bastyk"), field="present", after={"present": True}
    )
    left = Correction(
        "person", "corrected", "k", anchor=Anchor("dana-example"), field="present", after={"present": False}
    )
    assert people(after(came, left)) == (["Ermek Ulgi", "Madina Bastyk"], ["Dana Example"])


def test_a_person_whom_parley_missed_is_added_to_the_meeting() -> None:
    anchor = Anchor("erik-beispiel", TRADE.start, TRADE.end, TRADE.text)
    change = Correction("person", "added", "k", anchor=anchor, after={"name": "Erik Beispiel", "party": "US"})
    assert people(after(change))[0] == ["Dana Example", "Ermek Ulgi", "Erik Beispiel"]


def test_a_finding_is_found_again_where_its_sentence_has_moved() -> None:
    moved = Anchor("trade", TRADE.start + 40, TRADE.end + 40, TRADE.text.upper() + " ")
    assert "trade" not in topics(after(Correction("topic", "rejected", "k", anchor=moved)))


def test_a_correction_whose_sentence_is_gone_waits_and_changes_nothing() -> None:
    lost = Anchor("trade", 4, 20, "No such sentence stands here.")
    assert after(Correction("topic", "rejected", "k", anchor=lost)) == CODING


def test_a_topic_that_is_right_in_the_article_stays_away_from_the_sentence_where_it_was_rejected() -> None:
    no = Correction("topic", "rejected", "k", anchor=AT_TRADE)
    yes = Correction("topic", "accepted", "k", anchor=Anchor("trade"))
    assert "trade" not in topics(after(no, yes))
    assert "trade" in topics(after(no, yes, replace(no, verdict="accepted")))
    assert topics(after(yes, replace(yes, verdict="rejected"))) == ["agriculture", "sanctions"]
