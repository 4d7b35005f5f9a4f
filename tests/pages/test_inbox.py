"""The inbox: what is brought is filed once, and each document has a line that says what became of it."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from threading import Event
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from parley.queries import inbox
from parley.settings import Settings
from parley.store import writer
from parley.ui.data import now
from parley.ui.inbox import progress
from parley.ui.inbox.intake import as_document
from parley.worker import work
from tests.pages.screens import opened, words


def read_all(settings: Settings) -> None:
    """Be the worker until nothing waits."""
    work(settings, until=lambda db: not inbox.unfinished(db).documents, stop=Event())


def heads(screen: AppTest) -> list[str]:
    """The lines that can be opened, without the escapes of plain text."""
    return [box.label.replace("\\", "") for box in screen.expander]


def test_an_empty_desk_is_told_what_to_do(empty: Settings) -> None:
    assert "Nothing has been uploaded yet" in words(opened("inbox"))
    with closing(writer(empty)) as db:
        assert inbox.uploads(db) == []


def test_uploaded_files_wait_and_then_say_what_became_of_them(empty: Settings) -> None:
    screen = opened("inbox")
    screen.file_uploader[0].upload("note.txt", b"A note\n\nThe ministers discussed trade in Rome.", "text/plain")
    screen.file_uploader[0].upload("x.pdf", b"%PDF-1.4 x", "application/pdf").run()
    screen.button(key="inbox.upload").click().run()
    assert any("2 documents: 2 waiting" in head for head in heads(screen))
    read_all(empty)
    told = heads(opened("inbox"))
    assert any("2 documents: 1 unreadable, 1 waiting for you" in head for head in told)


def test_one_document_is_added_at_once(empty: Settings) -> None:
    screen = opened("inbox")
    screen.file_uploader[0].upload("note.txt", b"A note\n\nThe ministers discussed trade in Rome.", "text/plain").run()
    screen.button(key="inbox.upload").click().run()
    read_all(empty)
    told = heads(opened("inbox"))
    assert any("1 document: 1 new" in head for head in told)
    assert any("What Parley found: 0 meetings, 1 topic" in head for head in told)


def test_several_documents_are_added_at_once_for_who_wants_that(empty: Settings) -> None:
    screen = opened("inbox")
    for n, town in enumerate(("Rome", "Oslo")):
        screen.file_uploader[0].upload(f"{n}.txt", f"A note\n\nThey met in {town} on trade.".encode(), "text/plain")
    screen.run()
    screen.toggle(key="at_once.inbox.files.0").set_value(True).run()
    screen.button(key="inbox.upload").click().run()
    read_all(empty)
    assert any("2 documents: 2 new" in head for head in heads(opened("inbox")))


def test_of_a_folder_what_programs_left_there_is_not_filed(empty: Settings) -> None:
    screen = opened("inbox")
    screen.file_uploader[1].upload("a/note.txt", b"A note\n\nThe ministers discussed trade in Rome.", "text/plain")
    screen.file_uploader[1].upload("a/.DS_Store", b"x", "application/octet-stream").run()
    assert "1 file hidden or left by programs" in words(screen)
    screen.button(key="inbox.upload_folder").click().run()
    read_all(empty)
    assert any("1 document: 1 new" in head for head in heads(opened("inbox")))


def test_the_same_text_pasted_twice_is_already_known(empty: Settings) -> None:
    for _ in range(2):
        screen = opened("inbox")
        screen.text_area(key="paste.text").input("A note\n\nThe ministers discussed trade in Rome.")
        screen.button(key="inbox.read_text").click().run()
        read_all(empty)
    told = heads(opened("inbox"))
    assert any("1 document: 1 new" in head for head in told)
    assert any("1 document: 1 already known" in head for head in told)


def test_an_empty_paste_says_what_is_missing(empty: Settings) -> None:
    screen = opened("inbox")
    screen.button(key="inbox.read_text").click().run()
    assert [error.value for error in screen.error] == ["There is no text yet\\: paste one into the field first\\."]
    with closing(writer(empty)) as db:
        assert inbox.uploads(db) == []


@pytest.mark.parametrize(
    ("given", "name", "holds"),
    [
        (("First line\nrest", "", "", None), "First line.txt", b"First line\nrest"),
        (("Body", "T", "", None), "T.jsonl", b'{"title": "T", "text": "Body"}\n'),
        (
            ("Body", "T", "Herald", date(2024, 5, 6)),
            "T.jsonl",
            b'{"title": "T", "source": "Herald", "date": "2024-05-06", "text": "Body"}\n',
        ),
    ],
)
def test_a_pasted_text_keeps_what_the_user_knows_of_it(
    given: tuple[str, str, str, date | None], name: str, holds: bytes
) -> None:
    assert as_document(*given) == (name, holds)


def test_what_is_read_while_the_page_is_drawn_counts_at_its_top_at_once(
    empty: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_meanwhile(question: Callable[..., Any], *about: Any) -> Any:
        read_all(empty)
        return now(question, *about)

    monkeypatch.setattr(progress, "now", read_meanwhile)
    screen = opened("inbox")
    screen.text_area(key="paste.text").input("A note\n\nThe ministers discussed trade in Rome.")
    screen.button(key="inbox.read_text").click().run()
    assert "0 meetings, nothing filtered" in words(screen)
