"""Uploads with documents that stop their reader: each has its reason, and nothing of the others is lost."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from parley import cli, ingest, worker
from parley.converter import Converter
from parley.settings import Settings
from parley.store import reader, writer
from parley.store.intake import accept
from parley.store.jobs import is_finished, receipts_of
from tests.desk import settings_in

Take = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def take(settings: Settings, odd: Converter, monkeypatch: pytest.MonkeyPatch) -> Take:
    """Upload files for the odd reader, and return (name, outcome, beginning of the reason) of each receipt."""
    for part in (ingest, worker):
        monkeypatch.setattr(part, "converter", lambda: odd)

    def upload(*files: tuple[str, str]) -> list[tuple[str, str, str]]:
        db = writer(settings)
        batch = accept(db, settings, [(name, text.encode()) for name, text in files], "upload", "local")
        assert worker.work(settings, until=lambda seen: is_finished(seen, batch), stop=Event())
        return [(one.name, one.outcome, one.reason[:30]) for one in receipts_of(db, batch)]

    return upload


def test_a_document_that_hangs_or_crashes_costs_itself_alone(take: Take) -> None:
    assert take(("slow.txt", "hang"), ("odd.txt", "stumble"), ("bad.txt", "crash"), ("talks.txt", "talks")) == [
        ("slow.txt", "unreadable", "This file took longer than 2 s"),
        ("odd.txt", "unreadable", "Parley stumbled over this docu"),
        ("bad.txt", "unreadable", "The reader crashed on this fil"),
        ("talks.txt", "new", ""),
    ]


def test_what_stood_before_the_trap_is_kept_and_the_trap_has_its_line(take: Take, settings: Settings) -> None:
    assert take(("rows.txt", "one\ntwo\ncrash")) == [
        ("rows.txt", "new", ""),
        ("rows.txt", "new", ""),
        ("rows.txt", "unreadable", "The reader crashed on this fil"),
    ]
    assert reader(settings).execute("SELECT state, done, total FROM jobs").fetchall() == [("done", 3, 3)]


def test_the_worker_says_in_the_database_which_limits_hold(take: Take, settings: Settings) -> None:
    take(("talks.txt", "talks"))
    (known,) = reader(settings).execute("SELECT value FROM meta WHERE key = 'limits'").fetchone()
    assert json.loads(known).keys() == {"seconds", "memory", "network"}


def test_a_fault_of_a_reader_is_one_line_on_the_terminal_and_told_in_full_in_the_log(
    take: Take, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del take  # only for the odd reader
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    ours = logging.getLogger("parley")
    for name, value in (("handlers", []), ("propagate", True), ("level", ours.level)):  # set back after the test
        monkeypatch.setattr(ours, name, value)
    (tmp_path / "copy.txt").write_text("stumble")
    assert cli.run(["ingest", str(tmp_path / "copy.txt")]) == 1
    told = capsys.readouterr()
    assert told.err == "parley: could not read copy.txt (ZeroDivisionError)\n"
    assert "Parley stumbled over this document (ZeroDivisionError)" in told.out
    assert "Traceback" in (tmp_path / "data" / "parley.log").read_text()
