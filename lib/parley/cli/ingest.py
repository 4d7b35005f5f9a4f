"""`parley ingest PATH…`: files jobs and waits for the worker, or becomes the worker where none runs."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any, TextIO

import yaml

from parley.cli.files import bytes_in, files_in, litter_in
from parley.cli.log import log_in
from parley.errors import ParleyError
from parley.model import Receipt, SheetKind
from parley.reading.spreadsheet import column_names
from parley.settings import LOCAL, Settings, from_environment
from parley.sheets.columns import FIELDS, as_json, from_mapping, in_line
from parley.sheets.guess import plain_columns
from parley.store import Connection, writer
from parley.store.intake import accept
from parley.store.jobs import Progress, asking, is_finished, progress_of, receipts_of
from parley.worker import PAUSE_SECONDS, work

WIDTH = 30
ASKS = "Which columns are which? Answer in the Inbox; or say --meetings or --articles, and which with --columns."
MOST_NAMED = 5


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "ingest",
        help="read files and folders into the database",
        description="Read files and whole folders into the database. What is known already is not stored twice.",
        epilog="example: parley ingest ~/releases/2025 notes.docx · parley ingest visits.csv --meetings --columns "
        '"date=arrival, end=departure, person=visitor, sides=country, always=US"',
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    command.add_argument(
        "--internal",
        action="store_true",
        help="marks each document as internal: it counts on every screen, and stays out of files unless it is ticked "
        "there. Meetings of a spreadsheet have no such mark",
    )
    rows = command.add_mutually_exclusive_group()
    rows.add_argument("--meetings", action="store_true", help="the rows of a spreadsheet are meetings without a text")
    rows.add_argument("--articles", action="store_true", help="the rows of a spreadsheet are articles")
    command.add_argument(
        "--columns",
        metavar="COLUMNS",
        help='which columns are which, as "field=column, …" or a YAML file of the same; '
        "without it, plain names of columns are enough. Fields: "
        + "; of ".join(f"{kind}: {', '.join(fields)}" for kind, fields in FIELDS.items())
        + ". Also always= (a side of every meeting), order= (day first, month first), sheet= (whose ids it shares)",
    )
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Store the files, see them read, and say what became of them."""
    settings = from_environment()
    refused: list[Receipt] = []
    paths = files_in(given.paths)
    if not paths:
        raise ParleyError("There are no files in " + ", ".join(map(str, given.paths)) + ".")
    files = ((path.name, data) for path in paths if (data := _bytes(path, refused)) is not None)
    # One file is in memory at a time: `accept` stores each before it asks for the next.
    readable = next(files, None)
    columns = _columns(given, readable)
    receipts = _ingest(settings, chain([readable], files), columns, internal=given.internal) if readable else []
    code = _summary(refused + receipts)
    if skipped := litter_in(given.paths):
        print(f"  {len(skipped):,} hidden or left by programs, so not read: {_named(skipped)}")
    return code


def _named(paths: Sequence[Path]) -> str:
    """The first few names, so that nobody wonders which files were meant."""
    names = list(dict.fromkeys(path.name for path in paths))
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


def _bytes(path: Path, refused: list[Receipt]) -> bytes | None:
    try:
        return bytes_in(path)
    except ParleyError as error:
        refused.append(Receipt(str(path), "unreadable", reason=str(error)))
        return None


def _columns(given: argparse.Namespace, first: tuple[str, bytes] | None) -> str:
    """What the command line says of spreadsheets, as JSON; "" where it says nothing."""
    if not (given.meetings or given.articles):
        if given.columns:
            raise ParleyError("Say with --meetings or --articles what the rows are: Parley does not guess that.")
        return ""
    kind: SheetKind = "meetings" if given.meetings else "articles"
    if given.columns:
        path = Path(given.columns)
        is_file = path.suffix in {".yaml", ".yml"} and path.is_file()
        return as_json(from_mapping(kind, _yaml(path)) if is_file else in_line(kind, given.columns))
    return as_json(plain_columns(column_names(*first), kind)) if first else ""


def _yaml(path: Path) -> dict[str, Any]:
    try:
        found = yaml.safe_load(bytes_in(path))
    except yaml.YAMLError as error:
        raise ParleyError(f"{path} is not YAML: {error}.") from error
    if not isinstance(found, dict):
        raise ParleyError(f"{path} does not say field: column.")
    return {str(field): columns for field, columns in found.items()}


def _ingest(settings: Settings, files: Iterable[tuple[str, bytes]], columns: str, *, internal: bool) -> list[Receipt]:
    bar, stop = Bar(sys.stderr), Event()
    db = writer(settings)
    log_in(settings)
    try:
        batch = accept(db, settings, files, "command", LOCAL, columns, internal=internal)
        show = partial(_show, bar, batch)
        while not show(db):
            if not work(settings, until=show, stop=stop):
                stop.wait(PAUSE_SECONDS)
        return receipts_of(db, batch) + [Receipt(name, "asks", reason=why or ASKS) for name, why in asking(db, batch)]
    finally:
        bar.close()
        db.close()


def _show(bar: "Bar", batch: int, db: Connection) -> bool:
    """Draw how far the upload is; whether it is over."""
    bar.show(progress_of(db, batch))
    return is_finished(db, batch)


def _summary(receipts: list[Receipt]) -> int:
    """Print how many were new, known and unreadable, and why; 1 where any were unreadable, or wait for an answer."""
    told = Counter(receipt.outcome for receipt in receipts)
    if told["new"] + told["known"] + told["unreadable"]:
        print(f"{told['new']:,} new · {told['known']:,} already known · {told['unreadable']:,} unreadable")
    for receipt in receipts:
        if receipt.reason:
            title = f" ({receipt.title})" if receipt.title else ""
            print(f"  {receipt.name}{title}: {receipt.reason}")
    return 1 if told["unreadable"] or told["asks"] else 0


class Bar:
    """A progress bar that draws on a terminal alone: in a log it would be a heap of lines."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.is_terminal = out.isatty()

    def show(self, progress: Progress) -> None:
        """Draw how far the upload is."""
        if not self.is_terminal:
            return
        of_articles = progress.articles_known > progress.documents
        done, total = (
            (progress.articles, progress.articles_known) if of_articles else (progress.ended, progress.documents)
        )
        full = WIDTH * done // max(total, 1)
        unit = "articles" if of_articles else "documents"
        self.out.write(f"\r[{'█' * full}{'·' * (WIDTH - full)}] {done:,} of {total:,} {unit}\x1b[K")
        self.out.flush()

    def close(self) -> None:
        """Leave the line to what follows."""
        if self.is_terminal:
            self.out.write("\n")
