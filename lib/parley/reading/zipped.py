"""Files that are zips inside: what they hold and how large it is, before anything is unpacked."""

import zipfile
import zlib
from io import BytesIO

from parley.errors import UnreadableFile

LARGEST_UNPACKED = 300 * 1024 * 1024
"""Bytes that all parts of one file may unpack to."""
LARGEST_PART = 60 * 1024 * 1024
"""Bytes that one part may unpack to: more than a thousand pages of text."""
_MOST_PARTS = 20_000
_DAMAGED = "The file is damaged or cut short. Get it again from where it came, and upload it."
_TOO_LARGE = "The file unpacks to far more than a document holds. Save its text as a new file, and upload that."


_BROKEN = (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError)


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip, its listing read and found harmless; raises UnreadableFile for a damaged or swollen one."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (*_BROKEN, IndexError):
        raise UnreadableFile(_DAMAGED) from None
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableFile(_TOO_LARGE)
    return archive


def part_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo | str) -> bytes:
    """The bytes of one part; raises UnreadableFile where it is locked, damaged, or larger than it says."""
    try:
        with archive.open(part) as stream:
            data = stream.read(LARGEST_PART + 1)
    except (*_BROKEN, KeyError, zlib.error):
        raise UnreadableFile(_DAMAGED) from None
    except RuntimeError:
        raise UnreadableFile("The file is locked with a password. Save a copy without one, and upload that.") from None
    if len(data) > LARGEST_PART:
        raise UnreadableFile(_TOO_LARGE)
    return data


def office_kind(data: bytes) -> str:
    """The media type of a zip by what it holds: DOCX, XLSX and their like, or a plain archive."""
    names = set(opened(data).namelist())
    for mark, kind in _MARKS.items():
        if mark in names:
            # OpenDocument says at its very head which of its kinds it is.
            return _SHEET if _ODS in data[:200] else kind
    return "application/zip"


_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MARKS = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": _SHEET,
    "xl/workbook.bin": _SHEET,
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "content.xml": "application/vnd.oasis.opendocument",
    "Index/Document.iwa": "application/vnd.apple.iwork",
    "Index.zip": "application/vnd.apple.iwork",
    "META-INF/container.xml": "application/epub+zip",
}
