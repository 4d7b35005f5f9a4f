"""What a screen says when a change cannot be made, and what a desk for reading alone leaves unchanged."""

import re
from ast import keyword, parse, walk
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from parley.errors import StoreError
from parley.model import ContextEvent, Filters
from parley.queries.commitments import our_side
from parley.settings import Settings
from parley.store import Connection, held, looking, reader, sqlite, taking_back, writer
from parley.store.context import add_events
from parley.store.intake import accept
from parley.store.views import keep_view
from parley.ui import trouble
from parley.ui.access import READ_ONLY
from parley.ui.writing import writing, written
from tests.desk import MANY
from tests.home import HOME
from tests.pages.screens import opened, words
from tests.pages.test_promises import the_round
from tests.papers import NOTICE, SIX, settled

ITS_OWN = {"writing.py", "tour.py"}
"""The door itself, and the tour, which ends for this session where the database cannot be written."""


@pytest.fixture
def locked(many_articles: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A database to which another program writes for as long as the test runs."""
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    with closing(writer(many_articles)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield many_articles
        other.execute("ROLLBACK")


def errors(screen: AppTest) -> list[str]:
    return [box.value.replace("\\", "") for box in screen.error]


def test_screens_write_through_one_door() -> None:
    folder = HOME / "lib" / "parley" / "ui"
    writing = {path.name for path in folder.rglob("*.py") if re.search(r"\bwriter\(", path.read_text("utf-8"))}
    assert writing == ITS_OWN


def test_a_busy_database_is_told_where_the_reader_clicked(locked: Settings) -> None:
    screen = opened("promises")
    screen.selectbox(key="our_side.None").select("KZ").run()
    assert errors(screen) == [trouble.BUSY]
    assert errors(screen.run()) == []
    with closing(reader(locked)) as db:
        assert our_side(db) is None


@pytest.mark.usefixtures("many_articles")
def test_what_is_gone_meanwhile_is_told_in_a_sentence() -> None:
    def about_a_meeting_that_is_gone(db: Connection) -> None:
        db.execute("INSERT INTO meeting_parties (meeting_id, party) VALUES (999999, 'KZ')")

    said: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("parley.ui.writing.st.session_state", said)
        assert not written(about_a_meeting_that_is_gone, "here")
    assert said == {"here": trouble.GONE}


FREE = {
    ("check/lookers.py", "_asked_again"): "who looks at a text",
    ("codebook/draft.py", "_look_on"): "what a change would move",
    ("correct/report.py", "_keep"): "what a reader reports",
    ("inbox/trying.py", "_try"): "what adding would do",
    ("overview/news.py", "_kept"): "when a reader was here",
}
"""Where a screen writes what decides nothing for others: open on a desk for reading alone too."""


def test_every_door_but_those_that_decide_nothing_is_closed_on_a_desk_for_reading_alone() -> None:
    folder = HOME / "lib" / "parley" / "ui"
    free = [
        (str(path.relative_to(folder)), getattr(whole, "name", ""))
        for path in folder.rglob("*.py")
        if path.name not in ITS_OWN
        for whole in parse(path.read_text("utf-8")).body
        for part in walk(whole)
        if isinstance(part, keyword) and part.arg == "decides"
    ]
    assert sorted(free) == sorted(FREE)


@pytest.mark.usefixtures("one_article")
def test_a_closed_door_says_why_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_READ_ONLY", "1")
    said: dict[str, str] = {}
    monkeypatch.setattr("parley.ui.writing.st.session_state", said)
    tried: list[Connection] = []
    assert not written(tried.append, "here")
    with pytest.raises(StoreError, match="for reading alone"), writing():
        raise AssertionError
    assert (said, tried) == ({"here": READ_ONLY}, [])
    assert written(tried.append, decides=False)


@pytest.fixture
def for_reading(show: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A desk for reading alone: many articles, six documents that wait, one left out, one upload that is taken back,
    a spreadsheet that asks, a saved view, a context event; and our side not set."""
    settings = show([*MANY, the_round()])
    with closing(writer(settings)) as db:
        accept(db, settings, SIX, "upload", "local", hold=True)
        accept(db, settings, [("n.txt", NOTICE.replace(b"8 March", b"9 March"))], "upload", "local")
        accept(db, settings, [("list.csv", b"Day,Country\n2024-05-06,Kazakhstan\n")], "upload", "local")
        keep_view(db, "topics", "Mine", Filters(), "", "local")
        add_events(db, [ContextEvent("A war begins", "2022-02-24", None, (), ())], "local")
        settled(settings)
        taking_back.ask_to_take_back(db, 2, "local")
        settled(settings)
        held.leave_out(db, [1], "local")
    monkeypatch.setenv("PARLEY_READ_ONLY", "1")
    return settings


STILL = [
    *(("timeline", {}, key) for key in ("context.add", "context.take", "context.remove.")),
    *(("topics", {}, key) for key in ("view.save", "view.delete.")),
    ("dialogues", {"series": "us-kz-espd"}, "follow."),
    ("promises", {}, "our_side."),
    ("promises", {}, "decide."),
    ("articles", {"id": "3"}, "internal."),
    ("overview", {}, "news.day"),
]
"""Page, address and the beginning of the key of each widget that would decide for all."""
WAITING = ("waiting.add", "waiting.try", "held.add.", "held.leave.", "held.back.", "answer.", "leave.")
TAKING = ("again.", "sure.take.")
ACTS = ("all", "add", "leave", "date", "accepted", "unsure", "rejected", "undo")
CHECKED = ("adding.", *(f"check.{act}" for act in ACTS))
GONE = [
    ("inbox", {}, ("inbox.upload", "inbox.upload_folder", "inbox.read_text", "give.", "tesseract.", "remark.settle.")),
    ("inbox", {}, (*WAITING, *TAKING)),
    ("system", {}, TAKING),
    ("check", {"document": "2"}, CHECKED),
    ("check", {"id": "3"}, CHECKED),
    ("meeting", {"id": "3"}, ("correct.", "joining.", "undo.", "adding.")),
    ("people", {}, ("join.", "part.", "undo.person.")),
    ("articles", {"id": "3"}, ("correct.", "undo.", "internal.all", "internal.none", "adding.")),
]
"""Page, address, and what is not even offered."""


def widgets(screen: AppTest) -> list[Any]:
    """All that a reader can press, choose or type into."""
    kinds = ("button", "toggle", "selectbox", "date_input", "text_input", "text_area", "radio", "multiselect")
    return [one for kind in kinds for one in screen.get(kind)]


def laid_open(page: str, address: dict[str, str]) -> AppTest:
    """The page with the boxes open in which uploads are taken back and what was left out is listed."""
    screen = opened(page, **address)
    for box in ("waiting.left", f"take.{page}.1", "upload.1", "upload.2"):
        screen.session_state[box] = True
    return screen.run()


@pytest.mark.usefixtures("for_reading")
def test_on_a_desk_for_reading_alone_what_decides_for_all_stands_still_and_says_why() -> None:
    seen: dict[str, list[Any]] = {}
    for page, address, beginning in STILL:
        place = f"{page}{address}"
        if place not in seen:
            seen[place] = widgets(laid_open(page, address))
        found = [one for one in seen[place] if (one.key or "").startswith(beginning)]
        assert found, (page, beginning)
        assert {(one.disabled, one.help) for one in found} == {(True, READ_ONLY)}, (page, beginning)


@pytest.mark.usefixtures("for_reading")
def test_on_a_desk_for_reading_alone_nobody_is_offered_to_bring_to_correct_or_to_settle_anything() -> None:
    for page, address, beginnings in GONE:
        screen = laid_open(page, address)
        assert not [one.key for one in widgets(screen) if (one.key or "").startswith(beginnings)], page
        if page == "inbox":
            assert READ_ONLY in [box.value.replace("\\", "") for box in screen.info]
            assert "wait for you" not in words(screen)


def test_who_still_looks_at_a_document_is_written_again_after_forty_seconds(
    one_article: Settings,
) -> None:
    with closing(writer(one_article)) as db:
        assert looking.others(db, "a text", "one") == (False, [])
        looking.look(db, "a text", "one", "ada")
        assert looking.others(db, "a text", "one") == (True, [])
        for seconds, is_told in ((35, True), (45, False)):
            at = datetime.now(UTC) - timedelta(seconds=seconds)
            db.execute("UPDATE looking SET at = ?", (at.isoformat(timespec="milliseconds"),))
            assert looking.others(db, "a text", "one") == (is_told, [])


@pytest.mark.usefixtures("locked")
def test_a_busy_database_hides_no_document_that_is_looked_at() -> None:
    assert opened("check", id="1").header
