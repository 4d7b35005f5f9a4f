"""Files made to break readers: each ends as text or as a reason, in time and within its memory."""

from pathlib import Path

import pytest

from parley.converter import converter
from parley.errors import UnreadableFile
from parley.model import Article
from tests.faults.hostile_files import HOSTILE
from tests.shared import SHARED, needs_shared

SMALLER = {
    "menu_boxes.html": 1_000,
    "many_pages.pdf": 2_100,
    "swollen_stream.pdf": 60,
    "zip_bomb.zip": 70,
    "long_text.txt": 70_000,
}
"""What grows with its size and no more: the bench reads it whole."""
SHARED_FILES = sorted(path for path in (SHARED / "corpus" / "hostile").rglob("*") if path.is_file())


def outcome(path: Path) -> str:
    """The text of all articles of a file, or the reason why there is none."""
    try:
        with path.open("rb") as document:
            parts = [found for _, found in converter().parts_in(path.name, document)]
    except UnreadableFile as reason:
        return str(reason)
    return "\n".join(found.text if isinstance(found, Article) else str(found) for found in parts)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_break_readers_ends_as_text_or_as_a_reason(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name](*([SMALLER[name]] if name in SMALLER else [])))
    assert len(outcome(path).split()) > 5
    assert 0 < converter().used.memory < 1 << 30


@needs_shared
def test_every_shared_hostile_file_ends_as_text_or_as_a_reason() -> None:
    assert len(SHARED_FILES) > 100
    assert [path.name for path in SHARED_FILES if not outcome(path).strip()] == []
