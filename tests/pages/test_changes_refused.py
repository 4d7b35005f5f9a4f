"""What a screen says when a change cannot be made, and what a desk for reading alone leaves unchanged."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from parley.queries.commitments import our_side
from parley.settings import Settings
from parley.store import Connection, looking, reader, sqlite, writer
from parley.store.intake import accept
from parley.ui import trouble
from parley.ui.access import READ_ONLY
from parley.ui.writing import written
from tests.desk import MANY
from tests.home import HOME
from tests.pages.screens import opened
from tests.papers import SIX, settled

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


@pytest.fixture
def for_reading(show: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A desk for reading alone: many articles, six documents that wait, and our side not set."""
    settings = show(MANY)
    with closing(writer(settings)) as db:
        accept(db, settings, SIX, "upload", "local", hold=True)
    settled(settings)
    monkeypatch.setenv("PARLEY_READ_ONLY", "1")
    return settings


@pytest.mark.usefixtures("for_reading")
@pytest.mark.parametrize(
    ("page", "beginning"),
    [("inbox", "held.add."), ("inbox", "held.leave."), ("inbox", "waiting.add")],
)
def test_on_a_desk_for_reading_alone_what_decides_for_all_stands_still_and_says_why(page: str, beginning: str) -> None:
    found = [one for one in opened(page).button if (one.key or "").startswith(beginning)]
    assert {(one.disabled, one.help) for one in found} == {(True, READ_ONLY)}


@pytest.mark.usefixtures("for_reading")
def test_on_a_desk_for_reading_alone_our_side_stands_still() -> None:
    screen = opened("promises")
    assert screen.selectbox(key="our_side.None").disabled


def test_who_looks_at_a_document_is_written_at_most_once_a_minute(one_article: Settings) -> None:
    with closing(writer(one_article)) as db:
        assert looking.others(db, "a text", "one") == (False, [])
        looking.look(db, "a text", "one", "ada")
        assert looking.others(db, "a text", "one") == (True, [])
        db.execute("UPDATE looking SET at = '2020-01-01T00:00:00.000+00:00'")
        assert looking.others(db, "a text", "one") == (False, [])


@pytest.mark.usefixtures("locked")
def test_a_busy_database_hides_no_document_that_is_looked_at() -> None:
    assert opened("check", id="1").header
