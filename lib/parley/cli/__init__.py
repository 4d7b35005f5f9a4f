"""The `parley` command: one small file for each thing that it does."""

import argparse
import os
import sys
from collections.abc import Sequence

from parley import __version__
from parley.cli import code, evaluate, ingest, recode, serve, worker
from parley.errors import ParleyError

EXAMPLES = """examples:
  parley serve --port 8600          the dashboard at http://localhost:8600
  parley ingest ~/releases *.pdf    read files and whole folders into the database
  parley code release.html          print what is found in a file, as one line of JSON
  PARLEY_DATA=/srv/desk parley serve    keep the database in another folder

exit code: 0 all went well · 1 some files could not be read · 2 the command could not be carried out"""


def parser() -> argparse.ArgumentParser:
    """The whole command line, with its help."""
    top = argparse.ArgumentParser(
        prog="parley",
        description="What governments said to each other: topics, meetings, people and promises, with their sentences.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for command in (serve, ingest, code, recode, evaluate, worker):
        command.add_to(commands)
    return top


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line; the exit code."""
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except ParleyError as error:
        print(f"parley: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has left (`parley code … | head`); without this Python complains at its own exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def main() -> None:
    """The entry point of `parley` and `python -m parley`."""
    sys.exit(run())
