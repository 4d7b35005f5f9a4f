"""The system page: what holds on this machine, in plain words."""

from collections.abc import Callable
from contextlib import closing
from functools import cache
from itertools import count

import pytest

from parley.model import Filters
from parley.queries.facets import meetings_found
from parley.settings import Settings
from parley.slow import Watch
from parley.store import reader, writer
from parley.store.history import log, remember
from parley.store.intake import accept
from parley.ui import data
from parley.ui.system.database import size_in_words
from parley.ui.system.limits import in_words
from tests.desk import ONE
from tests.pages.screens import opened, words


def test_a_new_desk_does_not_know_its_limits_yet(empty: Settings) -> None:
    screen = opened("system")
    said = words(screen)
    assert "Not known yet" in said
    assert "0 articles" in said
    assert "Nothing is left to read. All could be read." in said
    assert not screen.get("page_link"), "nothing there to see in the Inbox"
    assert empty.database.exists()


def test_limits_and_contents_are_told(show: Callable[..., Settings]) -> None:
    with closing(writer(show(ONE))) as db:
        remember(db, "limits", {"seconds": 14.0, "memory": 1 << 30, "network": "left"})
    said = words(opened("system"))
    assert "14 seconds for a file" in said
    assert "1,024 MB" in said
    assert "an empty network of their own" in said
    assert "1 article, 1 meeting, 0 more referred to, planned or without text, 0 uploads" in said
    assert "parley.db" in said


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
    assert len(screen.get("page_link")) == 1
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
    told = shown.set_index("Question").loc["Topics: topic counts"]
    assert (told["Slowest, ms"], told["Median, ms"]) == (400, 400)
    assert told["Times"] >= 1
    assert told["Filters when slowest"] == "Trade"
