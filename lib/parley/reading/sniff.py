"""What kind of file this is, by its content; the name's suffix decides only between kinds of text."""

import re
from pathlib import PurePath

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.table import is_table_of_articles
from parley.reading.zipped import office_kind

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read; what is larger is no article, and would fill the memory."""

_HEAD = 4096
_SIGNS = 64
_SUFFIXES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".eml": "message/rfc822",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
}
_TAGS = re.compile(rb"<!doctype html|<html\b|<body\b|<head\b|<(?:p|div|article|h1)\b[^>]*>", re.IGNORECASE)
_NOT_TEXT = {"pdf", "doc", "docx", "xls", "xlsx", "zip", "msg"}
_SEEN = bytes({9, 10, 12, 13, *range(32, 256)})
_MOST_UNSEEN = 50
"""One sign in so many that no text has: more of them, and it is no text."""
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
    (b"\x78\x9f\x3e\x22", "Outlook's packing of a mail (winmail.dat)"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"\x1aE\xdf\xa3", "a recording"),
)


UPLOAD_ANOTHER = "Upload the article itself, as PDF, DOCX, web page or text."
WHAT_TO_DO = {
    "a picture": "If it shows a text, paste that text.",
    "a compressed file": "Unpack it, and upload the documents in it, or put them into a ZIP.",
    "Outlook's packing of a mail (winmail.dat)": "Save the mail from Outlook as MSG or EML, and upload that.",
}


def media_type(name: str, data: bytes) -> str:
    """The media type of a file by its content; raises UnreadableFile for what is no document."""
    if not data.strip():
        raise UnreadableFile("The file is empty. Check that it was saved, and upload it again.")
    for mark, what in _OTHER:
        if data.startswith(mark):
            raise UnreadableFile(f"This is {what}. {WHAT_TO_DO.get(what, UPLOAD_ANOTHER)}")
    if data.startswith(_COMPOUND):
        return _compound_kind(data)
    if data.startswith(b"PK"):  # before PDF: a zip may hold one, unpacked, right at its beginning
        return office_kind(data)
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    _refuse_damaged(name, data)
    return _kind_of_text(name, data)


_OLD_OFFICE = (
    ("WordDocument", "a document of an old Word version (DOC)", "DOCX"),
    ("PowerPoint Document", "a presentation of an old version (PPT)", "PPTX"),
)


def _compound_kind(data: bytes) -> str:
    """What a file of Office's old container holds: a mail of Outlook, a locked document, or an old one."""
    if "__substg1.0_".encode("utf-16-le") in data:
        return "application/vnd.ms-outlook"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile("The document is locked with a password. Save a copy without one, and upload that.")
    if any(mark.encode("utf-16-le") in data for mark in ("Workbook", "Book\0")):
        return "application/vnd.ms-excel"
    for mark, what, saved_as in _OLD_OFFICE:
        if mark.encode("utf-16-le") in data:
            raise UnreadableFile(f"This is {what}. Open it, save it as {saved_as} or PDF, and upload that.")
    raise UnreadableFile("This is a file of an old Office version. Save it as DOCX or PDF, and upload that.")


_HEAD_OF_MAIL = re.compile(
    rb"^(?:From|Received|Message-ID|MIME-Version|Return-Path|Delivered-To|Content-Type|Subject|Date|To)[ \t]*:",
    re.I | re.M,
)
_FEWEST_HEAD_LINES = 3
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*|<!DOCTYPE[^>\[]{0,200}(?:\[.{0,2000}?\]\s*)?>\s*|<\?.{0,200}?\?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)


def _kind_of_mail(suffix: str | None, data: bytes) -> str | None:
    """Mail or a saved page by the lines of its head, which a text article never has three of."""
    head = data[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = {line.lower() for line in _HEAD_OF_MAIL.findall(head)}
    if len(found) < (1 if suffix in {"message/rfc822", "multipart/related"} else _FEWEST_HEAD_LINES):
        return None
    saved = suffix == "multipart/related" or b"snapshot-content-location:" in head.lower()
    return "multipart/related" if saved else "message/rfc822"


def _refuse_damaged(name: str, data: bytes) -> None:
    """A file that is named as a document of a program, and holds neither that nor text, was spoilt on its way."""
    kind = PurePath(name).suffix.casefold().removeprefix(".")
    unseen = len(data[:_HEAD].translate(None, _SEEN))
    if kind in _NOT_TEXT and unseen > len(data[:_HEAD]) // _MOST_UNSEEN:
        raise UnreadableFile(
            f"This file is named as {kind.upper()} but holds none: it was damaged on its way. Get it again from where "
            "it came, and upload it."
        )


def _head(data: bytes) -> bytes:
    """The beginning of a text as bytes that patterns can search: what stands in UTF-16 is told in UTF-8."""
    head = data[:_HEAD]
    return text_of(head).encode("utf-8", "replace") if b"\0" in head[:_SIGNS] else head


def _kind_of_text(name: str, data: bytes) -> str:
    suffix = _SUFFIXES.get(PurePath(name).suffix.casefold())
    if data.startswith(b"{\\rtf"):
        return "text/rtf"
    head = _head(data)
    if mail := _kind_of_mail(suffix, head):
        return mail
    if _FEED.match(head):
        return "application/rss+xml"
    if suffix == "text/csv":
        return suffix
    if _TAGS.search(head) and suffix != "text/markdown":
        return "text/html"
    if suffix == "application/json" or _looks_like_json(data):
        return "application/json"
    if is_table_of_articles(text_of(data[:_HEAD])):
        return "text/csv"
    return suffix if suffix == "text/markdown" else "text/plain"


def _looks_like_json(data: bytes) -> bool:
    head = text_of(data[:_HEAD]).lstrip("\ufeff \t\r\n")
    return re.match(r'\{\s*"|\[\s*\{\s*"', head) is not None
