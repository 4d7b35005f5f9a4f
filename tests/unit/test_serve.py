"""`parley serve`: dashboard and worker in one command, on this machine alone."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap

from parley import cli
from parley.cli import serve
from parley.store import lease, reader
from tests.desk import settings_in
from tests.home import HOME
from tests.waiting import DEADLINE_SECONDS, waited_for


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running `parley serve` on an empty folder, and the address that it printed."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "parley", "serve", "--no-samples", "--port", str(port)],
        env={**os.environ, "PARLEY_DATA": str(tmp_path / "data"), "PYTHONPATH": str(HOME / "lib")},
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    assert process.stdout
    found = re.search(r"http://\S+", next(line for line in process.stdout if "http" in line))
    assert found
    yield process, found.group()
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.wait(DEADLINE_SECONDS)


def worker_of(data: Path) -> int:
    row = reader(settings_in(data)).execute("SELECT owner FROM leases").fetchone()
    return int(row[0].rpartition(":")[2]) if row else 0


def test_the_address_is_printed_when_it_answers_and_ctrl_c_ends_both(
    served: tuple[subprocess.Popen[str], str], tmp_path: Path
) -> None:
    process, address = served
    port = int(address.rstrip("/").rpartition(":")[2])
    connection = HTTPConnection("localhost", port, timeout=10)
    connection.request("GET", "/topics")
    assert connection.getresponse().status == 200
    assert waited_for(lambda: lease.worker_is_alive(settings_in(tmp_path)))
    process.send_signal(signal.SIGINT)
    assert process.wait(DEADLINE_SECONDS) == 0
    assert not lease.worker_is_alive(settings_in(tmp_path))


def test_a_worker_that_dies_is_started_again(served: tuple[subprocess.Popen[str], str], tmp_path: Path) -> None:
    assert served
    assert waited_for(lambda: worker_of(tmp_path) > 0)
    first = worker_of(tmp_path)
    os.kill(first, signal.SIGKILL)
    assert waited_for(lambda: worker_of(tmp_path) not in (0, first))


def test_a_port_that_is_taken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli.run(["serve", "--port", str(port)]) == 2
    assert f"Port {port} is taken by another program" in capsys.readouterr().err


def test_a_cold_deep_link_meets_the_entry_script(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit decides once a process whether pages/ alone make the app; `parley serve` decides first."""
    seen = {}

    def run(script: str, is_hello: bool, arguments: list[str], options: dict[str, object]) -> None:
        seen.update(options, script=script, switch=PagesManager.uses_pages_directory, folder=Path.cwd(), rest=arguments)
        assert not is_hello

    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    monkeypatch.setattr(bootstrap, "run", run)
    monkeypatch.setattr(bootstrap, "load_config_options", lambda options: seen.update(loaded=options))
    monkeypatch.chdir(HOME)
    serve._run_streamlit(HOME / "dashboard.py", 8600)
    assert seen["switch"] is False
    assert (seen["script"], seen["folder"]) == (str(HOME / "dashboard.py"), HOME)
    assert (seen["server_address"], seen["server_port"]) == ("localhost", 8600)


def test_streamlit_still_has_the_switch_that_serve_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    PagesManager(str(tmp_path / "dashboard.py"))
    assert PagesManager.uses_pages_directory is True, "Streamlit no longer looks for pages/ by itself: see FINDINGS 1"
    monkeypatch.setattr(PagesManager, "uses_pages_directory", False)
    PagesManager(str(tmp_path / "dashboard.py"))
    assert PagesManager.uses_pages_directory is False, "Streamlit overrules the switch: serve needs another way"


def test_samples_fill_a_new_database_and_no_other(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.samples.mkdir()
    (settings.samples / "talks.txt").write_text("The sides met in Oslo on 3 March 2024.")
    (settings.samples / ".hidden").write_text("not meant")
    assert serve._file_samples(settings) == 1
    assert serve._file_samples(settings) is None
    told = reader(settings).execute("SELECT j.name, b.kind FROM jobs j JOIN batches b ON b.id = j.batch_id")
    assert told.fetchall() == [("talks.txt", "samples")]
