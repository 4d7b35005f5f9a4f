"""`parley code FILE…`: what is found in each article, printed as one JSON object a line. Nothing is stored."""

import argparse
import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from parley import codebook, coding
from parley.cli.files import files_in, parts_in
from parley.coding.explain import explain
from parley.coding.public import as_row
from parley.converter import converter
from parley.errors import ParleyError, UnreadableFile
from parley.settings import from_environment


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "code",
        help="print what is found in files, as JSON lines",
        description="Read files of any kind and print one JSON object an article. Nothing is stored.",
        epilog="example: parley code --json-lines releases.jsonl > coded.jsonl",
    )
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file or a folder")
    command.add_argument(
        "--json-lines",
        action="store_true",
        help="every FILE holds JSON lines (id, title, date, lang, text), whatever its name",
    )
    command.add_argument(
        "--explain", action="store_true", help="print in words why each finding was made, and what was left out and why"
    )
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print each article's row; what cannot be read is named on stderr."""
    converter().start()  # it gets ready while the codebook is loaded
    book = codebook.load(from_environment().codebook)
    unreadable = 0
    for path in files_in(given.files):
        name = f"{path.stem}.jsonl" if given.json_lines else path.name
        try:
            for part, article in parts_in(path, name):
                if isinstance(article, UnreadableFile):
                    print(f"{path}: {part}: {article}", file=sys.stderr)
                    unreadable += 1
                else:
                    found = coding.code(article, book)
                    as_line = partial(json.dumps, ensure_ascii=False)
                    print(explain(article, found, book) if given.explain else as_line(as_row(article, found)))
        except ParleyError as error:
            print(f"{path}: {error}", file=sys.stderr)
            unreadable += 1
    return 1 if unreadable else 0
