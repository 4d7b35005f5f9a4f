"""`parley recode`: the codebook as it now is, applied to every stored article."""

import argparse
import sys
from collections import Counter
from threading import Event
from typing import Any

from parley import codebook
from parley.cli.ingest import Bar
from parley.cli.log import log_in
from parley.errors import ParleyError
from parley.recode import what_if
from parley.settings import Settings, from_environment
from parley.store import Connection, writer
from parley.store.jobs import Progress
from parley.store.recodings import Recoding, ask, count_after, recoding, versions
from parley.worker import PAUSE_SECONDS, work

PARTS = (
    ("topic gained", "gained a topic"),
    ("topic lost", "lost one"),
    ("meetings changed", "with another meeting"),
    ("people changed", "with other people"),
    ("promises changed", "with other promises"),
)
MOST_TOPICS = 12


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "recode",
        help="apply the codebook as it now is to every stored article",
        description="Read every stored article anew by the codebook as it now is, and say what changed. A running "
        "worker does it, else this command does. Whatever stops it, the next worker goes on where it was.",
        epilog="example: parley recode --dry-run",
    )
    command.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Read everything anew, and print what changed."""
    settings = from_environment()
    book = codebook.load(settings.codebook)  # says here, and not the worker, where the desk's own does not fit
    db, bar = writer(settings), Bar(sys.stderr)
    log_in(settings)
    try:
        before, total = versions(db), count_after(db)
        told = _try(db, book, bar, total) if given.dry_run else _apply(db, settings, bar, total)
    finally:
        bar.close()
        db.close()
    print(_summary(told, before, book.version, would=given.dry_run))
    return 0


def _try(db: Connection, book: codebook.Codebook, bar: Bar, total: int) -> Counter[str]:
    told: Counter[str] = Counter()
    for changes in what_if(db, book):
        told += changes
        bar.show(Progress(1, 0, told["articles"], total))
    return told


def _apply(db: Connection, settings: Settings, bar: Bar, total: int) -> Counter[str]:
    number, stop = ask(db, "local"), Event()

    def is_over(here: Connection) -> bool:
        one = _as_it_stands(here, number)
        bar.show(Progress(1, 0, total - count_after(here, one.last_id), total))
        return one.state != "waiting"

    while not is_over(db):
        if not work(settings, until=is_over, stop=stop):
            stop.wait(PAUSE_SECONDS)
    done = _as_it_stands(db, number)
    if done.state == "failed":
        raise ParleyError(done.reason)
    return done.told


def _as_it_stands(db: Connection, number: int) -> Recoding:
    found = recoding(db, number)
    if found is None:
        raise ParleyError("The request to read everything anew is gone from the database. Ask again.")
    return found


def _summary(told: Counter[str], before: list[str], version: str, *, would: bool) -> str:
    """ "1,992 articles: 31 gained a topic, 4 lost one …", and the topics of which most changed."""
    changed = [f"{told[name]:,} {said}" for name, said in PARTS if told[name]]
    what = ", ".join(changed) if changed else "no topic, meeting, person or promise changes"
    old = ", ".join(before) or "none"
    first = f"{told['articles']:,} articles: {what}; codebook {old} -> {version}"
    names = {name[1:] for name in told if name[0] in "+-"}
    most = sorted(names, key=lambda name: (-told[f"+{name}"] - told[f"-{name}"], name))
    lines = [f"  {name}: {told[f'+{name}']:,} gained, {told[f'-{name}']:,} lost" for name in most[:MOST_TOPICS]]
    if len(most) > MOST_TOPICS:
        lines.append(f"  and {len(most) - MOST_TOPICS} more topics")
    return "\n".join([first, *lines, *(["Nothing was changed: this was a dry run."] if would else [])])
