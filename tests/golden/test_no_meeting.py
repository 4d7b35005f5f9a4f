"""Releases that a reader found to tell of no meeting: congratulations, condolences, decrees, notices, statements."""

import gzip
import json
from pathlib import Path

import pytest

from parley.codebook import load
from parley.coding.meetings import find_meetings
from parley.coding.sentences import split_sentences
from parley.coding.story import read_story
from parley.model import Article
from parley.reading import cut_boilerplate
from tests.shared import SHARED, needs_shared

CHOSEN = frozenset((Path(__file__).parent / "no_meeting.txt").read_text(encoding="utf-8").split())


def _releases() -> dict[str, dict[str, str]]:
    path = SHARED / "corpus" / "releases.jsonl.gz"
    if not path.is_file():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines) if row["id"] in CHOSEN}


def test_at_least_sixty_releases_without_a_meeting_were_chosen() -> None:
    assert len(CHOSEN) >= 60


@needs_shared
def test_no_meeting_is_found_where_a_reader_found_none() -> None:
    releases = _releases()
    if not releases:
        pytest.skip("the releases are not beside this checkout")
    found = {key: len(_meetings(row)) for key, row in releases.items()}
    assert set(found) == CHOSEN
    assert {key: count for key, count in found.items() if count} == {}


def _meetings(row: dict[str, str]) -> tuple[object, ...]:
    text, _ = cut_boilerplate(row["text"])
    article = Article(
        id=row["id"],
        title=row["title"],
        text=text,
        language=row["lang"],  # type: ignore[arg-type]
        published_on=row["date"] or None,
        source=row["source"],
        url=row["url"],
    )
    return find_meetings(read_story(article, split_sentences(text, article.language), load()))
