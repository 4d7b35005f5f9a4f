"""Documents that wait: nothing of them is counted, each says what it would become, and exactly those asked for come."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from parley import codebook, coding, waiting
from parley.corrections import decide, undo
from parley.model import Article, Coding, Filters
from parley.queries.articles import found_in
from parley.queries.commitments import board
from parley.queries.log import Wanted, entries
from parley.queries.units import Unit, how_many
from parley.queries.waiting import document, how_many_return
from parley.settings import Settings
from parley.store import Connection, held, revision
from parley.store.corrections import Anchor, Correction, Verdict
from parley.store.given import PASTED, give_text
from parley.store.intake import accept
from parley.store.jobs import receipts_of
from parley.store.kept import as_json, from_json
from parley.store.trial import doubts_of
from parley.ui.inbox.row import reason_of
from tests.desk import MANY
from tests.papers import AGAIN, LONG, NOTICE, RECALLS, SIX, SUMMIT, TALKS, release, settled

TABLES = (
    "articles",
    "sentences",
    "meetings",
    "reports",
    "participants",
    "mentions",
    "commitments",
    "people",
    "sources",
)


@pytest.fixture
def settle(settings: Settings) -> Callable[[], None]:
    return lambda: settled(settings)


@pytest.fixture
def wait(db: Connection, settings: Settings, settle: Callable[[], None]) -> Callable[..., int]:
    """Hand in several documents that are to wait; their upload."""

    def hand_in(*files: tuple[str, bytes]) -> int:
        batch = accept(db, settings, files, "upload", "local", hold=True)
        settle()
        return batch

    return hand_in


def kinds(db: Connection) -> dict[str, str]:
    """What each waiting document is, by its name."""
    return dict(
        db.execute("SELECT r.name, h.kind FROM held h JOIN receipts r ON r.id = h.receipt_id WHERE h.state = 'waiting'")
    )


def ids(db: Connection, *wanted: str) -> list[int]:
    told = db.execute("SELECT h.id, h.kind FROM held h ORDER BY h.id").fetchall()
    return [number for number, kind in told if kind in wanted]


def counts(db: Connection) -> dict[str, int]:
    return {table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in TABLES}


def outcomes(db: Connection, batch: int) -> list[tuple[str, str]]:
    return [(receipt.name, receipt.outcome) for receipt in receipts_of(db, batch)]


@pytest.mark.parametrize("told", MANY, ids=lambda told: told[0].title)
def test_an_article_and_its_coding_come_back_as_they_were(told: tuple[Article, Coding]) -> None:
    article, found = told
    assert from_json(Article, as_json(article)) == article
    assert from_json(Coding, as_json(found)) == found


def test_what_a_newer_parley_has_added_takes_its_default() -> None:
    assert from_json(Article, '{"title": "T", "text": "X", "gone": 1}') == Article("T", "X")


def test_documents_that_wait_are_in_no_number_and_change_nothing_that_readers_see(
    db: Connection, wait: Callable[..., int]
) -> None:
    before, seen = counts(db), revision(db)
    batch = wait(*SIX)
    assert counts(db) == before
    assert revision(db) == seen
    assert outcomes(db, batch)[:2] == [("talks.txt", "waits"), ("again.txt", "waits")]


def test_each_document_says_what_it_would_become(db: Connection, wait: Callable[..., int]) -> None:
    wait(*SIX)
    assert kinds(db) == {
        "talks.txt": "new",
        "again.txt": "adds",
        "notice.txt": "none",
        "undated.txt": "needs",
        "french.txt": "needs",
        "bad.pdf": "unreadable",
    }


def test_a_copy_is_known_beside_others_that_wait_and_beside_those_held(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("talks.txt", LONG), ("copy.txt", LONG.replace(b"They signed nothing", b"Nothing was signed")))
    assert kinds(db) == {"talks.txt": "new", "copy.txt": "copy"}
    held.ask_to_add(db, ids(db, "new"), "local")
    settle()
    wait(("third.txt", LONG.replace(b"the harvest", b"crops")))
    assert kinds(db) == {"copy.txt": "copy", "third.txt": "copy"}


def test_the_very_same_document_handed_in_again_is_known_and_does_not_wait_twice(
    db: Connection, wait: Callable[..., int]
) -> None:
    wait(*SIX)
    again = wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    assert outcomes(db, again) == [("talks.txt", "known"), ("notice.txt", "known")]
    assert receipts_of(db, again)[0].reason == "Its text waits already, as talks.txt."


def test_the_same_document_twice_in_one_upload_has_two_rows_and_the_second_is_a_copy(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    rows = json.dumps({"title": "Talks", "source": "Example Wire", "text": LONG.decode()}) + "\n"
    batch = wait(("talks.jsonl", (rows + rows).encode()), ("again.jsonl", rows.encode()), ("notice.txt", NOTICE))
    assert [outcome for _, outcome in outcomes(db, batch)] == ["waits"] * 4
    kept = [kind for (kind,) in db.execute("SELECT kind FROM held ORDER BY id").fetchall()]
    assert kept == ["new", "copy", "copy", "none"]
    held.ask_to_add(db, ids(db, "new", "copy", "none"), "local")
    settle()
    assert counts(db)["articles"] == 2


def test_exactly_those_asked_for_are_added_and_the_others_still_wait(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    batch = wait(*SIX)
    assert held.ask_to_add(db, ids(db, "new", "adds", "copy", "none"), "ada") == 3
    settle()
    assert sorted(kinds(db)) == ["bad.pdf", "french.txt", "undated.txt"]
    assert outcomes(db, batch) == [
        *(("talks.txt", "new"), ("again.txt", "new"), ("notice.txt", "new")),
        *(("undated.txt", "waits"), ("french.txt", "waits"), ("bad.pdf", "unreadable")),
    ]
    titles = {row[0] for row in db.execute("SELECT title FROM articles WHERE batch_id = ?", (batch,))}
    assert titles == {receipt.title for receipt in receipts_of(db, batch)[:3]}
    assert db.execute("SELECT count(*) FROM log WHERE action = 'article added' AND actor = 'ada'").fetchone() == (3,)


COPY = LONG.replace(b"They signed nothing", b"Nothing was signed")
SPARRING = release(
    "Before the fourth round",
    "October 1, 2024",
    "Kazakhstan and Japan will hold the fourth Kazakhstan-Japan Strategic Dialogue in Tokyo on November 5, 2024. "
    "Kazakhstan intends to open a consulate in Osaka by June 2025. The sides agreed to open a joint grain terminal.",
)
FOURTH = release(
    "Fourth round in Tokyo",
    "November 6, 2024",
    "TOKYO – Kazakhstan and Japan held the fourth Kazakhstan-Japan Strategic Dialogue in Tokyo on November 5, 2024. "
    "The sides agreed to open a joint grain terminal. They signed a memorandum on water. Japan urged Kazakhstan to "
    "ratify the treaty on customs.",
)
MIXES = {
    "a meeting, more on it, and none": (("talks.txt", TALKS), ("again.txt", AGAIN), ("notice.txt", NOTICE)),
    "a text and its copy": (("talks.txt", LONG), ("copy.txt", COPY)),
    "a round announced and then held": (("before.txt", SPARRING), ("fourth.txt", FOURTH)),
    "one promise told twice": (("fourth.txt", FOURTH), ("fifth.txt", FOURTH.replace(b"Fourth round", b"The round"))),
    "all": (("talks.txt", LONG), ("copy.txt", COPY), ("fourth.txt", FOURTH), ("before.txt", SPARRING), *SIX[1:3]),
}
SHOWN: tuple[Unit, ...] = ("meetings", "referred", "articles", "sentences", "topics", "people", "promises")


def on_screen(db: Connection) -> dict[str, int]:
    """The numbers of the Overview, and those of Promises by kind."""
    families = Counter(one.family for one in board(db, Filters()).found)
    told = {unit: how_many(db, unit, Filters()) for unit in SHOWN}
    assert told["promises"] == families["promise"]
    return told | {"demands": families["demand"], "signed": families["signed"]}


@pytest.mark.parametrize("held_before", [0, 1, 2], ids=["empty desk", "first one held", "two held"])
@pytest.mark.parametrize("files", MIXES.values(), ids=MIXES.keys())
def test_a_dry_run_says_by_how_much_the_numbers_on_screen_then_grow_and_changes_nothing(
    db: Connection,
    wait: Callable[..., int],
    settle: Callable[[], None],
    files: tuple[tuple[str, bytes], ...],
    held_before: int,
) -> None:
    wait(*files)
    every = [row[0] for row in db.execute("SELECT id FROM held WHERE article <> '' ORDER BY id")]
    held.ask_to_add(db, every[:held_before], "local")
    settle()
    before, rows, seen = on_screen(db), counts(db), revision(db)
    told = waiting.would_add(db, every[held_before:], codebook.load())
    assert (on_screen(db), counts(db), revision(db)) == (before, rows, seen)
    held.ask_to_add(db, every[held_before:], "local")
    settle()
    after = on_screen(db)
    assert asdict(told.by) == {name: after[name] - before[name] for name in after}
    assert counts(db)["articles"] - rows["articles"] == told.by.articles + told.copies


def test_what_could_not_be_read_is_never_added_though_an_old_page_asks_for_it(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("bad.pdf", b"%PDF-1.7 cut"), ("notice.txt", NOTICE))
    assert held.ask_to_add(db, ids(db, "unreadable", "none"), "local") == 1
    settle()
    assert kinds(db) == {"bad.pdf": "unreadable"}


def test_a_dry_run_tells_topics_that_are_new_here_from_those_known(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    told = waiting.would_add(db, ids(db, "new"), codebook.load())
    assert (told.by.meetings, told.subjects, told.by.topics) == (1, 2, 2)
    held.ask_to_add(db, ids(db, "new"), "local")
    settle()
    wait(
        ("next.txt", TALKS.replace(b"2023", b"2024").replace(b"third", b"fourth").replace(b"climate change", b"water"))
    )
    told = waiting.would_add(db, ids(db, "new"), codebook.load())
    assert (told.by.meetings, told.subjects, told.by.topics) == (1, 2, 1)


def test_what_is_left_out_is_kept_aside_and_can_be_brought_back(db: Connection, wait: Callable[..., int]) -> None:
    batch = wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    number = ids(db, "none")
    assert held.leave_out(db, number, "local") == 1
    assert kinds(db) == {"talks.txt": "new"}
    assert outcomes(db, batch)[1] == ("notice.txt", "left")
    assert held.ask_to_add(db, number, "local") == 0
    assert held.bring_back(db, number, "local") == 1
    assert kinds(db)["notice.txt"] == "none"
    assert outcomes(db, batch)[1] == ("notice.txt", "waits")


def test_once_a_meeting_is_known_what_waits_adds_to_it(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("talks.txt", TALKS), ("again.txt", AGAIN))
    held.ask_to_add(db, ids(db, "new"), "local")
    settle()
    told = db.execute("SELECT json_extract(told, '$.meeting_id') FROM held").fetchall()
    assert told == db.execute("SELECT id FROM meetings WHERE is_reported = 1").fetchall()


def told_of(db: Connection, name: str) -> dict[str, Any]:
    """What is known of a document that waits or was left out."""
    sql = "SELECT h.told FROM held h JOIN receipts r ON r.id = h.receipt_id WHERE r.name = ?"
    return dict(json.loads(db.execute(sql, (name,)).fetchone()[0]))


def summit(db: Connection) -> int:
    return int(db.execute("SELECT id FROM meetings WHERE is_reported = 1").fetchone()[0])


def test_a_document_without_a_meeting_of_its_own_adds_to_the_one_it_recalls_once_another_text_tells_of_that(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("greeting.txt", RECALLS), ("notice.txt", NOTICE))
    assert kinds(db) == {"greeting.txt": "none", "notice.txt": "none"}
    assert told_of(db, "greeting.txt")["meeting"]["dialogue"] == "C5+1"
    wait(("summit.txt", SUMMIT), ("bad.pdf", b"%PDF-1.7 cut"))
    assert kinds(db)["greeting.txt"] == "none"
    held.ask_to_add(db, ids(db, "new"), "local")
    settle()
    assert kinds(db) == {"greeting.txt": "adds", "notice.txt": "none", "bad.pdf": "unreadable"}
    told = told_of(db, "greeting.txt")
    assert (told["recalls"], told["meeting_id"]) == (True, summit(db))
    held.ask_to_add(db, ids(db, "adds"), "local")
    settle()
    assert db.execute("SELECT count(*) FROM reports WHERE meeting_id = ?", (summit(db),)).fetchone() == (2,)


def test_what_was_added_without_a_meeting_belongs_to_the_one_that_it_recalls_once_that_is_told_of(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    for name, text in (("greeting.txt", RECALLS), ("summit.txt", SUMMIT)):
        wait((name, text), ("notice.txt", NOTICE))
        held.ask_to_add(db, ids(db, "new", "none"), "local")
        settle()
    told = {meeting.meeting_id for meeting in found_in(db, 1).meetings}
    assert told == {summit(db)}


def test_what_was_left_out_without_a_meeting_is_proposed_again_once_another_text_tells_of_the_one_it_recalls(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("greeting.txt", RECALLS), ("notice.txt", NOTICE))
    held.leave_out(db, ids(db, "none"), "local")
    assert (how_many_return(db), kinds(db)) == (0, {})
    wait(("summit.txt", SUMMIT), ("bad.pdf", b"%PDF-1.7 cut"))
    assert how_many_return(db) == 0
    held.ask_to_add(db, ids(db, "new"), "local")
    settle()
    assert how_many_return(db) == 1
    told = told_of(db, "greeting.txt")
    assert (told["returns"], told["meeting_id"]) == (True, summit(db))
    held.bring_back(db, ids(db, "adds"), "local")
    settle()
    assert (how_many_return(db), kinds(db)["greeting.txt"]) == (0, "adds")
    assert told_of(db, "greeting.txt")["returns"] is False


def test_a_decision_on_one_text_has_that_part_of_the_list_alone_looked_at_anew(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    monkeypatch.setattr(waiting, "LOOK", 1)
    (key,) = db.execute("SELECT key FROM held WHERE kind = 'none'").fetchone()
    held.look_again(db, key)
    assert [one.article.title for one in held.unseen(db, 1)] == ["Opening hours"]
    settle()
    assert held.unseen(db, 1) == []
    assert sorted(kinds(db).values()) == ["new", "none"]


def test_a_codebook_that_has_changed_since_is_the_one_that_counts(
    db: Connection, wait: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    wait(("talks.txt", TALKS), ("again.txt", AGAIN))
    real, seen = coding.code, []

    def watched(article: Article, book: Any) -> Coding:
        seen.append(article.title)
        return real(article, book)

    monkeypatch.setattr(coding, "code", watched)
    book = codebook.load()
    waiting.would_add(db, ids(db, "new"), book)
    assert seen == []
    waiting.would_add(db, ids(db, "new"), replace(book, version="next"))
    assert len(seen) == 1


def test_a_text_given_for_an_unreadable_document_waits_in_its_place(
    db: Connection, settings: Settings, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(*SIX)
    (receipt,) = db.execute("SELECT id FROM receipts WHERE outcome = 'unreadable'").fetchone()
    give_text(db, settings, receipt, b"A note\n\nThe ministry opens at nine on 4 May 2024.", actor="local", how=PASTED)
    settle()
    assert "bad.pdf" not in kinds(db)
    assert [name for name in kinds(db) if name.startswith("bad.pdf")] == ["bad.pdf (pasted by a person)"]


def test_every_part_of_a_zip_has_its_line(db: Connection, wait: Callable[..., int]) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in SIX:
            archive.writestr(name, data)
    wait(("all.zip", file.getvalue()))
    assert len(kinds(db)) == len(SIX)
    assert kinds(db)["all.zip/bad.pdf"] == "unreadable"


def why(article: Article) -> list[str]:
    return [code for code, _ in doubts_of(article, coding.code(article, codebook.load()))]


@pytest.mark.parametrize(
    ("article", "doubts"),
    [
        (Article("T", "The ministry is closed.", published_on="2024-03-01"), []),
        (Article("T", "The ministry is closed."), ["date"]),
        (Article("T", "Les bureaux sont fermés.", published_on="2024-03-01", language="other"), ["language"]),
        (Article("T", "Closed.", published_on="2024", published_basis="no such day: 31 February"), ["calendar"]),
    ],
)
def test_what_needs_a_person_says_why(article: Article, doubts: list[str]) -> None:
    assert why(article) == doubts


def test_what_a_person_is_not_sure_of_is_said_to_be_theirs(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None]
) -> None:
    wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    ((number, key),) = db.execute("SELECT id, key FROM held WHERE kind = 'new'").fetchall()
    found = document(db, number)
    assert found is not None
    place = next(meeting.evidence for meeting in found.coding.meetings if meeting.focal)
    about = Anchor("", place.start, place.end, place.quote, 0)
    decide(db, Correction("meeting", "unsure", key, anchor=about), "local", codebook.load())
    held.look_again(db, key)
    settle()
    assert told_of(db, "talks.txt")["doubts"] == [["unsure", ""]]
    assert reason_of("unsure", "").startswith("A person was not sure")


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "unsure"])
def test_what_a_person_says_of_a_topic_leaves_a_clear_document_clear(
    db: Connection, wait: Callable[..., int], settle: Callable[[], None], verdict: Verdict
) -> None:
    wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    assert kinds(db)["talks.txt"] == "new"
    ((number, key),) = db.execute("SELECT id, key FROM held WHERE kind = 'new'").fetchall()
    found = document(db, number)
    assert found is not None
    topic = found.coding.mentions[0].topic
    decide(db, Correction("topic", verdict, key, anchor=Anchor(topic)), "local", codebook.load())
    held.look_again(db, key)
    settle()
    assert kinds(db)["talks.txt"] == "new"


def test_the_log_names_the_waiting_text_of_a_decision_and_of_its_undoing(
    db: Connection, wait: Callable[..., int]
) -> None:
    wait(("talks.txt", TALKS), ("notice.txt", NOTICE))
    ((title, key),) = db.execute("SELECT title, key FROM held WHERE kind = 'new'").fetchall()
    number = decide(db, Correction("article", "accepted", key), "anna", codebook.load())
    undo(db, number, "anna", codebook.load())
    assert [(one.what, one.about) for one in entries(db, Wanted(actors=("anna",)))] == [
        ("decision undone", title),
        ("article accepted", title),
    ]
