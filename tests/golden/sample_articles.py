"""The sample articles as Parley reads them, and what a careful reader finds in each."""

import csv
from functools import cache
from pathlib import Path

from parley.model import Article
from parley.reading import read
from tests.home import HOME

FOLDER = HOME / "data" / "samples"
EXPECTED = Path(__file__).with_name("samples.csv")


@cache
def samples() -> dict[str, Article]:
    """Every sample as Parley reads it, by id."""
    files = sorted(path for path in FOLDER.iterdir() if path.is_file())
    return {article.id: article for path in files for article in read(path.name, path.read_bytes())}


@cache
def expected() -> dict[str, dict[str, str]]:
    """What a careful reader finds in each sample; "*" where the text leaves it open."""
    with EXPECTED.open(encoding="utf-8", newline="") as table:
        return {row["id"]: row for row in csv.DictReader(table)}
