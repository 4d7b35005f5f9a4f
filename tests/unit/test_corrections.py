"""Corrections in the store: kept beside the findings, heeded by every reading anew, undone without a trace."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parley import codebook, coding, recode
from parley.coding.sentences import split_sentences
from parley.corrections import decide, undo
from parley.model import Article, Coding, Filters
from parley.queries import units
from parley.store import Connection, recodings, save, writer
from parley.store.articles import as_dated, remove_articles
from parley.store.corrections import Anchor, Correction, history, of_article, of_meeting
from parley.store.words import fill_words
from tests.desk import settings_in

BOOK = codebook.load()
SIX = "the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan"
HERALD = Article(
    "The first summit of six",
    f"President Joe Biden met with {SIX} in New York on 19 September 2023 for the first C5+1 summit. "
    "The leaders discussed trade. They agreed to build a new railway by June 2024.",
    "Example Herald",
    published_on="2023-09-20",
)
POST = Article(
    "Summit on the margins",
    f"On 22 September 2023 President Joe Biden hosted {SIX} for the first C5+1 summit in New York. "
    "Sanctions were on the table.",
    "Capital Post",
    published_on="2023-09-23",
)
TALKS = Article(
    "Talks in Astana",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade.",
    "The Courier",
    published_on="2024-03-07",
)
# No number is given twice, so one meeting that went and came again is told by its place among all.
NTH = "(SELECT COUNT(*) FROM meetings o WHERE o.id <= x.{})"
MEETING = NTH.format("meeting_id")
FACTS = (
    f"SELECT {NTH.format('id')}, series_id, edition, kind, status, start_on, end_on, day, month, place, country, title,"
    " is_reported FROM meetings x ORDER BY id",
    f"SELECT {MEETING}, party FROM meeting_parties x ORDER BY 1, 2",
    f"SELECT article_id, n, {MEETING}, status, start_on, place, parties, confidence, checked FROM reports x"
    " ORDER BY 1, 2",
    f"SELECT article_id, {MEETING}, name, office, party, present, confidence, checked FROM participants x"
    " ORDER BY 1, 3, 2",
    f"SELECT article_id, start_at, topic_id, {MEETING}, series_id, day, month, discussed, strength, by_party,"
    " confidence, checked FROM mentions x ORDER BY 1, 2, 3",
    f"SELECT article_id, start_at, actor, kind, due_on, {MEETING}, confidence, checked FROM commitments x"
    " ORDER BY 1, 2",
    "SELECT id, published_on, published_basis, day, month, search_key >> 20 FROM articles ORDER BY id",
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with closing(writer(settings_in(tmp_path))) as db:
        fill_words(db, BOOK)
        for article in (HERALD, POST, TALKS):
            save(db, article, coding.code(article, BOOK), actor="test")
        yield db


def facts(db: Connection) -> list[list[tuple]]:
    return [db.execute(sql).fetchall() for sql in FACTS]


def key_of(db: Connection, article: Article) -> str:
    return str(db.execute("SELECT key FROM articles WHERE title = ?", (article.title,)).fetchone()[0])


def meeting_of(db: Connection, article: Article) -> int:
    sql = "SELECT r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id WHERE a.title = ? AND r.n = 0"
    return int(db.execute(sql, (article.title,)).fetchone()[0])


def topics_of(db: Connection, article: Article) -> set[str]:
    sql = (
        "SELECT k.topic FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN articles a ON a.id = x.article_id"
        " WHERE a.title = ?"
    )
    return {row[0] for row in db.execute(sql, (article.title,))}


def sentence(article: Article, words: str, which: str = "") -> Anchor:
    told = split_sentences(article.text, "en")
    found = next(one for one in told if words in one.text)
    return Anchor(which, found.start, found.end, found.text)


def day(db: Connection, meeting: int) -> str:
    return str(db.execute("SELECT start_on FROM meetings WHERE id = ?", (meeting,)).fetchone()[0])


def read_all_anew(db: Connection) -> None:
    for number, article in recodings.stored_after(db, 0, 99):
        recodings.rewrite(db, number, coding.code(article, BOOK), keep=True)


def dated(meeting: int, start: str) -> Correction:
    after = {"start": start, "end": None}
    return Correction("meeting", "corrected", meeting_id=meeting, field="date", after=after, reason="the host says so")


def test_two_outlets_that_date_one_summit_differently_tell_of_one_meeting(db: Connection) -> None:
    assert meeting_of(db, HERALD) == meeting_of(db, POST)


def test_a_corrected_date_of_a_summit_survives_every_reading_anew(db: Connection) -> None:
    meeting = meeting_of(db, POST)
    decide(db, dated(meeting, "2023-09-18"), "local", BOOK)
    assert day(db, meeting) == "2023-09-18"
    before = facts(db)
    read_all_anew(db)
    assert facts(db) == before
    assert sum(recode.what_if(db, BOOK), start=recodings.Counter()) == {"articles": 3}
    days = db.execute("SELECT DISTINCT day FROM mentions WHERE meeting_id = ?", (meeting,)).fetchall()
    assert days == [(20230918,)]


CHANGES = {
    "a topic that is not in its sentence": lambda db: Correction(
        "topic", "rejected", key_of(db, HERALD), anchor=sentence(HERALD, "trade", "trade")
    ),
    "a topic that is right": lambda db: Correction(
        "topic", "accepted", key_of(db, HERALD), anchor=sentence(HERALD, "trade", "trade")
    ),
    "a topic that was missed": lambda db: Correction(
        "topic", "added", key_of(db, POST), anchor=sentence(POST, "Sanctions", "tourism")
    ),
    "how firmly": lambda db: Correction(
        "reading", "corrected", key_of(db, HERALD), anchor=Anchor("trade"), field="strength", after={"strength": "done"}
    ),
    "no promise": lambda db: Correction("promise", "rejected", key_of(db, HERALD), anchor=sentence(HERALD, "railway")),
    "no meeting": lambda db: Correction("meeting", "rejected", key_of(db, TALKS), anchor=sentence(TALKS, "Berg")),
    "an office": lambda db: Correction(
        "person",
        "corrected",
        key_of(db, TALKS),
        anchor=Anchor("a-berg", quote="Anna Berg"),
        field="office",
        after={"office": "Minister of Trade"},
    ),
    "the date of publication": lambda db: Correction(
        "article", "corrected", key_of(db, TALKS), field="published_on", after={"published_on": "2024-03-09"}
    ),
    "the date of a meeting": lambda db: dated(meeting_of(db, POST), "2023-09-18"),
    "the place of a meeting": lambda db: Correction(
        "meeting",
        "corrected",
        meeting_id=meeting_of(db, TALKS),
        field="place",
        after={"place": "Almaty", "country": "KZ"},
    ),
    "a meeting that was called off": lambda db: Correction(
        "meeting", "corrected", meeting_id=meeting_of(db, TALKS), field="status", after={"status": "cancelled"}
    ),
    "the round and the sides": lambda db: Correction(
        "meeting",
        "corrected",
        meeting_id=meeting_of(db, POST),
        field="round",
        after={"edition": 4, "edition_basis": "stated"},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_correction_changes_what_is_found_stays_after_a_reading_anew_and_is_undone_without_a_trace(
    db: Connection, name: str
) -> None:
    as_found = facts(db)
    number = decide(db, CHANGES[name](db), "local", BOOK)
    changed = facts(db)
    assert changed != as_found
    read_all_anew(db)
    assert facts(db) == changed
    assert undo(db, number, "local", BOOK)
    assert facts(db) == as_found
    assert not undo(db, number, "local", BOOK)


def test_an_article_that_is_removed_and_added_again_keeps_its_corrections(db: Connection) -> None:
    topic = Correction("topic", "rejected", key_of(db, TALKS), anchor=sentence(TALKS, "trade", "trade"))
    for one in (topic, CHANGES["the date of publication"](db), CHANGES["the place of a meeting"](db)):
        decide(db, one, "local", BOOK)
    before, key = facts(db), key_of(db, TALKS)
    (number,) = db.execute("SELECT id FROM articles WHERE title = ?", (TALKS.title,)).fetchone()
    remove_articles(db, [number], actor="local", why="articles removed")
    assert len(of_article(db, key)) == 2
    save(db, TALKS, coding.code(as_dated(db, TALKS), BOOK), actor="local")
    assert facts(db) == before
    read_on = db.execute("SELECT published_on, read_on FROM articles WHERE title = ?", (TALKS.title,)).fetchone()
    assert read_on == ("2024-03-09", "2024-03-07")


def test_a_decision_on_a_meeting_that_is_gone_never_falls_to_another_of_its_number(db: Connection) -> None:
    meeting = meeting_of(db, TALKS)
    decide(db, CHANGES["the place of a meeting"](db), "local", BOOK)
    (number,) = db.execute("SELECT id FROM articles WHERE title = ?", (TALKS.title,)).fetchone()
    remove_articles(db, [number], actor="local", why="articles removed")
    other = Article("Talks in Rome", TALKS.text.replace("Astana", "Rome").replace("6 March", "9 May"), "The Courier")
    save(db, other, coding.code(other, BOOK), actor="local")
    anew = meeting_of(db, other)
    assert anew != meeting
    assert of_meeting(db, anew) == ()
    assert db.execute("SELECT place FROM meetings WHERE id = ?", (anew,)).fetchone() == ("Rome",)


def test_several_places_are_corrected_in_one_go_and_undone_in_one_go(db: Connection) -> None:
    as_found = facts(db)
    both = [Correction("topic", "rejected", key_of(db, one), anchor=Anchor("trade")) for one in (HERALD, TALKS)]
    number = decide(db, both, "local", BOOK)
    assert "trade" not in topics_of(db, HERALD) | topics_of(db, TALKS)
    assert undo(db, number + 1, "local", BOOK)
    assert facts(db) == as_found


def test_the_history_says_who_decided_what_when_and_why_the_undone_too(db: Connection) -> None:
    meeting = meeting_of(db, POST)
    first = decide(db, dated(meeting, "2023-09-18"), "dana", BOOK)
    undo(db, first, "ermek", BOOK)
    decide(db, CHANGES["a topic that was missed"](db), "dana", BOOK)
    told = history(db, meeting_id=meeting)
    assert [(one.part, one.actor, one.undone_by, one.reason) for one in told] == [
        ("topic", "dana", None, ""),
        ("meeting", "dana", "ermek", "the host says so"),
    ]
    actions = [row[0] for row in db.execute("SELECT action FROM log ORDER BY id DESC LIMIT 3")]
    assert actions == ["topic added", "correction undone", "meeting corrected"]


def test_checked_only_leaves_what_a_person_has_looked_at(db: Connection) -> None:
    only = Filters(checked=True)
    assert [units.how_many(db, unit, only) for unit in ("meetings", "articles", "sentences")] == [0, 0, 0]
    decide(db, CHANGES["a topic that is right"](db), "local", BOOK)
    assert [units.how_many(db, unit, only) for unit in ("meetings", "articles", "sentences")] == [1, 1, 1]
    assert units.units(db, "topics", only)["title"].to_list() == ["Trade"]
    decide(db, CHANGES["the place of a meeting"](db), "local", BOOK)
    assert units.how_many(db, "meetings", only) == 2


def test_a_new_article_that_agrees_with_the_corrected_date_joins_the_meeting(db: Connection) -> None:
    meeting = meeting_of(db, TALKS)
    decide(db, dated(meeting, "2024-04-20"), "local", BOOK)
    text = TALKS.text.replace("6 March", "20 April").replace("discussed", "spoke of")
    late = Article("The ministers in Astana", text, "The Herald", published_on="2024-04-21")
    save(db, late, coding.code(late, BOOK), actor="test")
    assert meeting_of(db, late) == meeting
    before = facts(db)
    read_all_anew(db)
    assert facts(db) == before


def test_nobody_waits_for_the_first_reading_of_a_process_whatever_is_decided(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_up: list[bool] = []
    code = coding.code

    def watched(article: Article, book: codebook.Codebook) -> Coding:
        held_up.append(db.in_transaction)
        return code(article, book)

    meeting = int(db.execute("SELECT MIN(id) FROM meetings").fetchone()[0])
    planned = Correction("meeting", "corrected", meeting_id=meeting, field="status", after={"status": "planned"})
    monkeypatch.setattr(coding, "code", watched)
    number = decide(db, planned, "ada", BOOK)
    decided, held_up[:] = held_up[0], []
    assert undo(db, number, "ada", BOOK)
    assert (decided, held_up[0]) == (False, False)
