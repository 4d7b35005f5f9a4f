"""bytes -> articles, one small file a format."""

from collections.abc import Callable, Sequence

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.archive import Document, documents_in
from parley.reading.boilerplate import cut_boilerplate
from parley.reading.feed import read_feed
from parley.reading.html import read_html
from parley.reading.jsonlines import read_json
from parley.reading.mail import attachments_in, read_mail, read_mhtml
from parley.reading.markdown import read_markdown
from parley.reading.outlook import read_outlook
from parley.reading.pdf import read_pdf
from parley.reading.plain import read_plain
from parley.reading.rtf import read_rtf
from parley.reading.sniff import media_type
from parley.reading.table import read_csv, read_workbook
from parley.reading.word import read_docx

__all__ = ["cut_boilerplate", "documents_in", "read"]

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read; what is larger is no article, and would fill the memory."""

LONGEST_COVERING_NOTE = 600
"""Characters up to which the text of a mail with readable attachments is a note about them, not an article."""

READERS: dict[str, Callable[[str, bytes], list[Article]]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "application/json": read_json,
    "application/rss+xml": read_feed,
    "text/csv": read_csv,
    "text/rtf": read_rtf,
    "message/rfc822": read_mail,
    "multipart/related": read_mhtml,
    "application/vnd.ms-outlook": read_outlook,
    "application/vnd.ms-excel": read_workbook,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": read_workbook,
    "application/pdf": read_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
}


def read(name: str, data: bytes) -> list[Article]:
    """Every article in a file, whatever its kind; raises UnreadableFile with a reason that says what to do."""
    if len(data) > LARGEST:
        raise UnreadableFile(f"The file is larger than {LARGEST >> 20} MB. Split it, and upload the parts.")
    kind = media_type(name, data)
    if kind == "application/zip":
        return _read_all([*documents_in(data)])
    if kind == "message/rfc822":
        return _read_mail(name, data)
    reader = READERS.get(kind)
    if reader is None:
        raise UnreadableFile("Parley cannot read files of this kind. Save it as PDF, DOCX or text, and upload that.")
    return reader(name, data)


def _read_mail(name: str, data: bytes) -> list[Article]:
    """The article in a mail and those attached to it; a short note that only covers attachments is none."""
    attached = attachments_in(data)
    if not attached:
        return read_mail(name, data)
    try:
        articles = _read_all([*attached])
    except UnreadableFile:
        return read_mail(name, data)
    try:
        letters = read_mail(name, data)
    except UnreadableFile:
        return articles
    return [*(letter for letter in letters if len(letter.text) > LONGEST_COVERING_NOTE), *articles]


def _read_all(documents: Sequence[Document]) -> list[Article]:
    """The articles of every document that can be read; raises UnreadableFile where none can.

    To learn what became of each document of a zip, take it apart with `documents_in` and read them one by one.
    """
    articles: list[Article] = []
    reasons: list[str] = []
    for name, found in documents:
        try:
            if isinstance(found, UnreadableFile):
                raise found
            articles += read(name, found)
        except UnreadableFile as reason:
            reasons.append(f"{name}: {reason}")
    if not articles:
        raise UnreadableFile(f"Nothing in the zip can be read. {reasons[0] if reasons else 'It is empty.'}")
    return articles
