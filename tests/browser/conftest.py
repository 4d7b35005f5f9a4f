"""A real `parley serve` on a folder of its own, and a real Chromium that records every address it asks."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from parley.settings import Settings
from parley.store import writer
from parley.store.seen import set_seen
from tests.browser.chromium import chromium
from tests.desk import Told, make

SWITCHES = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]

# A busy machine draws slowly; what never comes still fails.
expect.set_options(timeout=20_000)


@dataclass
class Server:
    """A running `parley serve`: its address, and its data folder."""

    address: str
    data: Path
    process: subprocess.Popen[str]

    def stop(self) -> None:
        """End it as Ctrl-C would."""
        self.process.terminate()
        self.process.wait(20)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(data: Path, *, samples: bool, toured: bool = True) -> Server:
    """Start `parley serve` on a data folder, and wait until it prints its address; its reader is `toured` or new."""
    with closing(writer(Settings(data=data, samples=data / "none"))) as db:
        set_seen(db, "local", "tour", seen=toured)
    command = [sys.executable, "-m", "parley", "serve", "--port", str(free_port())]
    command += [] if samples else ["--no-samples"]
    path = os.pathsep.join(filter(None, ["lib", os.environ.get("PYTHONPATH", "")]))
    process = subprocess.Popen(
        command,
        env={**os.environ, "PARLEY_DATA": str(data), "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return Server(found.group().rstrip("/"), data, process)
    raise AssertionError(f"parley serve ended without an address: {process.wait()}")


@contextmanager
def serving(folder: Path, articles: Iterable[Told]) -> Iterator[Server]:
    """A server over these articles alone, in a folder of its own."""
    settings = make(Settings(data=folder / "data", samples=folder / "none"), articles)
    server = start_server(settings.data, samples=False)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers on new data folders, and ends them after the test."""
    running: list[Server] = []

    def start(*, samples: bool = False) -> Server:
        running.append(start_server(tmp_path / f"data{len(running)}", samples=samples))
        return running[-1]

    yield start
    for server in running:
        server.stop()


@dataclass
class Recorder:
    """Every address that a page asked for."""

    asked: list[str] = field(default_factory=list)

    def strangers(self, own: str) -> list[str]:
        """The addresses that are neither the server's own nor made in the page itself."""
        home = urlsplit(own).netloc
        return [a for a in self.asked if urlsplit(a).scheme not in {"data", "blob"} and urlsplit(a).netloc != home]


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def page(browser: Browser, recorder: Recorder) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.on("request", lambda request: recorder.asked.append(request.url))
    page.on("websocket", lambda socket: recorder.asked.append(socket.url))
    yield page
    context.close()
