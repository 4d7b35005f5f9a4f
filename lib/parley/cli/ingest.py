"""`parley ingest PATH…`: files jobs and waits for the worker, or becomes the worker where none runs."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any, TextIO

from parley.cli.files import bytes_in, files_in
from parley.cli.log import log_in
from parley.errors import ParleyError
from parley.model import Receipt
from parley.settings import Settings, from_environment
from parley.store import Connection, writer
from parley.store.intake import accept
from parley.store.jobs import Progress, is_finished, progress_of, receipts_of
from parley.worker import PAUSE_SECONDS, work

WIDTH = 30


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "ingest",
        help="read files and folders into the database",
        description="Read files and whole folders into the database. What is known already is not stored twice.",
        epilog="example: parley ingest ~/releases/2025 notes.docx",
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
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
    receipts = _ingest(settings, chain([readable], files)) if readable else []
    return _summary(refused + receipts)


def _bytes(path: Path, refused: list[Receipt]) -> bytes | None:
    try:
        return bytes_in(path)
    except ParleyError as error:
        refused.append(Receipt(str(path), "unreadable", reason=str(error)))
        return None


def _ingest(settings: Settings, files: Iterable[tuple[str, bytes]]) -> list[Receipt]:
    bar, stop = Bar(sys.stderr), Event()
    db = writer(settings)
    log_in(settings)
    try:
        batch = accept(db, settings, files, "command", "local")
        show = partial(_show, bar, batch)
        while not show(db):
            if not work(settings, until=show, stop=stop):
                stop.wait(PAUSE_SECONDS)
        return receipts_of(db, batch)
    finally:
        bar.close()
        db.close()


def _show(bar: "Bar", batch: int, db: Connection) -> bool:
    """Draw how far the upload is; whether it is over."""
    bar.show(progress_of(db, batch))
    return is_finished(db, batch)


def _summary(receipts: list[Receipt]) -> int:
    """Print how many were new, known and unreadable, and why; 1 where any were unreadable."""
    told = Counter(receipt.outcome for receipt in receipts)
    print(f"{told['new']:,} new · {told['known']:,} already known · {told['unreadable']:,} unreadable")
    for receipt in receipts:
        if receipt.outcome == "unreadable":
            title = f" ({receipt.title})" if receipt.title else ""
            print(f"  {receipt.name}{title}: {receipt.reason}")
    return 1 if told["unreadable"] else 0


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
