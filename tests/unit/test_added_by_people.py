"""What Parley missed and a person adds: it stands with its sentence, is counted, kept over new readings, undone."""

from dataclasses import replace
from typing import Any

import pytest

from parley import codebook, coding
from parley.coding.sentences import split_sentences
from parley.corrections import decide, undo
from parley.model import Article, Coding
from parley.store import Connection, recodings, save
from parley.store.articles import remove_articles, text_key
from parley.store.corrected import corrected
from parley.store.corrections import ADDED_FROM, Anchor, Correction, of_article
from parley.store.words import fill_words

BOOK = codebook.load()
TALKS = Article(
    "Talks in Astana",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade. Their guests agreed to keep cooperation on sanctions firm. "
    "A round with the Finns followed and everybody went home.",
    "The Courier",
    published_on="2024-03-07",
)
SILENT = Article("Notes from the desk", "Trade was discussed over lunch. Nobody wrote down who sat there.", "Own notes")
OTHER = Article(
    "A line in the diary",
    "The diary of the week holds one line and no more. Whoever reads it needs to know the house.",
    "Diary",
    published_on="2024-03-08",
)
WITH_NORWAY = {"kind": "bilateral", "parties": ["KZ", "NO"], "start": "2024-03-06", "place": "Astana"}


@pytest.fixture
def desk(db: Connection) -> Connection:
    fill_words(db, BOOK)
    for article in (TALKS, SILENT, OTHER):
        save(db, article, coding.code(article, BOOK), actor="test")
    return db


def at(article: Article, words: str, which: str = "") -> Anchor:
    found = next(one for one in split_sentences(article.text, "en") if words in one.text)
    return Anchor(which, found.start, found.end, found.text)


def added(part: Any, article: Article, words: str, which: str = "", **after: Any) -> Correction:
    anchor = at(article, words, which)
    return Correction(part, "added", text_key(article.text), anchor=anchor, after=after, reason="It stands there")


def after(article: Article, *decisions: Correction) -> Coding:
    return corrected(coding.code(article, BOOK), decisions)


