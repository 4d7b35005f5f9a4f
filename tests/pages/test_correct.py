"""Correcting on the screens: a field of a meeting, a sentence, a person, a topic; who may not reports instead."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from parley import codebook, coding
from parley.model import Article
from parley.settings import Settings
from parley.store import reader, writer
from tests.desk import Met, Said, Story, told
from tests.pages.screens import opened, words
from tests.pages.test_meeting import number_of

TALKS = Article(
    "Ministers in Astana",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade. They agreed to build a railway by June 2025.",
    "The Courier",
    published_on="2024-03-07",
)


@pytest.fixture
def talks(show: Callable[..., Settings]) -> Settings:
    return show([(TALKS, coding.code(TALKS, codebook.load()))])


def values(settings: Settings, sql: str) -> list[tuple]:
    return reader(settings).execute(sql).fetchall()


def page(number: str) -> AppTest:
    return opened("meeting", id=number)


def button(screen: AppTest, ending: str) -> AppTest:
    """Press the one button whose key ends like this."""
    (found,) = (one for one in screen.button if (one.key or "").endswith(ending))
    return found.click().run()


def submitted(screen: AppTest, reason: str = "The host says so") -> AppTest:
    """Save what the open dialog holds, with a reason where it asks for one."""
    for box in screen.text_input:
        if box.label == "Why":
            box.set_value(reason)
    (found,) = (one for one in screen.button if one.label in ("Save", "Report"))
    screen = found.click().run()
    assert not screen.exception, [e.message for e in screen.exception]
    return screen


def test_a_date_on_which_two_outlets_differ_is_put_right_shown_to_readers_and_undone(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), f"correct.{number}.date.open.compared")
    (choice,) = (radio for radio in screen.radio if radio.key == f"correct.{number}.date.choice")
    assert choice.options == [
        "19 September 2023 \\(Example Herald\\)",
        "22 September 2023 \\(Capital Post\\)",
        "Something else, given here:",
    ]
    choice.set_value(1)
    screen.text_input(key=f"correct.{number}.date.reason").set_value("The host says so")
    submitted(screen)
    assert values(many_articles, f"SELECT start_on FROM meetings WHERE id = {number}") == [("2023-09-22",)]
    screen = page(number)
    said = words(screen)
    assert "22 September 2023 · New York, United States · Summit · Held" in said
    assert "**Date** corrected: 22 September 2023 (was 19 September 2023), by you" in said
    assert ": The host says so" in said
    button(screen, "undo.now.1")
    assert values(many_articles, f"SELECT start_on FROM meetings WHERE id = {number}") == [("2023-09-19",)]
    assert "undone by you" in words(page(number))


def test_a_correction_without_a_reason_is_refused_in_a_sentence(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), f"correct.{number}.date.open.compared")
    screen.radio(key=f"correct.{number}.date.choice").set_value(1)
    assert "a correction needs a reason" in submitted(screen, reason=" ").error[0].value
    assert values(many_articles, "SELECT count(*) FROM corrections") == [(0,)]


def test_what_a_person_decided_of_a_disputed_date_stands_in_place_of_the_dispute(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), f"correct.{number}.date.open.compared")
    screen.radio(key=f"correct.{number}.date.choice").set_value(1)
    submitted(screen)
    said = words(page(number))
    assert "**Date** · decided: 22 September 2023" in said
    assert "(Capital Post). Decided: 22 September 2023." in page(number).warning[0].value.replace("\\", "")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("18 September 2023", "2023-09-18"), ("2023-09", "2023-09"), ("2023", "2023")],
)
def test_a_date_is_typed_in_any_precision(many_articles: Settings, typed: str, stored: str) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), "date.open.head")
    screen.radio(key=f"correct.{number}.date.choice").set_value(-1)
    screen.text_input(key=f"correct.{number}.date.start").set_value(typed)
    submitted(screen)
    assert values(many_articles, f"SELECT start_on FROM meetings WHERE id = {number}") == [(stored,)]


def test_an_outlet_that_is_chosen_holds_whatever_was_typed_before(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), "date.open.head")
    screen.text_input(key=f"correct.{number}.date.start").set_value("32 October")
    screen.radio(key=f"correct.{number}.date.choice").set_value(1)
    submitted(screen)
    assert values(many_articles, f"SELECT start_on FROM meetings WHERE id = {number}") == [("2023-09-22",)]


def test_a_date_that_no_calendar_has_is_refused_in_words(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = button(page(number), "date.open.head")
    screen.radio(key=f"correct.{number}.date.choice").set_value(-1)
    screen.text_input(key=f"correct.{number}.date.start").set_value("31 September 2023")
    screen = submitted(screen)
    assert "no date" in screen.error[0].value or "September" in screen.error[0].value
    assert values(many_articles, "SELECT count(*) FROM corrections") == [(0,)]


FIELDS: list[tuple[str, str, object, str, tuple[object, ...]]] = [
    ("place", "country", "KZ", "place, country", (None, "KZ")),
    ("dialogue", "series", "us-kz-espd", "(SELECT series FROM series WHERE id = series_id), 1", ("us-kz-espd", 1)),
    ("round", "edition", 4, "edition, edition_basis", (4, "stated")),
    ("kind", "kind", "visit", "kind, 1", ("visit", 1)),
    ("status", "status", "cancelled", "status, 1", ("cancelled", 1)),
]


@pytest.mark.parametrize(("field", "name", "value", "columns", "stored"), FIELDS, ids=[f[0] for f in FIELDS])
def test_every_field_of_a_meeting_can_be_given_another_value(
    talks: Settings, field: str, name: str, value: object, columns: str, stored: tuple[object, ...]
) -> None:
    screen = button(page("1"), f"{field}.open.head")
    screen.radio(key=f"correct.1.{field}.choice").set_value(-1)
    boxes = screen.number_input if field == "round" else screen.selectbox
    (box,) = (box for box in boxes if box.key == f"correct.1.{field}.{name}")
    box.set_value(value)
    submitted(screen)
    assert values(talks, f"SELECT {columns} FROM meetings WHERE id = 1") == [stored]


def test_under_a_sentence_a_topic_is_not_right_and_another_is_missing(talks: Settings) -> None:
    at = TALKS.text.index("The ministers")
    screen = button(page("1"), f"correct.open.agenda.trade.1.{at}")
    screen.radio(key=f"correct.1.{at}.topic.trade.answer").set_value("Not right")
    screen.selectbox(key=f"correct.1.{at}.added").set_value("tourism")
    submitted(screen)
    topics = values(talks, "SELECT k.topic, x.checked FROM mentions x JOIN topics k ON k.id = x.topic_id ORDER BY 1")
    assert ("tourism", 1) in topics
    assert "trade" not in {topic for topic, _ in topics}
    said = words(page("1"))
    assert "**Trade** not right, by you" in said


def test_a_promise_gets_its_deadline_and_who_made_it(talks: Settings) -> None:
    at = TALKS.text.index("They agreed")
    promise = values(talks, "SELECT id FROM commitments")[0][0]
    screen = button(page("1"), f"correct.open.made.{promise}.1.{at}")
    screen.text_input(key=f"correct.1.{at}.promise.both:agreed.due").set_value("July 2025")
    screen.selectbox(key=f"correct.1.{at}.promise.both:agreed.actor").set_value("NO")
    submitted(screen)
    assert values(talks, "SELECT actor, due_on, checked FROM commitments") == [("NO", "2025-07", 1)]


def test_a_person_was_not_present_and_holds_another_office(talks: Settings) -> None:
    person = values(talks, "SELECT id FROM people WHERE name = 'Anna Berg'")[0][0]
    key = f"correct.person.1.{person}"
    screen = button(page("1"), key)
    screen.radio(key=f"{key}.seat").set_value("Spoken of, not present")
    screen.text_input(key=f"{key}.other").set_value("Minister of Trade")
    submitted(screen)
    sql = "SELECT present, office, checked FROM participants WHERE name = 'Anna Berg'"
    assert values(talks, sql) == [(0, "Minister of Trade", 1)]


def test_a_topic_is_taken_off_the_agenda_and_comes_back(talks: Settings) -> None:
    screen = button(page("1"), "correct.topic.1.trade")
    sql = "SELECT count(*) FROM mentions x JOIN topics k ON k.id = x.topic_id WHERE k.topic = 'trade'"
    assert values(talks, sql) == [(0,)]
    button(screen, "undo.now.1")
    assert values(talks, sql) == [(1,)]


@pytest.mark.usefixtures("talks")
def test_checked_only_is_a_filter_with_a_chip_and_in_words() -> None:
    button(page("1"), "correct.topic.1.trade")
    screen = opened("overview", checked="true")
    assert "checked only ✕" in [one.label for one in screen.button]
    assert "0 of 1 meeting" in words(screen)


def test_who_may_not_correct_reports_and_the_inbox_lists_it(talks: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_READ_ONLY", "1")
    screen = page("1")
    assert not [one for one in screen.button if one.label in ("Correct", "Undo", "Not a topic of this meeting")]
    screen = button(screen, "report.open.meeting.1")
    screen.text_area(key="report.words.meeting.1").set_value("She was not in Astana.")
    submitted(screen)
    assert values(talks, "SELECT meeting_id, words, settled_at FROM remarks") == [(1, "She was not in Astana.", None)]
    assert "Your report has arrived" in words(screen)
    monkeypatch.delenv("PARLEY_READ_ONLY")
    inbox = opened("inbox")
    assert "> She was not in Astana." in words(inbox)
    button(inbox, "remark.settle.1")
    assert "She was not in Astana." not in words(opened("inbox"))


def alike(settings: Settings) -> tuple[str, str]:
    """Two meetings made to look like one; the one that more articles tell of comes first."""
    second, first = (number_of(settings, f"Round {n} of the U.S.–K") for n in (5, 6))
    change = "UPDATE meetings SET start_on = '2023-11-08', day = 20231108, edition = 5 WHERE id = ?"
    writer(settings).execute(change, (first,))
    return first, second


def test_two_meetings_are_made_one_after_a_look_at_what_changes(many_articles: Settings) -> None:
    first, second = alike(many_articles)
    screen = opened("inbox")
    assert "One meeting or two?" in [one.value for one in screen.header]
    screen = button(screen, f"suspected.one.{first}.{second}")
    assert "Meetings counted go from 27 to 26." in words(screen)
    submitted(screen, reason=" ")
    assert "Say why" in screen.error[0].value
    assert values(many_articles, "SELECT count(*) FROM corrections") == [(0,)]
    submitted(button(screen, f"suspected.one.{first}.{second}"))
    assert values(many_articles, f"SELECT count(*) FROM meetings WHERE id = {second}") == [(0,)]
    page_of_one = page(first)
    assert "**One meeting** decided, by you" in words(page_of_one)
    button(page_of_one, "undo.now.1")
    assert values(many_articles, f"SELECT count(*) FROM meetings WHERE id = {second}") == [(1,)]


def test_an_article_is_taken_out_of_a_meeting(many_articles: Settings) -> None:
    number = number_of(many_articles, "Six leaders")
    screen = page(number)
    article = values(many_articles, "SELECT id FROM articles WHERE title LIKE 'A summit of six%'")[0][0]
    screen.selectbox(key=f"joining.{number}.article").set_value(article).run()
    screen = button(screen, f"joining.{number}.out")
    assert "Meetings counted go from 27 to 28." in words(screen)
    submitted(screen)
    assert number_of(many_articles, "A summit of six") != number
    assert "**Two meetings** decided, by you" in words(page(number))


def test_a_pair_kept_as_two_meetings_leaves_the_inbox_and_that_is_undone_there(many_articles: Settings) -> None:
    first, second = alike(many_articles)
    screen = button(opened("inbox"), f"suspected.two.{first}.{second}")
    assert "Meetings counted stay 27." in words(screen)
    submitted(screen, reason=" ")
    assert "Say why" in screen.error[0].value
    screen = button(opened("inbox"), f"suspected.two.{first}.{second}")
    submitted(screen)
    screen.run()
    assert "Kept as two meetings." in words(screen)
    assert not [one for one in screen.button if one.label == "One meeting"]
    assert "Kept as two meetings." not in words(button(screen, "suspected.undo"))
    assert values(many_articles, "SELECT field, undone_by FROM corrections") == [("apart", "local")]


def test_a_date_of_publication_is_put_right_in_the_reader(talks: Settings) -> None:
    screen = button(opened("articles", id="1"), "correct.published.1")
    screen.text_input(key="correct.published.1.date").set_value("9 March 2024")
    submitted(screen)
    row = "SELECT published_on, published_basis, day, search_key >> 20, read_on FROM articles"
    assert values(talks, row) == [("2024-03-09", "user", 20240309, 20240309, "2024-03-07")]
    assert "Published 9 March 2024, as you gave it" in words(opened("articles", id="1")).replace("\\", "")


def test_a_finding_is_put_right_in_the_reader_too(talks: Settings) -> None:
    screen = opened("articles", id="1")
    (kinds,) = (one for one in screen.get("button_group") if one.key == "kind.1")
    kinds.set_value("Promises").run()
    at = TALKS.text.index("They agreed")
    (found,) = (one for one in screen.button if (one.key or "").endswith(f".1.{at}"))
    screen = found.click().run()
    screen.radio(key=f"correct.1.{at}.promise.both:agreed.answer").set_value("Not right")
    submitted(screen)
    assert values(talks, "SELECT count(*) FROM commitments") == [(0,)]


def test_a_page_that_is_stale_says_with_which_meeting_its_own_was_joined(many_articles: Settings) -> None:
    first, second = alike(many_articles)
    stale = page(second)
    submitted(button(opened("inbox"), f"suspected.one.{first}.{second}"))
    stale = button(stale, f"correct.{second}.date.open.head")
    assert "This meeting was joined with another" in words(stale)
    assert [link.proto.page for link in stale.get("page_link") if "it is part of" in link.proto.label] == ["meeting"]


def test_of_two_meetings_in_one_sentence_the_one_that_is_meant_is_corrected(show: Callable[..., Settings]) -> None:
    met = tuple(
        Met("bilateral", ("NO", other), day, "Oslo", "NO")
        for day, other in (("2024-03-04", "FI"), ("2024-03-05", "SE"))
    )
    words_of_it = (Said("Oslo saw the Finns on Monday and the Swedes on Tuesday."),)
    settings = show([told(Story("A week in Oslo", words_of_it, met))])
    screen = opened("articles", id="1")
    (pick,) = (one for one in screen.get("button_group") if one.key == "finding.Meetings.1")
    pick.set_value("meeting:1").run()
    screen = button(screen, ".1.0")
    second = next(one for one in screen.radio if "Sweden" in one.label)
    second.set_value("Not right")
    submitted(screen)
    ((verdict, anchor),) = values(settings, "SELECT verdict, anchor FROM corrections")
    assert (verdict, '"n": 1' in anchor) == ("rejected", True)
