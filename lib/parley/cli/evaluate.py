"""`parley evaluate REFERENCE ARTICLES`: how right the coding is, by a reference coding of the same articles."""

import argparse
import json
from pathlib import Path
from typing import Any

from parley import codebook, coding
from parley.accuracy import Score, score
from parley.accuracy.curve import Bin, curve, judged
from parley.cli.files import bytes_in, parts_in
from parley.coding.public import as_row
from parley.errors import ParleyError, UnreadableFile
from parley.settings import from_environment

Rows = dict[str, dict[str, Any]]
NEEDED = ("id", "meetings", "topics", "commitments")


def add_to(commands: Any) -> None:
    """Describe the command to argparse."""
    command = commands.add_parser(
        "evaluate",
        help="print how right the coding is, by a reference coding",
        description="Code ARTICLES and hold what is found against REFERENCE, a coding of the same articles by careful "
        "readers: JSON lines in the form of `parley code`. Articles and rows are matched by their id.",
        epilog="example: parley evaluate reference.jsonl articles.jsonl --errors",
    )
    command.add_argument("reference", type=Path, metavar="REFERENCE", help="JSON lines, one object an article")
    command.add_argument("articles", type=Path, metavar="ARTICLES", help="JSON lines with id, title, date, lang, text")
    command.add_argument("--errors", action="store_true", help="also list every miss, by article")
    command.add_argument("--curve", action="store_true", help="also show how many were right by how sure Parley was")
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the figures, after the misses where they are asked for."""
    reference = _reference(given.reference)
    coded = _coded(given.articles)
    if missing := [key for key in reference if key not in coded]:
        print(f"Not among the articles, so counted as missed: {', '.join(missing)}")
    _print(score(reference, coded), with_misses=given.errors)
    if given.curve:
        _print_curve(curve(judged(reference, coded)))
    return 0


def _print(found: Score, *, with_misses: bool) -> None:
    for key, misses in found.misses.items() if with_misses else ():
        print(key)
        for miss in misses:
            print(f"  {miss}")
    for name, value in found.figures.items():
        print(f"{name:24} {value:.3f}" if isinstance(value, float) else f"{name:24} {value}")


def _print_curve(bins: tuple[Bin, ...]) -> None:
    print("\nstated         found   right   share")
    for one in bins:
        share = one.right / one.count
        print(f"{one.since:.1f} to {one.until:.1f}   {one.count:6,}  {one.right:6,}   {share:.2f}")


def _reference(path: Path) -> Rows:
    rows: Rows = {}
    for number, line in enumerate(bytes_in(path).decode("utf-8", "replace").splitlines(), 1):
        if line.strip():
            row = _row(path, number, line)
            rows[str(row["id"])] = row
    if not rows:
        raise ParleyError(f"{path} holds no reference coding.")
    return rows


def _row(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ParleyError(f"{path}, line {number}, is not JSON: {error.msg}.") from error
    missing = [name for name in NEEDED if not isinstance(row, dict) or name not in row]
    if missing:
        raise ParleyError(f"{path}, line {number}, is no reference coding: it has no {', '.join(missing)}.")
    return dict(row)


def _coded(path: Path) -> Rows:
    book, rows = codebook.load(from_environment().codebook), {}
    for part, article in parts_in(path, f"{path.stem}.jsonl"):
        if isinstance(article, UnreadableFile):
            raise ParleyError(f"{path}: {part}: {article}")
        rows[article.id] = as_row(article, coding.code(article, book))
    return rows
