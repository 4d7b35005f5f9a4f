"""`parley recode`: the codebook as it now is, applied to every stored article."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from threading import Event
from typing import Any

from parley import codebook
from parley.cli.ingest import Bar
from parley.cli.log import log_in
from parley.errors import ParleyError
from parley.recode import what_if
from parley.settings import LOCAL, Settings, from_environment
from parley.store import Connection, writer
from parley.store.changes import Change
from parley.store.jobs import Progress
from parley.store.recodings import Recoding, ask, changes_of, count_after, recoding, versions
from parley.worker import PAUSE_SECONDS, work

PARTS = (
    ("topic gained", "gained a topic"),
    ("topic lost", "lost one"),
    ("meetings changed", "with another meeting"),
    ("people changed", "with other people"),
    ("promises changed", "with other promises"),
)
MOST_TOPICS = 12
MOST_ARTICLES = 50


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
    command.add_argument("--json-lines", action="store_true", help="print every change as a line of JSON, and no more")
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Read everything anew, and print what changed."""
    settings = from_environment()
    book = codebook.load(settings.codebook)  # says here, and not the worker, where the desk's own does not fit
    db, bar = writer(settings), Bar(sys.stderr)
    log_in(settings)
    try:
        before, total = versions(db), count_after(db)
        told, changed = _try(db, book, bar, total) if given.dry_run else _apply(db, settings, bar, total)
    finally:
        bar.close()
        db.close()
    if given.json_lines:
        for change in changed:
            print(json.dumps(asdict(change), ensure_ascii=False))
        return 0
    print(_summary(told, before, book.version, would=given.dry_run))
    print("\n".join(_listed(changed)), end="\n" if changed else "")
    return 0


Told = tuple[Counter[str], Sequence[Change]]


def _try(db: Connection, book: codebook.Codebook, bar: Bar, total: int) -> Told:
    told: Counter[str] = Counter()
    changed: list[Change] = []
    for changes in what_if(db, book, changed):
        told += changes
        bar.show(Progress(1, 0, told["articles"], total))
    return told, changed


def _apply(db: Connection, settings: Settings, bar: Bar, total: int) -> Told:
    number, stop = ask(db, LOCAL), Event()

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
    return done.told, changes_of(db, number)


def _as_it_stands(db: Connection, number: int) -> Recoding:
    found = recoding(db, number)
    if found is None:
        raise ParleyError("The request to read everything anew is gone from the database. Ask again.")
    return found


def _listed(changed: Sequence[Change]) -> list[str]:
    """Each article with what it told before and tells now, the first fifty; and how many more there are."""
    by_article: dict[int, list[Change]] = {}
    for change in changed:
        by_article.setdefault(change.article_id, []).append(change)
    lines = []
    for here in list(by_article.values())[:MOST_ARTICLES]:
        lines.append(f"article {here[0].article_id}: {here[0].title}")
        for change in here:
            lines += [f"  - {change.part}: {said}" for said in change.old]
            lines += [f"  + {change.part}: {said}" for said in change.new]
    if len(by_article) > MOST_ARTICLES:
        lines.append(f"and {len(by_article) - MOST_ARTICLES:,} more articles; --json-lines prints all")
    return lines


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
