"""Files made to break readers: each ends as text or as a reason that says what to do."""

from pathlib import Path

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import read
from tests.shared import SHARED, needs_shared

HOSTILE = SHARED / "corpus" / "hostile"
FILES = sorted(path for path in HOSTILE.rglob("*") if path.is_file() and path.name != "MANIFEST.md")


def outcome(path: Path) -> list[Article] | str:
    try:
        return read(path.name, path.read_bytes())
    except UnreadableFile as reason:
        return str(reason)


@needs_shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[-40:])
def test_a_hostile_file_ends_as_text_or_as_a_reason(path: Path) -> None:
    found = outcome(path)
    if isinstance(found, str):
        assert len(found.split()) > 5
        return
    for article in found:
        assert article.text.strip()
        assert article.text.encode("utf-8").decode("utf-8") == article.text
        assert "\x00" not in article.text + article.title
