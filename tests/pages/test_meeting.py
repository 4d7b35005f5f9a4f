"""The page of one meeting, on invented meetings: one article, two outlets, planned, stale."""

from collections.abc import Callable

import pytest

from parley.queries import timeline
from parley.settings import Settings
from parley.store import reader, writer
from tests.copied import COPIED
from tests.pages.screens import opened, words


def number_of(settings: Settings, title_words: str) -> str:
    """The number of the meeting of which an article with these words in its title tells."""
    sql = "SELECT r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id WHERE a.title LIKE ? ORDER BY r.n"
    return str(reader(settings).execute(sql, (f"%{title_words}%",)).fetchone()[0])


@pytest.mark.usefixtures("empty")
def test_a_number_that_is_no_meeting_leads_to_the_timeline() -> None:
    for wrong in ("7", "x", "9" * 30, ""):
        assert "There is no such meeting here" in words(opened("meeting", id=wrong))


def test_the_page_of_a_meeting_that_one_article_tells_has_no_empty_comparison(one_article: Settings) -> None:
    said = words(opened("meeting", id=number_of(one_article, "Envoys")))
    assert "United States-Kazakhstan Enhanced Strategic Partnership Dialogue, 5th round" in said
    assert "6 November 2023 · Astana, Kazakhstan · Dialogue · Held" in said
    assert "One article tells of this meeting." in said


def test_each_person_stands_with_side_and_office_and_opens_the_sentence(one_article: Settings) -> None:
    screen = opened("meeting", id=number_of(one_article, "Envoys"))
    labels = [expander.label.replace("\\", "") for expander in screen.expander]
    assert "**Dana Example**  \n:small[Assistant Secretary of State]" in labels
    assert "> Assistant Secretary Dana Example and Deputy Minister Ermek Ulgi met on 6 November." in words(screen)


def test_each_topic_is_told_with_how_firmly_and_by_whom(one_article: Settings) -> None:
    screen = opened("meeting", id=number_of(one_article, "Envoys"))
    labels = [expander.label.replace("\\", "") for expander in screen.expander]
    assert "**Trade** · agreed, by the sides together · 1 sentence in Example Herald" in labels
    assert "**Sanctions and export controls** · stressed, by Kazakhstan · 1 sentence in Example Herald" in labels


def test_a_planned_meeting_says_so_and_its_agenda_is_not_told_as_discussed(many_articles: Settings) -> None:
    db = reader(many_articles)
    planned = db.execute("SELECT id FROM meetings WHERE status = 'planned'").fetchone()[0]
    assert timeline.meeting_facts(db, planned) is not None
    screen = opened("meeting", id=str(planned))
    assert "2025 · Astana, Kazakhstan · Dialogue · Planned" in words(screen)
    assert any("on the agenda of a meeting to come" in expander.label for expander in screen.expander)


def test_the_rounds_before_and_after_are_those_of_the_same_level(many_articles: Settings) -> None:
    screen = opened("meeting", id=number_of(many_articles, "Round 2 of the C5+1"))
    links = [link.label.replace("\\", "") for link in screen.get("page_link")]
    assert "Before: 1 November 2015, Samarkand" in links
    assert "After: 30 June 2020" in links


@pytest.mark.usefixtures("one_article")
def test_every_page_begins_with_the_filter_bar_and_its_own_name() -> None:
    said = opened("timeline").markdown
    assert said[0].value.startswith(":gray[1 meeting")


def test_two_outlets_that_date_a_summit_differently_are_shown_beside_each_other(many_articles: Settings) -> None:
    screen = opened("meeting", id=number_of(many_articles, "Six leaders"))
    said = words(screen)
    assert "2 articles, field by field. They differ on date." in said
    assert "**Date** · the articles differ" in said
    assert "| **Capital Post**, 23 September 2023 | 22 September 2023 | **differs** |" in said
    assert "| Border security | 1 sentence | **left out** |" in said
    assert {"One", "The other"} <= {box.label for box in screen.selectbox}
    (dispute,) = screen.warning
    said_first = "Outlets differ on the date: 19 September 2023 (Example Herald), 22 September 2023 (Capital Post)."
    assert said_first in dispute.value.replace("\\", "")
    headings = [heading.value for heading in screen.subheader]
    assert headings.index("Who says what") < headings.index("Agenda")
    marked = [html.value for html in screen.get("html")]
    assert any("on 19 September 2023 in New York" in text for text in marked)
    assert any("the presidents held the first C5+1 summit" in text for text in marked)


def test_one_article_is_compared_with_nothing(one_article: Settings) -> None:
    screen = opened("meeting", id=number_of(one_article, "Envoys"))
    said = words(screen)
    assert "Its article" in said
    assert "Who says what" not in said
    assert "Coverage by outlet" not in said


def test_a_promise_stands_with_who_made_it_and_its_deadline(one_article: Settings) -> None:
    said = words(opened("meeting", id=number_of(one_article, "Envoys")))
    assert "Promises made there" in said
    assert "Both sides: agreed · no deadline" in said
    assert "> The sides agreed to widen trade in grain." in said


def test_a_meeting_imported_without_a_text_says_so(one_article: Settings) -> None:
    db = writer(one_article)
    db.execute(
        "INSERT INTO meetings (id, kind, status, start_on, day, month, title, is_reported, has_text)"
        " VALUES (900, 'visit', 'held', '1994-02-14', 19940214, 199402, 'Visit to Washington', 1, 0)"
    )
    db.commit()
    said = words(opened("meeting", id="900"))
    assert "14 February 1994 · Visit" in said
    assert "without a text" in said
    assert "Agenda" not in said


def test_copies_are_folded_under_the_article_that_they_repeat(show: Callable[..., Settings]) -> None:
    screen = opened("meeting", id=number_of(show(COPIED), "Smiles"))
    assert "Told by 2 articles, + 3 copies, from 4 outlets." in words(screen)
    assert "+ 3 copies" in [expander.label for expander in screen.expander]
    links = [link.label.replace("\\", "") for link in screen.get("page_link")]
    assert "Capital Post, 2 June 2024: reworded or cut" in links
    assert "EU Wire, 1 June 2024: word for word" in links
