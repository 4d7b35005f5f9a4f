"""`parley serve`: the dashboard and its worker in one command, on this machine alone."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Any

from parley import codebook
from parley.errors import ParleyError
from parley.settings import LOCAL, Settings, from_environment
from parley.store import writer
from parley.store.intake import accept, is_untouched
from parley.store.jobs import is_finished

HOST = "localhost"
FIRST_PORT = 8501
PORTS_TRIED = 50
SAMPLES_SECONDS = 60.0
PAUSE_SECONDS = 0.1
ENDING_SECONDS = 10.0
# Streamlit's own welcome would print an address before it answers, and ask a host outside for it.
QUIET = {"logger_hideWelcomeMessage": True, "logger_level": "warning"}


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "serve",
        help="start the dashboard and its worker",
        description="Start the dashboard and the worker that reads uploads. Ctrl-C ends both.",
        epilog="example: parley serve --port 8600",
    )
    command.add_argument("--port", type=int, help=f"the port to answer at (default: the first free from {FIRST_PORT})")
    command.add_argument("--no-samples", action="store_true", help="leave a new database empty")
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    settings = from_environment()
    dashboard = settings.samples.parents[1] / "dashboard.py"
    if not dashboard.exists():
        raise ParleyError(f"There is no {dashboard}: run Parley from its project folder (pip install -e .).")
    codebook.load(settings.codebook)  # says now, and not the worker later, where the desk's own does not fit
    port = _free_port(given.port)
    batch = None if given.no_samples else _file_samples(settings)
    stop = Event()
    # Ctrl-C and SIGTERM end the server, once it runs, through its own handlers; until then through this one.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    worker = Thread(target=_keep_worker, args=(settings, stop))
    worker.start()
    Thread(target=_announce, args=(settings, port, batch, stop), daemon=True).start()
    try:
        _run_streamlit(dashboard, port)
    finally:
        stop.set()
        worker.join()
    return 0


def _free_port(wanted: int | None) -> int:
    for port in [wanted] if wanted else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return port
    raise ParleyError(f"Port {wanted or FIRST_PORT} is taken by another program. Choose one: parley serve --port 8600")


def _file_samples(settings: Settings) -> int | None:
    """File the samples as the first upload of a new database; its batch, or None where nothing was filed."""
    db = writer(settings)
    try:
        samples = sorted(path for path in settings.samples.glob("[!.]*") if path.is_file())
        if not samples or not is_untouched(db):
            return None
        return accept(db, settings, ((path.name, path.read_bytes()) for path in samples), "samples", LOCAL)
    finally:
        db.close()


def _keep_worker(settings: Settings, stop: Event) -> None:
    """Run the worker as a child until `stop`; a document that kills it is set aside after three attempts."""
    command = [sys.executable, "-m", "parley", "worker", "--parent", str(os.getpid())]
    environment = {**os.environ, "PARLEY_DATA": str(settings.data)}
    while not stop.is_set():
        child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        while child.poll() is None and not stop.wait(PAUSE_SECONDS):
            pass
        child.terminate()
        try:
            child.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        stop.wait(1.0)  # a worker that cannot start at all must not be started a hundred times a second


def _announce(settings: Settings, port: int, batch: int | None, stop: Event) -> None:
    """Print the address when a browser that opens it finds a page, with the samples read."""
    while not _answers(port):
        if stop.wait(PAUSE_SECONDS):
            return
    _wait_for_samples(settings, batch, stop)
    print(f"Parley is at http://{HOST}:{port}/  (Ctrl-C ends it; the data are in {settings.data})", flush=True)


def _answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _wait_for_samples(settings: Settings, batch: int | None, stop: Event) -> None:
    if batch is None:
        return
    db = writer(settings)
    deadline = time.monotonic() + SAMPLES_SECONDS
    while not is_finished(db, batch) and time.monotonic() < deadline and not stop.wait(PAUSE_SECONDS):
        pass
    db.close()


def _run_streamlit(dashboard: Path, port: int) -> None:
    """Run the dashboard in this process, so that the switch below is set before the first visitor comes."""
    # Importing Streamlit takes a second, which the other commands need not wait for.
    from streamlit.runtime.pages_manager import PagesManager  # noqa: PLC0415
    from streamlit.web import bootstrap  # noqa: PLC0415

    # Streamlit would show pages/ without dashboard.py to a first visitor with a deep link (seen in 1.67).
    PagesManager.uses_pages_directory = False
    os.chdir(dashboard.parent)  # where .streamlit/config.toml is looked for
    options = {"server_port": port, "server_address": HOST, "server_headless": True, **QUIET}
    bootstrap.load_config_options(options)
    bootstrap.run(str(dashboard), False, [], options)
