"""`parley worker`: reads uploads until it is told to stop. `parley serve` starts one by itself."""

import argparse
from typing import Any

from parley.errors import ParleyError
from parley.settings import from_environment
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
    if not work(from_environment(), parent=given.parent):
        raise ParleyError("Another worker is already reading uploads for this database.")
    return 0
