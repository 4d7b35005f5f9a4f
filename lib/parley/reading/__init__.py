"""bytes -> articles, one small file a format."""

from collections.abc import Callable

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.boilerplate import cut_boilerplate
from parley.reading.html import read_html
from parley.reading.jsonlines import read_json
from parley.reading.markdown import read_markdown
from parley.reading.pdf import read_pdf
from parley.reading.plain import read_plain
from parley.reading.sniff import media_type
from parley.reading.word import read_docx

__all__ = ["cut_boilerplate", "read"]

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read; what is larger is no article, and would fill the memory."""

READERS: dict[str, Callable[[str, bytes], list[Article]]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "application/json": read_json,
    "application/pdf": read_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
}


def read(name: str, data: bytes) -> list[Article]:
    """Every article in a file, whatever its kind; raises UnreadableFile with a reason that says what to do."""
    if len(data) > LARGEST:
        raise UnreadableFile(f"The file is larger than {LARGEST >> 20} MB. Split it, and upload the parts.")
    kind = media_type(name, data)
    reader = READERS.get(kind)
    if reader is None:
        raise UnreadableFile(f"Parley cannot read files of this kind ({kind}). Save it as PDF, DOCX or text.")
    return reader(name, data)
