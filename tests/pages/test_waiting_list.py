"""Documents that wait in the Inbox: a row each, the clear ones added in one go, the others still there."""

from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from parley.queries import waiting
from parley.queries.growth import Growth, Numbers
from parley.queries.waiting import waiting_counts, waiting_rows
from parley.settings import Settings
from parley.store import held, reader, writer
from parley.store.intake import accept
from parley.ui.inbox import trying
from parley.ui.inbox.intake import waits
from parley.ui.inbox.trying import in_words
from tests.pages.screens import opened, words
from tests.papers import NOTICE, RECALLS, SIX, SUMMIT, forty, settled


@pytest.fixture
def six(empty: Settings) -> Settings:
    """Six documents wait: a new meeting, more on it, a notice, two that need a person, one that is broken."""
    return hand_in(empty, SIX)


def hand_in(settings: Settings, files: tuple[tuple[str, bytes], ...]) -> Settings:
    with closing(writer(settings)) as db:
        accept(db, settings, files, "upload", "local", hold=True)
    settled(settings)
    return settings


def told(screen: AppTest) -> str:
    return words(screen)


@pytest.mark.usefixtures("six")
def test_each_document_has_a_row_that_says_what_it_is_and_where_it_comes_from() -> None:
    said = told(opened("inbox"))
    assert "6 documents wait for you" in said
    for name in ("Needs you", "Unreadable", "New meeting", "Adds to a known meeting", "No meeting"):
        assert f"**{name}**" in said
    assert "no outlet named · 7 November 2023 · Kazakhstan" in said
    assert "told by “Kazakhstan and Japan close the third round of their dialogue”, which waits too" in said
    assert "It is in a language that Parley does not read for topics." in said
    assert "no meeting found · 1 topic · undated.txt" in said
    assert "no meeting found" not in said.split("**New meeting**")[1]


def test_the_clear_ones_are_added_and_the_others_still_wait(six: Settings) -> None:
    screen = opened("inbox")
    assert screen.button(key="waiting.add").label == "Add the 3 clear ones"
    screen.button(key="waiting.add").click().run()
    settled(six)
    said = told(opened("inbox"))
    assert "3 documents wait for you" in said
    assert "**New meeting**" not in said
    with closing(reader(six)) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        assert waiting_counts(db) == {"needs": 2, "unreadable": 1}


def test_a_trial_says_what_would_come_and_nothing_comes(six: Settings) -> None:
    screen = opened("inbox")
    screen.button(key="waiting.try").click().run()
    (said,) = [box.value.replace("\\", "") for box in screen.info]
    assert said.startswith("Would add 1 meeting")
    assert "from 3 articles. Nothing has been changed." in said
    with closing(reader(six)) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (0,)


def test_many_documents_are_tried_by_the_worker(six: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "AT_ONCE", 2)
    screen = opened("inbox")
    screen.button(key="waiting.try").click().run()
    assert [box.value for box in screen.info] == ["Trying 3 documents"]
    settled(six)
    (said,) = [box.value.replace("\\", "") for box in screen.run().info]
    assert said.startswith("Would add 1 meeting")
    with closing(reader(six)) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (0,)


def test_one_row_is_added_alone(six: Settings) -> None:
    with closing(reader(six)) as db:
        (row,) = waiting_rows(db, "none")
    opened("inbox").button(key=f"held.add.{row.id}").click().run()
    settled(six)
    with closing(reader(six)) as db:
        assert db.execute("SELECT title FROM articles").fetchall() == [("Opening hours",)]


def test_one_row_is_left_out_and_brought_back(six: Settings) -> None:
    with closing(reader(six)) as db:
        (row,) = waiting_rows(db, "none")
    screen = opened("inbox").button(key=f"held.leave.{row.id}").click().run()
    assert "5 documents wait for you" in told(screen)
    assert any(box.label == "Left out: 1 document" for box in screen.expander)
    with closing(writer(six)) as db:
        assert held.bring_back(db, [row.id], "local") == 1
    assert "6 documents wait for you" in told(opened("inbox"))


def test_what_was_left_out_without_a_meeting_is_proposed_again_with_the_meeting_that_a_later_text_tells_of(
    empty: Settings,
) -> None:
    hand_in(empty, (("greeting.txt", RECALLS), ("notice.txt", NOTICE)))
    screen = opened("inbox")
    assert "only refers to · C5+1, summit · September 2023, New York" in told(screen)
    with closing(writer(empty)) as db:
        held.leave_out(db, [row.id for row in waiting_rows(db)], "local")
        accept(db, empty, [("summit.txt", SUMMIT)], "upload", "local")
    settled(empty)
    screen = opened("inbox")
    assert "Left out: 2 documents; 1 would add to a meeting by now" in [box.label for box in screen.expander]
    screen.session_state["waiting.left"] = True
    assert "Another text tells of this meeting by now: bring it back, and it adds to it." in told(screen.run())
    assert [link for link in screen.get("page_link") if link.proto.page == "meeting"]


@pytest.mark.usefixtures("six")
def test_a_kind_is_shown_alone() -> None:
    screen = opened("inbox")
    screen.button_group(key="waiting.kind").select("new").run()
    assert "**New meeting**" in told(screen)
    assert "**No meeting**" not in told(screen)


def test_of_forty_documents_thirty_one_are_clear(empty: Settings) -> None:
    hand_in(empty, forty())
    with closing(reader(empty)) as db:
        assert waiting_counts(db) == {"needs": 6, "unreadable": 3, "new": 29, "adds": 1, "none": 1}
        assert len(waiting.clear_ones(db)) == 31
        first = waiting_rows(db)
        second = waiting_rows(db, after=(first[-1].place, first[-1].id))
        assert len({row.id for row in [*first, *second]}) == 40


@pytest.mark.parametrize(
    ("names", "wait"),
    [(["a.txt"], False), (["a.txt", "b.txt"], True), (["all.ZIP"], True), (["visits.xlsx"], False)],
)
def test_several_documents_or_a_zip_wait_and_one_does_not(names: list[str], wait: bool) -> None:
    assert waits(names) is wait


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            Growth(Numbers(3, 1, 30, 41, 2, 9, 6, 1, 2), subjects=12, copies=1, known=2),
            "Would add 3 meetings, 1 only referred to or planned, 41 sentences on 12 topics (2 new here), 6 promises, "
            "1 demand, 2 signed documents and 9 new people, from 30 articles and 1 copy; 2 texts known already.",
        ),
        (
            Growth(Numbers(meetings=1, referred=-1, articles=1, promises=-1), subjects=1),
            "Would add 1 meeting, 1 of them only referred to until now and 0 sentences on 1 topic, from 1 article; "
            "1 promise fewer, as what is told twice counts once.",
        ),
    ],
)
def test_what_a_trial_counts_is_told_in_a_sentence(told: Growth, words: str) -> None:
    assert in_words(told) == words
