"""How many articles a second are coded on one core, and how long an archive takes to come in."""

import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

from bench.rows import Row, row, seconds
from parley import codebook, coding, reading

RUNS = 3


def releases(corpus: Path, folder: Path) -> Path:
    """The archive of releases, unpacked into a folder."""
    path = folder / "releases.jsonl"
    path.write_bytes(gzip.decompress((corpus / "releases.jsonl.gz").read_bytes()))
    return path


def coding_rows(archive: Path) -> list[Row]:
    """Articles coded a CPU second, over the whole archive."""
    articles, book = reading.read(archive.name, archive.read_bytes()), codebook.load()
    for article in articles[::50]:
        coding.code(article, book)
    rates = []
    for _ in range(RUNS):
        began = time.process_time()
        for article in articles:
            coding.code(article, book)
        rates.append(len(articles) / (time.process_time() - began))
    return [row(f"articles coded a CPU second, of {len(articles):,}", rates, "articles/s", at_least=500)]


def ingest_rows(archive: Path, data: Path) -> list[Row]:
    """Wall seconds of `parley ingest` into a new database, and its size against the text that went in."""
    command = [sys.executable, "-m", "parley", "ingest", str(archive)]
    environment = {**os.environ, "PARLEY_DATA": str(data)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    took = seconds(lambda: subprocess.run(command, env=environment, check=True, **quiet), 1)
    articles = reading.read(archive.name, archive.read_bytes())
    ratio = (data / "parley.db").stat().st_size / sum(len(article.text.encode()) for article in articles)
    return [
        row(f"ingest of {len(articles):,} releases into a new database", took, "s"),
        row("database against the raw text", [ratio], "times"),
    ]
