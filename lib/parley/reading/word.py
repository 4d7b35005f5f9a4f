"""DOCX: paragraphs and tables in the order of the body."""

import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, head_facts, title_and_rest
from parley.reading.normal import one_line, tidy
from parley.reading.zipped import opened, part_of

_TITLE_STYLES = re.compile(r"title|heading 1|название|заголовок 1|тақырып 1", re.IGNORECASE)
_DAMAGED = "The Word file is damaged. Open it in Word, save it again as DOCX, and upload that."
_ENTITIES = (b"<!ENTITY", b"<!DOCTYPE")


def read_docx(name: str, data: bytes) -> list[Article]:
    """The one article of a Word file; raises UnreadableFile where it is damaged or made to do harm."""
    _refuse_bombs(data)
    try:
        document = Document(BytesIO(data))
        pieces = [(text, style) for text, style in _pieces(document) if text]
        said = one_line(document.core_properties.title or "")
    # A broken part shows itself as whatever python-docx or lxml trips over.
    except Exception as fault:
        raise UnreadableFile(_DAMAGED) from fault
    text = "\n\n".join(text for text, _ in pieces)
    heading = next((text for text, style in pieces[:3] if _TITLE_STYLES.fullmatch(style)), "")
    if heading:
        rest = "\n\n".join(text for text, _ in pieces if text != heading)
        facts, rest = head_facts(rest)
        return [assemble(name, rest, {"title": heading, **facts})]
    title, rest = title_and_rest(text)
    facts, rest = head_facts(rest)
    return [assemble(name, rest, {"title": title or said, **facts})]


def _refuse_bombs(data: bytes) -> None:
    """Unpack the parts that will be parsed, within bounds, and refuse what no word processor writes in them."""
    archive = opened(data)
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")) and any(mark in part_of(archive, part) for mark in _ENTITIES):
            raise UnreadableFile(_DAMAGED)


def _pieces(document: WordDocument) -> Iterator[tuple[str, str]]:
    """Each paragraph and table row of the body with the name of its style."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield tidy(item.text), str(item.style.name if item.style is not None else "")
        elif isinstance(item, Table):
            yield from ((row, "") for row in _rows(item))


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        # A merged cell comes once for each column that it spans.
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = [one_line("".join(node.text or "" for node in cell.iter("{*}t"))) for cell in cells]
        yield "; ".join(text for text in texts if text)
