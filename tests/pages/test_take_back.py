"""Taking an upload back, from the Inbox and from System: previewed, done, and undone."""

from contextlib import closing

import pytest

from parley.settings import Settings
from parley.store import writer
from parley.store.intake import accept
from parley.store.taking_back import Effect
from parley.ui.inbox import progress
from parley.ui.inbox.take_back import in_words
from tests.pages.screens import opened, words
from tests.papers import NOTICE, TALKS, settled


@pytest.fixture
def upload(empty: Settings) -> int:
    """Two articles in one upload."""
    with closing(writer(empty)) as db:
        batch = accept(db, empty, [("talks.txt", TALKS), ("notice.txt", NOTICE)], "upload", "local")
    settled(empty)
    return batch


def articles(settings: Settings) -> int:
    with closing(writer(settings)) as db:
        return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])


@pytest.mark.parametrize(("page", "place"), [("inbox", "inbox"), ("system", "system")])
def test_an_upload_is_previewed_taken_back_and_brought_again(
    empty: Settings, upload: int, page: str, place: str
) -> None:
    screen = opened(page)
    screen.session_state[f"take.{place}.{upload}"] = True
    said = words(screen.run())
    assert "Removes 2 articles, and 1 meeting that only they told of." in said
    assert "The documents stay stored, so that it can be brought back." in said
    screen.button(key=f"sure.take.{place}.{upload}").click().run()
    settled(empty)
    assert articles(empty) == 0
    screen = opened(page)
    if page == "inbox":
        assert any("2 documents: taken back" in box.label.replace("\\", "") for box in screen.expander)
    screen.button(key=f"again.{place}.{upload}").click().run()
    settled(empty)
    assert articles(empty) == 2


def test_the_head_of_the_page_counts_anew_once_an_upload_is_taken_back_while_the_page_is_drawn(
    empty: Settings, upload: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened("inbox")
    assert "1 meeting" in words(screen)
    screen.session_state[f"take.inbox.{upload}"] = True
    screen.run()
    looked = progress._is_under_way

    def once_it_is_done() -> bool:
        settled(empty)
        return looked()

    monkeypatch.setattr(progress, "_is_under_way", once_it_is_done)
    screen.button(key=f"sure.take.inbox.{upload}").click().run()
    assert articles(empty) == 0
    assert "1 meeting" not in words(screen)


def test_each_effect_has_its_sentence_and_what_is_none_is_not_told() -> None:
    assert in_words(Effect(38, 5, 3, 4, 0, 0, 0)) == [
        "Removes 38 articles, and 5 meetings that only they told of.",
        "3 articles that came with other uploads too stay.",
        "4 corrections are kept, and hold again if you add the text again.",
        "The documents stay stored, so that it can be brought back.",
    ]
    assert in_words(Effect(0, 0, 0, 1, 7, 2, 1))[:3] == [
        "Removes 7 meetings of its spreadsheets.",
        "Drops 2 documents not added yet.",
        "Forgets 1 copy of articles.",
    ]
