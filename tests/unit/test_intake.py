"""Uploads come in: bytes once, one job each, leases that outlive no one."""

import os
from pathlib import Path

import pytest

from parley.errors import ParleyError, StoreError
from parley.model import Receipt
from parley.settings import Settings
from parley.store import Connection, lease, reader, writer
from parley.store.blobs import bytes_of, keep, sweep
from parley.store.intake import accept, is_untouched
from parley.store.jobs import (
    ATTEMPTS,
    LostLease,
    claim,
    fail,
    finish,
    give_back,
    holding,
    is_any_open,
    is_finished,
    progress_of,
    receipts_of,
    record,
)
from tests.desk import settings_in

ELSEWHERE = "another-machine:1"
DEAD = lease.me().rpartition(":")[0] + ":999999999"


def stored(settings: Settings) -> list[Path]:
    return sorted(path for path in settings.blobs.rglob("*") if path.is_file())


def test_the_same_bytes_are_kept_once(db: Connection, settings: Settings) -> None:
    batch = accept(db, settings, [("a.txt", b"one"), ("b.txt", b"one"), ("c.txt", b"two")], "upload", "local")
    assert len(stored(settings)) == 2
    assert db.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    assert db.execute("SELECT name, state FROM jobs WHERE batch_id = ?", (batch,)).fetchall() == [
        ("a.txt", "waiting"),
        ("b.txt", "waiting"),
        ("c.txt", "waiting"),
    ]
    assert db.execute("SELECT actor, action FROM log").fetchall() == [("local", "upload")]
    assert not is_untouched(db)


def test_an_upload_of_nothing_is_refused_in_words(db: Connection, settings: Settings) -> None:
    with pytest.raises(ParleyError, match="choose at least one file"):
        accept(db, settings, [], "upload", "local")


def test_kept_bytes_come_back_and_lost_ones_are_named(settings: Settings) -> None:
    name = keep(settings, b"words")
    assert bytes_of(settings, name) == b"words"
    stored(settings)[0].unlink()
    with pytest.raises(StoreError, match="Upload the file again"):
        bytes_of(settings, name)


def test_what_a_crash_left_is_swept_and_what_an_upload_names_stays(db: Connection, settings: Settings) -> None:
    accept(db, settings, [("a.txt", b"named")], "upload", "local")
    keep(settings, b"orphan")
    part = stored(settings)[0].with_name("half.part")
    part.write_bytes(b"half")
    assert sweep(db, settings) == 0  # an hour old at least: an upload may be on its way just now
    assert sweep(db, settings, older_than=0) == 2
    assert [path.read_bytes() for path in stored(settings)] == [b"named"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="cannot be made"):
        writer(settings_in(tmp_path))


def test_a_file_that_is_no_database_is_named(settings: Settings) -> None:
    settings.data.mkdir()
    settings.database.write_bytes(b"this is not a database, whatever its name says" * 400)
    for opener in (reader, writer):
        with pytest.raises(StoreError, match="Restore a backup"):
            opener(settings)


def test_jobs_are_taken_oldest_first_and_once(db: Connection, settings: Settings) -> None:
    accept(db, settings, [("a.txt", b"a"), ("b.txt", b"b")], "paste", "ana")
    first, second, third = (claim(db, lease.me()) for _ in range(3))
    assert first
    assert second
    assert (first.name, first.kind, first.actor, second.name, third) == ("a.txt", "paste", "ana", "b.txt", None)


@pytest.mark.parametrize(
    ("seconds", "owner", "taken"), [(60, ELSEWHERE, False), (-1, ELSEWHERE, True), (60, DEAD, True)]
)
def test_a_job_is_taken_over_once_its_holder_is_gone(
    db: Connection, settings: Settings, seconds: float, owner: str, taken: bool
) -> None:
    accept(db, settings, [("a.txt", b"a")], "upload", "local")
    claim(db, owner, seconds)
    assert (claim(db, lease.me()) is not None) == taken


