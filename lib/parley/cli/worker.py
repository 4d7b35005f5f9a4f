"""`parley worker`: reads uploads until it is told to stop. `parley serve` starts one by itself."""

import argparse
from typing import Any

from parley.cli.log import log_in
from parley.errors import ParleyError
from parley.settings import from_environment
from parley.store import writer
from parley.worker import run as work


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "worker",
        help="read waiting uploads (serve starts one by itself)",
        description="Read waiting uploads until SIGTERM or Ctrl-C. There is one worker a database.",
    )
    command.add_argument("--parent", type=int, metavar="PID", help="end when this parent process ends")
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Work until told to stop."""
    settings = from_environment()
    writer(settings).close()  # says in words where the folder or the database cannot be used
    log_in(settings)
    if not work(settings, parent=given.parent):
        raise ParleyError("Another worker is already reading uploads for this database.")
    return 0
