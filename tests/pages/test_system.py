"""The system page: what holds on this machine, in plain words."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache
from itertools import count

import pytest
from pandas import DataFrame
from streamlit.testing.v1 import AppTest

from parley import codebook
from parley.corrections import decide
from parley.model import Filters
from parley.queries.facets import meetings_found
from parley.queries.unread import failed
from parley.settings import Settings
from parley.slow import Watch
from parley.store import reader, writer
from parley.store.corrections import Anchor, Correction
from parley.store.history import log, remember
from parley.store.intake import accept
from parley.store.remarks import remark
from parley.store.schema import migrations
from parley.ui import data
from parley.ui.system import accuracy, database
from parley.ui.system.database import size_in_words
from parley.ui.system.limits import in_words
from parley.ui.words import on_date
from tests.desk import MANY, ONE
from tests.pages.screens import opened, words
from tests.papers import SIX, settled


def test_a_new_desk_does_not_know_its_limits_yet(empty: Settings) -> None:
    screen = opened("system")
    said = words(screen)
    assert "Not known yet" in said
    assert "0 articles" in said
    assert "Nothing is left to read." in said
    assert "Nothing waits for a person." in said
    assert "All that came in could be read." in said
    assert not screen.get("page_link"), "nothing there to see in the Inbox"
    assert empty.database.exists()


def test_limits_and_contents_are_told(show: Callable[..., Settings]) -> None:
    with closing(writer(show(ONE))) as db:
        remember(db, "limits", {"seconds": 14.0, "memory": 1 << 30, "network": "left"})
    said = words(opened("system"))
    assert "14 seconds for a file" in said
    assert "1,024 MB" in said
    assert "an empty network of their own" in said
    assert "1 article, 1 meeting, 0 more referred to, planned or without text" in said
    assert "Originals**: no file was uploaded yet" in said
    assert "in the file parley.db" in said
    assert f"version {len(migrations._migrations)}, as this Parley needs them" in said


def test_meetings_are_counted_as_on_every_other_screen(many_articles: Settings) -> None:
    with closing(reader(many_articles)) as db:
        every = db.execute("SELECT count(*) FROM meetings").fetchone()[0]
        meetings = meetings_found(db, Filters())
    assert meetings < every
    assert f"{meetings} meetings, {every - meetings} more referred to" in words(opened("system"))


def test_what_waits_is_counted_and_the_log_names_the_document(empty: Settings) -> None:
    with closing(writer(empty)) as db:
        accept(db, empty, [("a.txt", b"one"), ("b.txt", b"two")], "upload", "local")
        log(db, "local", "document unreadable", "document 7", name="bad.pdf", reason="Damaged.")
    screen = opened("system")
    assert "2 documents are still to read." in words(screen)
    assert "2 files in 1 upload, 0 kB, kept unchanged beside it" in words(screen)
    newest = screen.dataframe[0].value.iloc[0]
    assert (newest["Who"], newest["What"], newest["About"], newest["Why"]) == (
        "you",
        "document unreadable",
        "bad.pdf",
        "Damaged.",
    )


@pytest.mark.parametrize(
    ("network", "said"), [("left", "none:"), ("blocked", "sockets blocked"), ("open", "not limited here")]
)
def test_a_limit_that_does_not_hold_is_not_claimed(network: str, said: str) -> None:
    told = dict(in_words({"seconds": 0, "memory": 0, "network": network}))
    assert told["Network"].startswith(said)
    assert told["Memory"].startswith("not limited here")
    assert told["Time"].startswith("not limited here")


@pytest.mark.parametrize(("size", "said"), [(999, "1 kB"), (2_500_000, "2.5 MB"), (1_200_000_000, "1.2 GB")])
def test_sizes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert size_in_words(size) == said


def test_a_desk_whose_questions_are_fast_says_so(empty: Settings) -> None:
    assert "No question to the database took longer than 250 ms since" in words(opened("system"))
    assert data.watch(str(empty.database)).slow() == []


@pytest.mark.usefixtures("many_articles")
def test_slow_questions_are_shown_with_their_filters_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count(0, 0.4)
    monkeypatch.setattr(data, "watch", cache(lambda _: Watch(lambda: next(seconds))))
    opened("topics", topic="Trade")
    screen = opened("system")
    assert "took 250 ms or longer since" in words(screen)
    (shown,) = (table.value for table in screen.dataframe if "Question" in table.value)
    told = shown.set_index("Question").loc["Distinct units in which each topic was discussed, most first"]
    assert (told["Slowest, ms"], told["Median, ms"]) == (400, 400)
    assert told["Times"] >= 1
    assert told["Filters when slowest"] == "Trade"


def links(screen: AppTest) -> dict[str, str]:
    """The links of the page by their words, with what each adds to the address."""
    return {one.proto.label.replace("\\", ""): one.proto.query_string for one in screen.get("page_link")}


def test_each_thing_that_waits_has_its_number_and_a_link_that_opens_it_alone(show: Callable[..., Settings]) -> None:
    desk = show(MANY)
    with closing(writer(desk)) as db:
        accept(db, desk, SIX, "upload", "local", hold=True)
        remark(db, "sentence", "She was not there.", "a reader", article=1)
    settled(desk)
    found = links(opened("system"))
    assert found["6 documents to add or leave out"] == "show=waiting"
    assert found["1 report by readers to settle"] == "show=reports"
    alone = words(opened("inbox", show="reports"))
    assert "She was not there." in alone
    assert "6 documents wait for you" not in alone
    assert "6 documents wait for you" in words(opened("inbox", show="waiting"))
    assert "There is no spreadsheet with columns to name any more." in infos(opened("inbox", show="columns"))


def test_what_could_not_be_read_is_told_with_its_reason_and_the_next_step_and_opens_its_line(empty: Settings) -> None:
    with closing(writer(empty)) as db:
        accept(db, empty, [("empty.txt", b""), ("none.docx", b"PK no zip")], "upload", "local")
    settled(empty)
    screen = opened("system")
    said = words(screen)
    assert "**empty.txt**" in said
    assert "The file is empty.  \n**Next:** Check that it was saved, and upload it again." in said
    with closing(reader(empty)) as db:
        newest, other = failed(db)
    asked = {"show": "unread", "receipt": str(newest.id)}
    assert next(one.proto.query_string for one in screen.get("page_link")) == "&".join(map("=".join, asked.items()))
    alone = words(opened("inbox", **asked))
    every = words(opened("inbox", show="unread"))
    assert [name in alone for name in (newest.name, other.name)] == [True, False]
    assert [name in every for name in (newest.name, other.name)] == [True, True]
    whole = opened("inbox")
    whole.button(key="failed.all").click().run()
    assert whole.query_params["show"] == "unread"
    assert [one.value for one in whole.header] == ["Could not be read"]


def test_a_document_asked_for_that_is_read_by_now_is_told_so(empty: Settings) -> None:
    with closing(writer(empty)) as db:
        accept(db, empty, [("empty.txt", b"")], "upload", "local")
    settled(empty)
    assert "has been read, left out or taken back since" in words(opened("inbox", show="unread", receipt="99"))


def test_the_database_is_checked_when_asked(empty: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = opened("system")
    assert not screen.success
    screen.button(key="system.check").click().run()
    assert "Sound: no fault in any table or index" in screen.success[0].value
    monkeypatch.setattr(database, "faults", lambda _: ("row 7 missing from index",))
    screen.button(key="system.check").click().run()
    assert "row 7 missing from index" in screen.error[0].value
    assert empty.database.exists()


def test_the_log_is_narrowed_by_what_was_done_and_by_words(empty: Settings) -> None:
    with closing(writer(empty)) as db:
        log(db, "local", "view saved", "view 1", name="Sanctions of late")
        log(db, "worker", "document read", "document 7", name="trade.pdf")
    screen = opened("system")
    assert list(shown_log(screen)["About"]) == ["trade.pdf", "Sanctions of late"]
    screen.multiselect(key="log.what").select("view saved").run()
    assert list(shown_log(screen)["About"]) == ["Sanctions of late"]
    assert "1 of 2 lines, newest first." in words(screen)
    screen.multiselect(key="log.what").unselect("view saved").run()
    screen.text_input(key="log.text").input("TRADE").run()
    assert list(shown_log(screen)["Who"]) == ["Parley"]
    screen.date_input(key="log.until").set_value(date(2020, 1, 1)).run()
    assert "No line of the log is like that." in words(screen)


def shown_log(screen: AppTest) -> DataFrame:
    (found,) = (table.value for table in screen.dataframe if "Why" in table.value)
    return found


def infos(screen: AppTest) -> str:
    return " ".join(one.value for one in screen.info)


def test_a_number_of_the_accuracy_table_opens_its_findings(
    many_articles: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(writer(many_articles)) as db:
        key, text = db.execute("SELECT key, text FROM articles WHERE source_id IS NOT NULL LIMIT 1").fetchone()
        sentence = text.split(".")[0] + "."
        place = Anchor("trade", text.index(sentence), len(sentence), sentence)
        decide(db, Correction("topic", "rejected", key, anchor=place, reason="only a word"), "anna", codebook.load())
    monkeypatch.setattr(accuracy, "choose_cell", lambda _, key, *__: (0, "Not right" if "months" in key else None))
    said = words(opened("system"))
    assert "1 finding: All kinds, checked" in said
    assert f"1 finding: {on_date(date.today().isoformat()[:7])}, not right" in said
    assert "not right, by anna" in said
    assert "only a word" in said
    assert said.count(f"> {sentence}") == 2
