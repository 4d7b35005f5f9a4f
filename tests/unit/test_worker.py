"""The worker as a process: killed in the middle, stopped on request, ended with its parent."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from parley.ingest import GROUP
from parley.settings import Settings
from parley.store import lease, reader, writer
from parley.store.intake import accept
from parley.store.jobs import is_finished, receipts_of
from parley.worker import work
from tests.desk import settings_in
from tests.home import HOME
from tests.waiting import DEADLINE_SECONDS, waited_for

ARTICLES = 2 * GROUP + 7
# The real worker, but that coding stops for ever after so many articles: the moment of the kill is no matter of luck.
STUCK = f"""
import signal
from parley import cli, coding
real, seen = coding.code, []
def code(article, book):
    seen.append(article)
    return signal.pause() if len(seen) > {GROUP + 10} else real(article, book)
coding.code = code
cli.run(["worker"])
"""
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def start(settings: Settings) -> Iterator[Start]:
    """Starts Python processes on the data folder, and ends them after the test."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PARLEY_DATA": str(settings.data), "PYTHONPATH": str(HOME / "lib")}
        running.append(subprocess.Popen([sys.executable, *arguments], env=environment))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()


def upload(settings: Settings) -> int:
    rows = [
        {"title": f"Notice {n}", "text": f"Notice number {n}: the sides met again in Oslo."} for n in range(ARTICLES)
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    return accept(writer(settings), settings, [("notices.jsonl", data)], "upload", "local")


def done(settings: Settings) -> int:
    return int(reader(settings).execute("SELECT SUM(done) FROM jobs").fetchone()[0] or 0)


def test_a_worker_killed_in_the_middle_is_followed_by_one_that_finishes(settings: Settings, start: Start) -> None:
    batch = upload(settings)
    killed = start("-c", STUCK)
    assert waited_for(lambda: done(settings) == GROUP)
    assert lease.worker_is_alive(settings)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert not lease.worker_is_alive(settings)
    assert work(settings, until=lambda db: is_finished(db, batch), stop=Event())
    db = reader(settings)
    receipts = receipts_of(db, batch)
    assert [(r.title, r.outcome) for r in receipts] == [(f"Notice {n}", "new") for n in range(ARTICLES)]
    assert db.execute("SELECT count(*), count(DISTINCT key) FROM articles").fetchone() == (ARTICLES, ARTICLES)
    assert db.execute("SELECT count(*) FROM search WHERE search MATCH 'oslo'").fetchone() == (ARTICLES,)


def test_a_worker_told_to_stop_leaves_the_rest_to_the_next(settings: Settings) -> None:
    batch = upload(settings)
    work(settings, until=lambda _: done(settings) >= GROUP, stop=Event())
    job = reader(settings).execute("SELECT state, attempts, done, total FROM jobs").fetchone()
    assert job == ("waiting", 0, GROUP, ARTICLES)
    assert not lease.worker_is_alive(settings)
    work(settings, until=lambda db: is_finished(db, batch), stop=Event())
    assert [r.outcome for r in receipts_of(reader(settings), batch)] == ["new"] * ARTICLES


def test_a_worker_that_this_process_started_is_seen_to_have_died(settings: Settings, start: Start) -> None:
    worker = start("-m", "parley", "worker")
    assert waited_for(lambda: lease.worker_is_alive(settings))
    worker.kill()  # and nobody waits for it: until someone does, the system keeps its process number
    assert waited_for(lambda: not lease.worker_is_alive(settings))


def test_sigterm_ends_a_worker_and_frees_its_lease(settings: Settings, start: Start) -> None:
    worker = start("-m", "parley", "worker")
    assert waited_for(lambda: lease.worker_is_alive(settings))
    worker.terminate()
    assert worker.wait(DEADLINE_SECONDS) == 0
    assert reader(settings).execute("SELECT count(*) FROM leases").fetchone() == (0,)


def test_a_second_worker_says_that_there_is_one(settings: Settings, start: Start) -> None:
    start("-m", "parley", "worker")
    assert waited_for(lambda: lease.worker_is_alive(settings))
    assert start("-m", "parley", "worker").wait(DEADLINE_SECONDS) == 2


def test_a_worker_ends_with_the_process_that_wanted_it(start: Start) -> None:
    worker = start("-m", "parley", "worker", "--parent", "999999999")
    assert worker.wait(DEADLINE_SECONDS) == 0
