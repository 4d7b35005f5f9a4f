"""What kind of file this is, by its content; the name's suffix decides only between kinds of text."""

import re
from pathlib import PurePath

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.zipped import office_kind

_HEAD = 4096
_SUFFIXES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
}
_TAGS = re.compile(rb"<!doctype html|<html\b|<body\b|<head\b|<(?:p|div|article|h1)\b[^>]*>", re.IGNORECASE)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"\x1aE\xdf\xa3", "a recording"),
)


def media_type(name: str, data: bytes) -> str:
    """The media type of a file by its content; raises UnreadableFile for what is no document."""
    if not data.strip():
        raise UnreadableFile("The file is empty. Check that it was saved, and upload it again.")
    for mark, what in _OTHER:
        if data.startswith(mark):
            raise UnreadableFile(f"This is {what}, not a document. Upload the article as PDF, DOCX, web page or text.")
    if data.startswith(_COMPOUND):
        return _compound_kind(data)
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"PK"):
        return office_kind(data)
    return _kind_of_text(name, data)


def _compound_kind(data: bytes) -> str:
    """What a file of Office's old container holds: a mail of Outlook, a locked document, or an old one."""
    if "__substg1.0_".encode("utf-16-le") in data:
        return "application/vnd.ms-outlook"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile("The document is locked with a password. Save a copy without one, and upload that.")
    raise UnreadableFile("This is a file of an old Office version. Open it, save it as DOCX or XLSX, and upload that.")


def _kind_of_text(name: str, data: bytes) -> str:
    suffix = _SUFFIXES.get(PurePath(name).suffix.casefold())
    if _TAGS.search(data[:_HEAD]) and suffix != "text/markdown":
        return "text/html"
    if suffix == "application/json" or _looks_like_json(data):
        return "application/json"
    return suffix if suffix and suffix != "text/html" else "text/plain"


def _looks_like_json(data: bytes) -> bool:
    head = text_of(data[:_HEAD]).lstrip("\ufeff \t\r\n")
    return re.match(r'\{\s*"|\[\s*\{\s*"', head) is not None
