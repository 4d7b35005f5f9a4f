"""What an earlier version left among the documents that wait is brought up to date with the tables."""

from contextlib import closing

from parley.queries.unread import how_many_failed
from parley.queries.waiting import how_many_return
from parley.settings import Settings
from parley.store import Connection, held, writer
from parley.store.intake import accept
from parley.store.taking_back import ask_to_take_back
from tests.papers import NOTICE, RECALLS, SUMMIT, settled

LATEST = (
    "ALTER TABLE held DROP COLUMN recalls",
    "ALTER TABLE held DROP COLUMN returns",
    "DELETE FROM _sqlite_migrations WHERE name IN"
    " ('m_what_is_taken_back_waits_no_more', 'm_what_was_left_out_is_looked_at_once_more')",
)
NOT_YET_TOLD = """UPDATE held SET told = '{"held_id":1,"becomes":"none"}' WHERE state = 'left'"""
LISTED = "INSERT INTO held (receipt_id, kind, place) SELECT id, 'unreadable', 1 FROM receipts"


def made_older(db: Connection) -> None:
    """The tables as they were before these steps."""
    for statement in LATEST:
        db.execute(statement)


def waits(db: Connection) -> int:
    return int(db.execute("SELECT count(*) FROM held WHERE kind = 'unreadable'").fetchone()[0])


def test_what_could_not_be_read_of_an_upload_taken_back_waits_no_more(db: Connection, settings: Settings) -> None:
    upload = accept(db, settings, [("one.txt", b""), ("two.txt", b"")], "upload", "local", hold=True)
    accept(db, settings, [("three.txt", b""), ("notice.txt", NOTICE)], "upload", "local", hold=True)
    settled(settings)
    ask_to_take_back(db, upload, "local")
    db.execute(f"{LISTED} WHERE batch_id = ?", (upload,))
    assert (waits(db), how_many_failed(db)) == (3, 1)
    made_older(db)
    with closing(writer(settings)) as again:
        assert (waits(again), how_many_failed(again)) == (1, 1)


def test_what_an_earlier_version_saw_left_out_is_looked_at_once_and_proposed_again(
    db: Connection, settings: Settings
) -> None:
    accept(db, settings, [("greeting.txt", RECALLS), ("notice.txt", NOTICE)], "upload", "local", hold=True)
    settled(settings)
    held.leave_out(db, [1, 2], "local")
    db.execute(NOT_YET_TOLD)
    made_older(db)
    with closing(writer(settings)) as again:
        accept(again, settings, [("summit.txt", SUMMIT)], "upload", "local")
        settled(settings)
        assert how_many_return(again) == 1
        told = again.execute("SELECT r.name, h.recalls, h.returns FROM held h JOIN receipts r ON r.id = h.receipt_id")
        assert told.fetchall() == [("greeting.txt", 1, 1), ("notice.txt", 1, 0)]
