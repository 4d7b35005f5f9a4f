"""The promises screen: what it counts, what it leaves out at first, and how a person says what became of one."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from parley.model import CommitmentKind, Filters
from parley.queries import units
from parley.queries.commitments import board, our_side
from parley.queries.promises import every_promise
from parley.settings import Settings
from parley.store import reader, writer
from parley.store.promises import set_our_side
from parley.ui.promises import by_dialogue
from tests import espd
from tests.desk import DEPUTY, ENVOY, ESPD, Met, Said, Story, Told, told
from tests.pages.screens import filtered, opened, words

HERE = Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5, people=(ENVOY, DEPUTY))
LATER = replace(HERE, start="2024-11-20", place="Washington", country="US", edition=6)


def said(text: str, topic: str, kind: CommitmentKind, actor: str, strength: str = "agreed") -> Said:
    return Said(text, (topic,), strength, promise=(kind, actor))  # type: ignore[arg-type]


TERMINAL = "The sides agreed to open a joint grain terminal at the Caspian port."
FLIGHTS = "Kazakhstan plans to launch new flights by September 2024."
VISAS = "The American side intends to issue 500 visas to students."
GENERAL = "The sides agreed to deepen trade."
URGED = "The American side urged its partner to ratify a new treaty on labour."
SIGNED = "The ministers signed a memorandum on water."
OPENED = "The grain terminal at the Caspian port was opened in spring."


def the_round() -> Told:
    story = Story(
        "Envoys close the round",
        (
            Said("Dana Example and Ermek Ulgi met in Astana on 6 November 2023."),
            said(TERMINAL, "agriculture", "agreed", "both"),
            said(FLIGHTS, "transport", "intends", "KZ"),
            said(VISAS, "education-exchange", "intends", "US"),
            said(GENERAL, "trade", "agreed", "both"),
            said(URGED, "labour-migration", "urges", "US"),
            said(SIGNED, "water-environment", "signed", "both"),
        ),
        (HERE,),
        published_on="2023-11-07",
    )
    article, coding = told(story)
    dated = tuple(
        replace(one, due="2024-09" if "flights" in one.sentence.quote else None) for one in coding.commitments
    )
    return article, replace(coding, commitments=dated)


def the_next() -> Told:
    opening = Said("Dana Example and Ermek Ulgi met in Washington on 20 November 2024.")
    done = Said(OPENED, ("agriculture",), "done")
    return told(Story("A terminal by the sea", (opening, done), (LATER,), "Capital Post", "2024-11-21"))


@pytest.fixture
def desk(show: Callable[..., Settings]) -> Settings:
    return show([the_round(), the_next()])


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_says_so_and_where_to_begin() -> None:
    assert "No promises yet" in words(opened("promises"))


@pytest.mark.usefixtures("desk")
def test_at_first_those_that_name_something_are_shown_and_the_others_are_counted() -> None:
    screen = opened("promises")
    assert "3 open promises, 1 with a deadline (1 passed, not known to be kept)" in words(screen)
    assert TERMINAL in words(screen)
    assert GENERAL not in words(screen)
    assert "Also 1 general promise" in [toggle.label for toggle in screen.toggle]
    screen.toggle(key="promises.general").set_value(True).run()
    assert "4 open promises, 1 of them general" in words(screen)
    assert GENERAL in words(screen)


@pytest.mark.usefixtures("desk")
def test_promises_demands_and_signed_documents_stand_apart_each_with_its_number() -> None:
    screen = opened("promises")
    assert _labels(screen, "promises.family") == ["Promises 3, 1 general", "Demands 1", "Signed 1"]
    screen.button_group(key="promises.family").set_value("demand").run()
    assert "1 open demand" in words(screen)
    assert URGED in words(screen)
    screen.button_group(key="promises.family").set_value("signed").run()
    assert "1 signed document" in words(screen)
    assert SIGNED in words(screen)
    assert TERMINAL not in words(screen)


def _labels(screen: AppTest, key: str) -> list[str]:
    return [option.content for option in screen.button_group(key=key).proto.options]


@pytest.mark.usefixtures("desk")
def test_no_deadline_is_never_overdue_and_a_passed_one_is_not_called_lapsed() -> None:
    said_there = words(opened("promises"))
    assert "Both sides: agreed · no deadline" in said_there
    assert "Kazakhstan: intends · by September 2024 · deadline passed, not known to be kept" in said_there
    assert "overdue" not in said_there
    assert "lapsed" not in said_there


def test_our_side_parts_what_we_promised_from_what_they_promised(desk: Settings) -> None:
    screen = opened("promises")
    assert _labels(screen, "promises.who.None") == ["Both sides 1", "Kazakhstan 1", "United States 1"]
    screen.selectbox(key="our_side.None").set_value("KZ").run()
    assert our_side(reader(desk)) == "KZ"
    assert _labels(screen, "promises.who.KZ") == ["We 1", "They 1", "We and they 1"]
    screen.button_group(key="promises.who.KZ").set_value("they").run()
    assert VISAS in words(screen)
    assert FLIGHTS not in words(screen)


def test_what_all_sides_promise_where_we_sit_is_ours_too_where_no_meeting_is_known(
    show: Callable[..., Settings],
) -> None:
    called = said("They agreed to sign a road map on water by December 2026.", "water-environment", "agreed", "both")
    title = "Ministers of Kazakhstan and Uzbekistan speak by telephone"
    others = said("They agreed to open a joint bridge by December 2026.", "transport", "agreed", "both")
    untold = said("They agreed to build a joint railway by December 2026.", "transport", "agreed", "both")
    rows = [(title, called), ("Georgia and Türkiye on the telephone", others), ("A call", untold)]
    settings = show([told(Story(name, (one,), published_on="2026-11-03")) for name, one in rows])
    with closing(writer(settings)) as db:
        set_our_side(db, "KZ", "anna")
    screen = opened("promises")
    assert _labels(screen, "promises.who.KZ") == ["They 1", "We and they 1", "Not said whose 1"]
    screen.button_group(key="promises.who.KZ").set_value("both").run()
    assert called.text in words(screen)
    assert others.text not in words(screen)
    assert "Between Kazakhstan and Uzbekistan: we and they promised" in words(screen)


@pytest.mark.usefixtures("desk")
def test_a_kind_says_how_many_general_ones_it_does_not_show() -> None:
    screen = opened("promises")
    screen.toggle(key="promises.general").set_value(True).run()
    assert _labels(screen, "promises.family") == ["Promises 4", "Demands 1", "Signed 1"]


def test_a_later_sentence_is_proposed_and_only_accepting_it_makes_the_promise_kept(desk: Settings) -> None:
    screen = opened("promises")
    assert "Perhaps kept by:" in words(screen)
    assert OPENED in words(screen)
    accept = next(button for button in screen.button if str(button.key).startswith("accept."))
    accept.click().run()
    assert "2 open promises, 1 with a deadline (1 passed, not known to be kept); 1 kept" in words(screen)
    (kept,) = [one for one in every_promise(reader(desk)) if one.settled == "kept"]
    assert (kept.first.sentence, kept.changes[0].by_quote, kept.changes[0].actor) == (TERMINAL, OPENED, "local")
    next(button for button in screen.button if str(button.key).startswith("undo.")).click().run()
    assert "3 open promises" in words(screen)
    assert "Perhaps kept by:" in words(screen)


def test_what_is_proposed_as_kept_is_opened_alone_from_system(desk: Settings) -> None:
    (link,) = [one for one in opened("system").get("page_link") if "may have been kept" in one.proto.label]
    assert (link.proto.label, link.proto.query_string) == (
        "1 promise that may have been kept",
        "proposed=promise",
    )
    screen = opened("promises", proposed="promise")
    assert "1–1 of 1 promise" in words(screen)
    assert OPENED in words(screen)
    assert VISAS not in words(screen)
    screen.button(key="promises.all").click().run()
    assert VISAS in words(screen)
    assert desk.database.exists()


def test_a_proposal_that_is_refused_does_not_come_back(desk: Settings) -> None:
    screen = opened("promises")
    next(button for button in screen.button if str(button.key).startswith("refuse.")).click().run()
    assert "Perhaps kept by:" not in words(screen)
    assert "3 open promises" in words(screen)
    assert board(reader(desk), Filters()).perhaps == {}


def test_without_a_sentence_or_a_note_nothing_is_kept(desk: Settings) -> None:
    screen = opened("promises")
    number = next(one.id for one in every_promise(reader(desk)) if one.first.sentence == FLIGHTS)
    screen.button(key=f"decide.{number}").click().run()
    screen.radio(key="promises.to").set_value("lapsed")
    _save(screen)
    assert [error.value.replace("\\", "") for error in screen.error] == ["Say why: choose a sentence, or write a note."]
    screen.radio(key="promises.to").set_value("lapsed")
    screen.text_area(key=f"promises.note.{number}").set_value("The airline was wound up.")
    _save(screen)
    assert "1 lapsed" in words(screen)
    assert "The airline was wound up." in words(screen)


def _save(screen: AppTest) -> None:
    next(button for button in screen.button if button.label == "Save").click().run()


def test_the_promise_of_a_next_round_is_kept_by_that_round(show: Callable[..., Settings]) -> None:
    article, coding = espd.ROUND_2022
    dated = replace(coding, commitments=tuple(replace(one, due="2023") for one in coding.commitments))
    show([(article, dated), espd.STATEMENT_2023])
    assert "Both sides: intends · by 2023 · kept on 6 November 2023" in words(opened("promises"))


def test_the_filters_of_the_bar_hold_and_every_number_is_that_of_the_units_it_opens(desk: Settings) -> None:
    db = reader(desk)
    for chosen in (Filters(), Filters(topics=("trade",)), Filters(sources=("Capital Post",)), Filters(sides=("KZ",))):
        found = [one for one in board(db, chosen).found if one.family == "promise"]
        assert {one.id for one in found} == set(units.units(db, "promises", chosen)["unit"])
        assert len(found) == units.how_many(db, "promises", chosen)
    screen = filtered(opened("promises"), "topic", "transport")
    assert "1 open promise, 1 with a deadline" in words(screen)


@pytest.mark.usefixtures("one_article")
def test_a_desk_of_general_promises_says_how_to_see_them() -> None:
    assert "None of this kind here." in "\n".join(info.value for info in opened("promises").info)


@pytest.mark.usefixtures("desk")
def test_the_table_twin_has_a_row_for_each_promise_in_view() -> None:
    table = opened("promises").dataframe[0].value
    assert list(table["Sentence"]) == [TERMINAL, FLIGHTS, VISAS]
    assert list(table["Deadline"]) == ["no deadline", "2024-09", "no deadline"]


def test_a_later_sentence_may_be_chosen_as_the_reason(show: Callable[..., Settings]) -> None:
    settings = show([the_round(), the_next()])
    screen = opened("promises")
    number = next(one.id for one in every_promise(reader(settings)) if one.first.sentence == TERMINAL)
    screen.button(key=f"decide.{number}").click().run()
    offered = screen.selectbox(key=f"promises.by.{number}")
    assert [option.replace("\\", "") for option in offered.options] == [
        "No sentence: a note says why",
        f"Capital Post, 21 November 2024: {OPENED}",
    ]
    screen.radio(key="promises.to").set_value("kept")
    offered.set_value(1)
    _save(screen)
    (kept,) = [one for one in every_promise(reader(settings)) if one.settled == "kept"]
    assert kept.changes[0].by_quote == OPENED


def test_a_picture_tells_which_dialogue_has_most_open_promises_where_several_have_any(
    show: Callable[..., Settings],
) -> None:
    show([the_round()])
    assert "open promises:" not in words(opened("promises"))
    elsewhere = replace(HERE, series_id="us-uz-abc", series="Consultations", parties=("US", "UZ"), start="2022-12-12")
    story = Story(
        "Consultations end",
        (Said("They met on 12 December 2022."), said("They agreed to open a new school.", "health", "agreed", "both")),
        (elsewhere,),
        published_on="2022-12-13",
    )
    settings = show([the_round(), told(story)])
    screen = opened("promises")
    assert "U.S.–Kazakhstan ESPD has the most open promises: 3" in words(screen)
    found = board(reader(settings), Filters())
    listed = [one for one in found.found if one.family == "promise" and one.names]
    bar = by_dialogue.opened(ESPD[0], listed, found, Filters())
    assert bar is not None
    assert len(bar.keys or ()) == 3
    assert by_dialogue.opened("nowhere", listed, found, Filters()) is None


def test_a_promise_that_a_round_kept_leads_to_that_round_and_its_sentence(show: Callable[..., Settings]) -> None:
    story = Story(
        "The next one",
        (said("The sides agreed to hold the next round in Washington.", "diplomatic-engagement", "agreed", "both"),),
        (HERE,),
        published_on="2023-11-08",
    )
    show([told(story), the_next()])
    screen = opened("promises")
    assert "kept on 20 November 2024" in words(screen)
    assert "> Dana Example and Ermek Ulgi met in Washington on 20 November 2024." in words(screen)
    links = [link.label.replace("\\", "") for link in screen.get("page_link")]
    assert "Kept at the meeting of 20 November 2024, Washington" in links


@pytest.mark.usefixtures("desk")
def test_every_number_of_promises_says_how_many_of_them_are_general() -> None:
    assert "4 open promises, 1 of them general" in words(opened("dialogues", series=ESPD[0]))
    labels = [expander.label for expander in opened("dialogues", series=ESPD[0]).expander]
    assert "1 general promise" in labels
    assert "**4** promises, 1 of them general" in [button.label for button in opened("overview").button]