def test_a_document_that_kills_its_reader_is_set_aside_with_a_reason(db: Connection, settings: Settings) -> None:
    batch = accept(db, settings, [("a.txt", b"a")], "upload", "local")
    for _ in range(ATTEMPTS):
        assert claim(db, DEAD)
    assert claim(db, lease.me()) is None
    assert [(r.outcome, "save it anew" in r.reason) for r in receipts_of(db, batch)] == [("unreadable", True)]
    assert is_finished(db, batch)


def test_a_stop_on_request_is_no_failed_attempt(db: Connection, settings: Settings) -> None:
    accept(db, settings, [("a.txt", b"a")], "upload", "local")
    for _ in range(ATTEMPTS + 2):
        job = claim(db, lease.me())
        assert job
        give_back(db, job, lease.me())
    assert db.execute("SELECT state, attempts FROM jobs").fetchall() == [("waiting", 0)]


def test_nothing_is_written_for_a_job_that_another_has_taken(db: Connection, settings: Settings) -> None:
    batch = accept(db, settings, [("a.txt", b"a")], "upload", "local")
    slow = claim(db, ELSEWHERE, seconds=-1)
    assert claim(db, lease.me())
    assert slow
    with pytest.raises(LostLease), holding(db, slow, ELSEWHERE):
        record(db, slow, 0, [Receipt("a.txt", "new")], 1)
    assert receipts_of(db, batch) == []


def test_a_worker_asks_whether_there_is_work_without_taking_a_lock(db: Connection, settings: Settings) -> None:
    seen = reader(settings)
    assert not is_any_open(seen)
    accept(db, settings, [("a.txt", b"a")], "upload", "local")
    assert is_any_open(seen)
    job = claim(db, lease.me())
    assert job
    finish(db, job)
    assert not is_any_open(seen)


def test_progress_counts_documents_and_articles(db: Connection, settings: Settings) -> None:
    batch = accept(db, settings, [("a.jsonl", b"a"), ("b.pdf", b"b"), ("c.txt", b"c")], "upload", "local")
    for outcome in ("half", "fail"):
        job = claim(db, lease.me())
        assert job
        if outcome == "half":
            record(db, job, 0, [Receipt(job.name, "new", "A title")] * 2, 5)
        else:
            fail(db, job, "The PDF holds pictures of pages and no text.")
    told = progress_of(db, batch)
    assert (told.documents, told.ended, told.articles, told.articles_known) == (3, 1, 2, 5)
    assert not is_finished(db, batch)
    assert receipts_of(db, batch)[-1].reason == "The PDF holds pictures of pages and no text."


def test_a_finished_job_cannot_be_given_back(db: Connection, settings: Settings) -> None:
    accept(db, settings, [("a.txt", b"a")], "upload", "local")
    job = claim(db, lease.me())
    assert job
    finish(db, job)
    give_back(db, job, lease.me())
    assert db.execute("SELECT state FROM jobs").fetchall() == [("done",)]


def test_there_is_one_worker_until_its_lease_ends(db: Connection, settings: Settings) -> None:
    assert not lease.worker_is_alive(settings)
    assert lease.acquire(db, ELSEWHERE)
    assert lease.worker_is_alive(settings)
    assert not lease.acquire(db, lease.me())
    lease.release(db, ELSEWHERE)
    assert lease.acquire(db, lease.me())
    assert lease.renew(db, lease.me())


@pytest.mark.parametrize(("owner", "seconds"), [(ELSEWHERE, -1.0), (DEAD, 60.0)])
def test_a_worker_that_died_is_followed_by_the_next(db: Connection, owner: str, seconds: float) -> None:
    assert lease.acquire(db, owner, seconds)
    assert lease.acquire(db, lease.me())
    assert not lease.renew(db, owner)


def test_a_process_of_this_machine_is_known_to_live_or_to_be_gone() -> None:
    assert not lease.is_gone(lease.me())
    assert lease.is_gone(DEAD)
    assert not lease.is_gone(ELSEWHERE)
    assert not lease.is_gone(lease.me().rpartition(":")[0] + ":1") or os.getpid() == 1
