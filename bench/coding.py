"""How many articles a second are coded on one core, and how long an archive takes to come in."""

import gzip
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bench.rows import Noise, Row, row
from parley import codebook, coding, reading
from parley.model import Article

RUNS = 3
MEGABYTE = 1024 * 1024
SHEETS = {"visits.csv": "visitor", "travels.csv": "traveller"}
"""Spreadsheets of meetings, each with its column of persons: 7,533 rows together."""


def archive_in(corpus: Path, folder: Path) -> Path:
    """The archive of releases, unpacked into a folder."""
    path = folder / "releases.jsonl"
    path.write_bytes(gzip.decompress((corpus / "releases.jsonl.gz").read_bytes()))
    return path


def coding_row(archive: Path, noise: Noise) -> Row:
    """Articles coded a CPU second on one core, over the whole archive."""
    articles, book = reading.read(archive.name, archive.read_bytes()), codebook.load()
    for article in articles[::50]:
        coding.code(article, book)
    rates = []
    for _ in range(RUNS):
        noise.listen()
        began = time.process_time()
        for article in articles:
            coding.code(article, book)
        rates.append(len(articles) / (time.process_time() - began))
    return row(f"articles coded a CPU second, of {len(articles):,}", rates, "articles/s", at_least=500)


def ingest_rows(archive: Path, data: Path) -> list[Row]:
    """`parley ingest` into a new database: wall and CPU seconds, memory, and the size on disk against the raw text."""
    articles = reading.read(archive.name, archive.read_bytes())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    ingest(archive, data)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    what = f"{len(articles):,} releases"
    return [
        row(f"ingest of {what} into a new database", [wall], "s", against=f"of it on the CPU: {cpu:.1f} s"),
        row("memory of that ingest at its highest", [after.ru_maxrss * _rss_unit() / MEGABYTE], "MB"),
        size_row(articles, data),
    ]


def size_row(articles: list[Article], data: Path) -> Row:
    """How many times the raw text (UTF-8) the database is, everything in it: texts, findings, search index."""
    raw = sum(len(article.text.encode()) for article in articles)
    size = sum(file.stat().st_size for file in data.glob("parley.db*"))
    against = f"raw text: {raw / MEGABYTE:.1f} MB"
    return row("database against the raw text", [size / raw], "times", at_most=4, against=against)


def with_rows(corpus: Path, archive: Path, data: Path) -> Path:
    """A copy of an archive's data folder, with the rows of the spreadsheets beside the archive read in as meetings."""
    shutil.copytree(archive, data)
    for name, person in SHEETS.items():
        columns = f"id=id, date=date, end=end_date, person={person}, sides=country, always=US"
        ingest(corpus / name, data, "--meetings", "--columns", columns)
    return data


def ingest(path: Path, data: Path, *options: str) -> None:
    """Read a file or a folder into the database of a data folder; unreadable files are no failure here."""
    command = [sys.executable, "-m", "parley", "ingest", *options, str(path)]
    subprocess.run(command, env={**os.environ, "PARLEY_DATA": str(data)}, check=False, capture_output=True)


def _rss_unit() -> int:
    """Bytes in a unit of `ru_maxrss`: macOS tells bytes, Linux kilobytes."""
    return 1 if sys.platform == "darwin" else 1024
