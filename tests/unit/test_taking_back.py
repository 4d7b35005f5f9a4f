"""An upload taken back: what it alone brought goes with all that only it told of; what others brought too stays."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from parley import codebook, coding, corrections, recode
from parley.errors import ParleyError
from parley.model import Columns
from parley.settings import Settings
from parley.sheets.columns import as_json
from parley.store import Connection, held
from parley.store.articles import text_key
from parley.store.corrections import Correction
from parley.store.given import PASTED, TESSERACT, give_text
from parley.store.intake import accept
from parley.store.jobs import receipts_of
from parley.store.taking_back import Effect, ask_to_take_back, bring_again, effect, next_to_take, take_some
from tests.papers import AGAIN, LONG, NOTICE, TALKS, settled

NOTHING = Effect(0, 0, 0, 0, 0, 0, 0)


@pytest.fixture
def bring(db: Connection, settings: Settings) -> Callable[..., int]:
    """Upload documents, see them read, and return their upload."""

    def upload(*files: tuple[str, bytes], hold: bool = False, columns: str = "") -> int:
        batch = accept(db, settings, files, "upload", "local", columns, hold=hold)
        settled(settings)
        return batch

    return upload


def titles(db: Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT title FROM articles ORDER BY id")]


def take_back(db: Connection, settings: Settings, batch: int) -> None:
    ask_to_take_back(db, batch, "ada")
    settled(settings)


def count(db: Connection, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def test_what_only_this_upload_brought_goes_and_the_meetings_that_only_it_told_of(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    first = bring(("talks.txt", TALKS))
    second = bring(("again.txt", AGAIN), ("notice.txt", NOTICE))
    assert effect(db, second) == Effect(2, 0, 0, 0, 0, 0, 0)
    assert effect(db, first).meetings == 0
    take_back(db, settings, second)
    assert titles(db) == ["Kazakhstan and Japan close the third round of their dialogue"]
    assert effect(db, first) == Effect(1, 1, 0, 0, 0, 0, 0)
    take_back(db, settings, first)
    assert titles(db) == []
    assert count(db, "meetings") == 0


def test_what_came_with_another_upload_too_stays_and_is_that_ones(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    first = bring(("talks.txt", TALKS), ("notice.txt", NOTICE))
    second = bring(("same.txt", TALKS))
    assert effect(db, first) == Effect(1, 0, 1, 0, 0, 0, 0)
    take_back(db, settings, first)
    assert titles(db) == ["Kazakhstan and Japan close the third round of their dialogue"]
    assert db.execute("SELECT batch_id FROM articles").fetchone() == (second,)
    take_back(db, settings, second)
    assert titles(db) == []


def test_an_article_that_stays_has_the_outlet_and_date_it_had_in_the_upload_that_stays(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    row = '{"title": "%s", "source": "%s", "date": "%s", "text": "The ministry of example met in Rome on trade."}'
    first = bring(("a.jsonl", (row % ("Morning news", "Herald", "2024-03-01")).encode()))
    bring(("b.jsonl", (row % ("Evening news", "Post", "2024-03-02")).encode()))
    take_back(db, settings, first)
    told = "SELECT a.title, s.name, a.published_on, a.day FROM articles a JOIN sources s ON s.id = a.source_id"
    assert db.execute(told).fetchall() == [("Evening news", "Post", "2024-03-02", 20240302)]
    assert db.execute("SELECT name FROM sources").fetchall() == [("Post",)]
    assert count(db, "search WHERE search MATCH 'Evening'") == 1
    assert count(db, "search WHERE search MATCH 'Morning'") == 0


def test_corrections_are_kept_and_hold_again_once_the_text_is_back(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", TALKS))
    key = text_key(str(db.execute("SELECT text FROM articles").fetchone()[0]))
    one = Correction("article", "corrected", key, field="published_on", after={"published_on": "2023-11-09"})
    corrections.decide(db, one, "ada", codebook.load())
    assert effect(db, batch).corrections == 1
    take_back(db, settings, batch)
    bring(("talks.txt", TALKS))
    assert db.execute("SELECT published_on FROM articles").fetchone() == ("2023-11-09",)


def test_an_upload_taken_back_is_brought_again_from_its_bytes(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", TALKS), ("notice.txt", NOTICE))
    take_back(db, settings, batch)
    bring_again(db, batch, "ada")
    settled(settings)
    assert len(titles(db)) == 2
    assert [receipt.outcome for receipt in receipts_of(db, batch)] == ["new", "new"]
    told = [row[0] for row in db.execute("SELECT action FROM log WHERE actor = 'ada' AND action LIKE 'upload%'")]
    assert told == ["upload to take back", "upload taken back", "upload brought again"]


def test_what_still_waits_goes_too_and_waits_again_when_brought_back(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", TALKS), ("notice.txt", NOTICE), hold=True)
    assert effect(db, batch) == Effect(0, 0, 0, 0, 0, 2, 0)
    take_back(db, settings, batch)
    assert count(db, "held") == 0
    bring_again(db, batch, "ada")
    settled(settings)
    assert count(db, "held WHERE state = 'waiting'") == 2
    assert held.ask_to_add(db, [], "local") == 0


def test_all_of_an_upload_goes_and_comes_again_what_waits_was_added_left_out_and_could_not_be_read(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    files = (("talks.txt", TALKS), ("again.txt", AGAIN), ("notice.txt", NOTICE), ("bad.pdf", b"%PDF-1.7 cut"))
    batch = bring(*files, hold=True)
    of = {kind: number for number, kind in db.execute("SELECT id, kind FROM held")}
    held.ask_to_add(db, [of["new"]], "local")
    held.leave_out(db, [of["none"]], "local")
    settled(settings)
    assert effect(db, batch) == Effect(1, 1, 0, 0, 0, 2, 0, unread=1)
    take_back(db, settings, batch)
    assert count(db, "held") == count(db, "articles") == count(db, "meetings") == 0
    bring_again(db, batch, "ada")
    settled(settings)
    told = db.execute("SELECT r.name, h.kind, h.state FROM held h JOIN receipts r ON r.id = h.receipt_id ORDER BY r.id")
    kinds = ("new", "adds", "none", "unreadable")
    assert told.fetchall() == [(name, kind, "waiting") for (name, _), kind in zip(files, kinds, strict=True)]


def test_a_text_given_for_an_unreadable_document_comes_again_in_its_place(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", TALKS), ("bad.pdf", b"%PDF-1.7 cut"))
    (receipt,) = db.execute("SELECT id FROM receipts WHERE outcome = 'unreadable'").fetchone()
    give_text(db, settings, receipt, NOTICE, actor="local", how=PASTED)
    settled(settings)
    before = [(receipt.name, receipt.outcome) for receipt in receipts_of(db, batch)]
    take_back(db, settings, batch)
    bring_again(db, batch, "ada")
    settled(settings)
    assert [(receipt.name, receipt.outcome) for receipt in receipts_of(db, batch)] == before
    assert before == [("talks.txt", "new"), ("bad.pdf (pasted by a person)", "new")]


def test_no_text_comes_to_an_upload_once_it_was_taken_back(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", TALKS), ("bad.pdf", b"%PDF-1.7 cut"))
    (receipt,) = db.execute("SELECT id FROM receipts WHERE outcome = 'unreadable'").fetchone()
    ask_to_take_back(db, batch, "ada")
    with pytest.raises(ParleyError, match="taken back since"):
        give_text(db, settings, receipt, NOTICE, actor="local", how=TESSERACT)


def test_a_newer_copy_of_a_spreadsheet_taken_back_leaves_the_rows_as_the_older_one_has_them(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    columns = as_json(Columns("meetings", (("date", ("Day",)), ("sides", ("Country",)), ("id", ("No",))), "US"))
    bring(("visits.csv", b"No,Day,Country\n1,2024-05-06,Kazakhstan\n2,2024-06-07,Japan\n"), columns=columns)
    told = "SELECT start_on FROM meetings ORDER BY start_on"
    older = db.execute(told).fetchall()
    newer = bring(("visits.csv", b"No,Day,Country\n1,2024-05-16,Kazakhstan\n3,2024-07-08,Italy\n"), columns=columns)
    assert db.execute(told).fetchall() == [("2024-05-16",), ("2024-06-07",), ("2024-07-08",)]
    take_back(db, settings, newer)
    assert db.execute(told).fetchall() == older == [("2024-05-06",), ("2024-06-07",)]


def test_the_rows_of_a_spreadsheet_of_meetings_go_with_it(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    columns = as_json(Columns("meetings", (("date", ("Day",)), ("sides", ("Country",))), "US"))
    batch = bring(("visits.csv", b"Day,Country\n2024-05-06,Kazakhstan\n"), columns=columns)
    assert effect(db, batch) == Effect(0, 0, 0, 0, 1, 0, 0)
    take_back(db, settings, batch)
    assert count(db, "meetings") == count(db, "sheet_rows") == 0


def test_a_large_upload_goes_in_groups_and_nobody_takes_it_back_twice(
    db: Connection, bring: Callable[..., int]
) -> None:
    batch = bring(("talks.txt", LONG), ("notice.txt", NOTICE), ("again.txt", AGAIN))
    ask_to_take_back(db, batch, "ada")
    with pytest.raises(Exception, match="Somebody has taken this upload back already"):
        ask_to_take_back(db, batch, "bob")
    taking = next_to_take(db)
    assert taking is not None
    assert take_some(db, taking, 2, partial(coding.code, book=codebook.load())) is False
    assert len(titles(db)) == 1
    assert take_some(db, taking, 2, partial(coding.code, book=codebook.load())) is True
    assert next_to_take(db) is None
    assert effect(db, batch) == NOTHING


def test_what_stays_under_another_uploads_date_is_read_anew_by_that_date(
    db: Connection, settings: Settings, bring: Callable[..., int]
) -> None:
    text = (
        "The ministry said that trade was important. On Monday the foreign ministers of Kazakhstan and Japan met in "
        "Astana and discussed trade and energy security at length, and the envoys agreed to meet every year."
    )
    line = '{{"title": "{}", "date": "{}", "text": "{}", "source": "{}"}}'
    first = bring(("one.jsonl", line.format("One", "2024-01-10", text, "Courier").encode()))
    bring(("two.jsonl", line.format("Two", "2024-03-20", text, "Herald").encode()))
    assert db.execute("SELECT start_on FROM meetings").fetchall() == [("2024-01-08",)]
    take_back(db, settings, first)
    assert db.execute("SELECT start_on FROM meetings").fetchall() == [("2024-03-18",)]
    assert db.execute("SELECT DISTINCT day FROM mentions WHERE meeting_id IS NOT NULL").fetchall() == [(20240318,)]
    told = sum(recode.what_if(db, codebook.load()), Counter[str]())
    assert told["changed"] == 0
