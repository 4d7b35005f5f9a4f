"""Zips of documents, and zips in zips: each document with its own name, within bounds."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from parley.errors import UnreadableFile
from parley.litter import is_litter
from parley.reading.zipped import office_kind, opened, part_of

_DEEPEST = 4
_MOST_DOCUMENTS = 5000
_LARGEST_TOGETHER = 1 << 30

Document = tuple[str, bytes | UnreadableFile]
"""A document's name in its zip (`folder/a.pdf`, `inner.zip/b.txt`), and its bytes or why there are none."""


def how_many_in(data: bytes) -> int:
    """About how many documents a zip holds: those of a zip within it are not counted. Raises UnreadableFile."""
    parts = opened(data).infolist()
    return sum(not part.is_dir() and not is_litter(_name(part)) for part in parts)


def documents_in(data: bytes, depth: int = 0) -> Iterator[Document]:
    """Each document of a zip in the order it lists them; a bad one does not hold up the others.

    Raises UnreadableFile for a zip that is damaged as a whole, or holds more than it should.
    """
    count = size = 0
    archive = opened(data)
    for part in archive.infolist():
        name = _name(part)
        if part.is_dir() or is_litter(name):
            continue
        for document in _one(archive, part, name, depth):
            count, size = count + 1, size + (len(document[1]) if isinstance(document[1], bytes) else 0)
            if count > _MOST_DOCUMENTS or size > _LARGEST_TOGETHER:
                raise UnreadableFile("The zip holds more than can be read at once. Split it, and upload the parts.")
            yield document


def _one(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, depth: int) -> Iterator[Document]:
    try:
        data = part_of(archive, part)
        if not data.startswith(b"PK") or office_kind(data) != "application/zip":
            yield name, data
            return
        if depth >= _DEEPEST:
            raise UnreadableFile("The zip holds zips in zips without end. Take the documents out, and upload those.")
        yield from ((f"{name}/{inner}", found) for inner, found in documents_in(data, depth + 1))
    except UnreadableFile as reason:
        yield name, reason


def _name(part: zipfile.ZipInfo) -> str:
    """The part's name as a path that leads nowhere: only ever shown, never opened."""
    steps = part.filename.replace("\\", "/").split("/")
    return str(
        PurePosixPath(*[step for step in steps if step not in {"", ".", ".."} and ":" not in step] or ["document"])
    )
