"""What could not be read: once each, with why and what to do next, as long as it is somebody's work."""

import pytest

from parley.queries.unread import OFFER, Failed, failed, failed_one, how_many_failed
from parley.settings import Settings
from parley.store import Connection, held
from parley.store.intake import accept
from parley.store.taking_back import ask_to_take_back
from tests.papers import settled

BROKEN = [("one.txt", b""), ("two.txt", b"")]


@pytest.mark.parametrize(
    ("reason", "why", "next_step"),
    [
        ("The file is empty. Upload it again.", "The file is empty.", "Upload it again."),
        ("It broke.", "It broke.", OFFER),
    ],
)
def test_a_reason_is_told_as_why_and_what_next(reason: str, why: str, next_step: str) -> None:
    one = Failed(1, "a.pdf", "", reason, "2024-01-10T08:00:00.000+00:00", "upload")
    assert (one.why, one.next_step) == (why, next_step)


def test_the_newest_come_first_page_by_page(db: Connection, settings: Settings) -> None:
    accept(db, settings, BROKEN, "upload", "local")
    settled(settings)
    newest, oldest = failed(db)
    assert (newest.name, oldest.name, how_many_failed(db)) == ("two.txt", "one.txt", 2)
    assert failed(db, newest.id) == [oldest]
    assert failed_one(db, oldest.id) == oldest
    assert newest.at > "2024"


def test_what_is_left_out_or_taken_back_is_nobodys_work(db: Connection, settings: Settings) -> None:
    upload = accept(db, settings, BROKEN, "upload", "local", hold=True)
    settled(settings)
    ids = [row[0] for row in db.execute("SELECT id FROM held ORDER BY id")]
    held.leave_out(db, ids[:1], "local")
    (left,) = failed(db)
    assert left.name == "two.txt"
    ask_to_take_back(db, upload, "local")
    assert how_many_failed(db) == 0
    assert failed_one(db, left.id) is None