def count(db: Connection, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def read_all_anew(db: Connection) -> None:
    for number, article in recodings.stored_after(db, 0, 99):
        recodings.rewrite(db, number, coding.code(article, BOOK), keep=True)


FINNS = added("meeting", TALKS, "Finns", parties=["FI", "KZ"], start="2024-03-06", kind="bilateral")
ADDED = {
    "meeting": FINNS,
    "person": added("person", TALKS, "guests", "erik-beispiel", name="Erik Beispiel", office="Envoy", party="NO"),
    "topic": added("topic", TALKS, "Finns", "transport", strength="agreed", by="joint"),
    "promise": added("promise", TALKS, "guests", "NO:pledges", actor="NO", kind="pledges", due="2024-06", topics=[]),
}
TABLES = {
    "meeting": "meetings WHERE kind = 'bilateral' AND start_on = '2024-03-06' AND is_reported = 1",
    "person": "participants WHERE name = 'Erik Beispiel' AND present = 1 AND checked = 1",
    "topic": "mentions x JOIN topics k ON k.id = x.topic_id WHERE k.topic = 'transport' AND x.checked = 1",
    "promise": "commitments WHERE actor = 'NO' AND due_on = '2024-06' AND checked = 1 AND meeting_id IS NOT NULL",
}


@pytest.mark.parametrize("part", ADDED)
def test_what_is_added_is_counted_kept_over_new_readings_and_removal_and_undone(desk: Connection, part: str) -> None:
    before = count(desk, TABLES[part])
    number = decide(desk, ADDED[part], "local", BOOK)
    assert count(desk, TABLES[part]) == before + 1
    read_all_anew(desk)
    assert count(desk, TABLES[part]) == before + 1
    (article,) = desk.execute("SELECT id FROM articles WHERE title = ?", (TALKS.title,)).fetchone()
    remove_articles(desk, [article], actor="local", why="removed")
    assert count(desk, TABLES[part]) == 0
    save(desk, TALKS, coding.code(TALKS, BOOK), actor="test")
    assert count(desk, TABLES[part]) == before + 1
    undo(desk, number, "local", BOOK)
    assert count(desk, TABLES[part]) == before


def test_an_added_meeting_that_another_article_reports_is_the_same_meeting(desk: Connection) -> None:
    before = count(desk, "meetings")
    number = decide(desk, added("meeting", OTHER, "one line", **WITH_NORWAY), "local", BOOK)
    assert count(desk, "meetings") == before
    told = desk.execute("SELECT count(DISTINCT meeting_id), count(*) FROM reports WHERE start_on = '2024-03-06'")
    assert told.fetchone() == (1, 2)
    undo(desk, number, "local", BOOK)
    assert count(desk, "reports WHERE start_on = '2024-03-06'") == 1


def test_an_added_meeting_is_another_than_the_one_found_in_its_sentence() -> None:
    second = added("meeting", TALKS, "Anna Berg", parties=["FI", "KZ"], start="2024-03-06")
    found, extra = after(TALKS, second).meetings
    assert (found.checked, set(found.parties)) == (False, {"KZ", "NO"})
    assert (extra.checked, extra.parties, extra.n) == (True, ("FI", "KZ"), ADDED_FROM)
    gone = replace(second, verdict="rejected", anchor=replace(second.anchor, n=0))
    assert [one.parties for one in after(TALKS, second, gone).meetings] == [("FI", "KZ")]
    away = replace(second, verdict="rejected", anchor=replace(second.anchor, n=ADDED_FROM))
    assert [set(one.parties) for one in after(TALKS, second, away).meetings] == [{"KZ", "NO"}]


def test_an_added_meeting_that_the_rules_come_to_find_stands_once() -> None:
    again = added("meeting", TALKS, "Anna Berg", **WITH_NORWAY)
    (one,) = after(TALKS, again).meetings
    assert (one.n, one.checked, one.place) == (ADDED_FROM, True, "Astana")
    assert {person.name for person in one.participants} == {"Anna Berg", "Aidar Omarov"}


def test_each_added_meeting_has_a_place_of_its_own_even_after_an_undo(desk: Connection) -> None:
    first = decide(desk, FINNS, "local", BOOK)
    undo(desk, first, "local", BOOK)
    decide(desk, replace(FINNS, after={**FINNS.after, "parties": ["KZ", "SE"]}), "local", BOOK)
    (standing,) = of_article(desk, FINNS.article_key or "")
    assert standing.anchor.n == ADDED_FROM + 1
    assert count(desk, f'reports WHERE n = {ADDED_FROM + 1} AND parties = \'["KZ", "SE"]\'') == 1


def test_a_text_that_reports_no_meeting_gives_its_topics_to_the_one_that_is_added() -> None:
    assert [reading.meeting for reading in after(SILENT).readings] == [None]
    told = added("meeting", SILENT, "Nobody", parties=["FI", "KZ"], takes=True)
    assert [reading.meeting for reading in after(SILENT, told).readings] == [0]
    assert [reading.meeting for reading in after(SILENT, replace(told, after={"parties": ["FI"]})).readings] == [None]


def place(one: Correction) -> dict[str, Any]:
    return {"start": one.anchor.start, "end": one.anchor.end, "quote": one.anchor.quote, "n": ADDED_FROM}


def test_people_topics_and_promises_are_added_to_the_meeting_that_is_named() -> None:
    there = place(FINNS)
    person, topic, promise = (ADDED[part] for part in ("person", "topic", "promise"))
    there_too = [replace(one, after={**one.after, "meeting": there}) for one in (person, topic, promise)]
    found = after(TALKS, FINNS, *there_too)
    assert [[one.name for one in meeting.participants] for meeting in found.meetings] == [
        ["Anna Berg", "Aidar Omarov"],
        ["Erik Beispiel"],
    ]
    assert [reading.meeting for reading in found.readings if reading.topic == "transport"] == [1]
    assert [one.meeting for one in found.commitments if one.actor == "NO"] == [1]


def test_somebody_found_at_one_meeting_is_added_to_another() -> None:
    anna = after(TALKS).meetings[0].participants[0]
    told = added("person", TALKS, "Finns", anna.person_id, name=anna.name, party="NO", meeting=place(FINNS))
    assert [[one.name for one in meeting.participants] for meeting in after(TALKS, FINNS, told).meetings] == [
        ["Anna Berg", "Aidar Omarov"],
        ["Anna Berg"],
    ]


def test_a_person_added_to_two_meetings_of_a_text_sits_at_both(desk: Connection) -> None:
    first = ADDED["person"]
    decide(desk, FINNS, "local", BOOK)
    decide(desk, first, "local", BOOK)
    second = decide(desk, replace(first, after={**first.after, "meeting": place(FINNS)}), "local", BOOK)
    seats = "participants WHERE name = 'Erik Beispiel' AND present = 1 AND checked = 1 AND meeting_id IS NOT NULL"
    assert count(desk, seats) == 2
    read_all_anew(desk)
    assert count(desk, f"(SELECT DISTINCT meeting_id FROM {seats})") == 2
    undo(desk, second, "local", BOOK)
    assert count(desk, seats) == 1


def test_a_sentence_that_tells_of_a_meeting_keeps_it_when_one_before_it_is_rejected() -> None:
    found = coding.code(TALKS, BOOK)
    second = replace(found.meetings[0], focal=False, evidence=found.sentences[3].evidence)
    tied = replace(found.mentions[0], meeting=1)
    both = replace(found, meetings=(found.meetings[0], second), mentions=(tied, *found.mentions[1:]))
    first = Correction("meeting", "rejected", "k", anchor=at(TALKS, "Anna Berg"))
    assert corrected(both, [first]).mentions[0].meeting == 0


FIRM = Article(
    "Talks in Oslo",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Oslo on 8 May 2024. "
    "The ministers discussed trade. They agreed to expand trade.",
    "The Courier",
    published_on="2024-05-09",
)


def test_a_topic_is_as_firm_as_the_sentences_that_people_leave_to_it(desk: Connection) -> None:
    save(desk, FIRM, coding.code(FIRM, BOOK), actor="test")
    firmness = "SELECT DISTINCT x.strength FROM mentions x JOIN articles a ON a.id = x.article_id WHERE a.title = ?"

    def now() -> list[tuple[int]]:
        return desk.execute(firmness, (FIRM.title,)).fetchall()

    assert now() == [(4,)]
    wrong = Correction("topic", "rejected", text_key(FIRM.text), anchor=at(FIRM, "agreed", "trade"))
    number = decide(desk, wrong, "local", BOOK)
    assert now() == [(0,)]
    undo(desk, number, "local", BOOK)
    assert now() == [(4,)]


def test_a_firmer_sentence_that_a_person_adds_makes_the_topic_firmer() -> None:
    told = added("topic", TALKS, "guests", "trade", strength="agreed", by="NO")
    (reading,) = (one for one in after(TALKS, told).readings if one.topic == "trade")
    assert (reading.strength, reading.by) == ("agreed", "NO")


def test_of_two_promises_in_a_sentence_the_one_that_was_corrected_before_is_corrected_again() -> None:
    found = coding.code(FIRM, BOOK)
    (one,) = found.commitments
    two = replace(found, commitments=(one, replace(one, kind="pledges", actor="KZ")))

    def change(which: str, **value: Any) -> Correction:
        anchor = at(FIRM, "agreed", which)
        return Correction("promise", "corrected", "k", anchor=anchor, field=next(iter(value)), after=value)

    first, then = change(f"{one.actor}:agreed", actor="NO"), change("NO:agreed", due="2025")
    told = corrected(two, [first, then]).commitments
    assert [(promise.actor, promise.due) for promise in told] == [("NO", "2025"), ("KZ", None)]
