"""OpenDocument texts and presentations (ODT, ODP) and PowerPoint (PPTX): the words of the XML inside their zips."""

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, head_facts, title_and_rest
from parley.reading.normal import one_line, tidy
from parley.reading.zipped import opened, part_of

_DAMAGED = "The document is damaged. Open it, save it again as DOCX or PDF, and upload that."
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
# Footnotes, notes of editors and what was deleted stand within the paragraphs of OpenDocument.
_NOT_THE_TEXT = {"note", "annotation", "tracked-changes", "index-title-template", "table-of-content", "notes"}


def read_opendocument(name: str, data: bytes) -> list[Article]:
    """The one article of an OpenDocument text or presentation; raises UnreadableFile where it is damaged."""
    archive = opened(data)
    blocks = [*_blocks_of_opendocument(_tree(archive, "content.xml"))]
    return [_article(name, archive, "meta.xml", blocks)]


def read_powerpoint(name: str, data: bytes) -> list[Article]:
    """The words of a presentation, slide by slide; raises UnreadableFile where it is damaged."""
    archive = opened(data)
    slides = sorted((int(hit[1]), hit[0]) for part in archive.namelist() if (hit := _SLIDE.fullmatch(part)))
    blocks = [block for _, slide in slides for block in _paragraphs(_tree(archive, slide))]
    return [_article(name, archive, "docProps/core.xml", blocks)]


def _article(name: str, archive: zipfile.ZipFile, about: str, blocks: list[tuple[str, bool]]) -> Article:
    """The blocks as an article; a block is its words, and whether it is a heading."""
    said = _said_title(archive, about)
    heading = next((text for text, is_heading in blocks[:3] if is_heading), "")
    text = "\n\n".join(block for block, _ in blocks if block != heading)
    title, rest = (heading, text) if heading else title_and_rest(text)
    facts, rest = head_facts(rest)
    return assemble(name, rest, {"title": title or said, **facts})


def _said_title(archive: zipfile.ZipFile, about: str) -> str:
    if about not in archive.namelist():
        return ""
    found = _tree(archive, about).find(".//{http://purl.org/dc/elements/1.1/}title")
    return one_line(str(found.text or "")) if found is not None else ""


def _tree(archive: zipfile.ZipFile, part: str) -> etree._Element:
    data = part_of(archive, part)
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise UnreadableFile(_DAMAGED)
    try:
        return etree.fromstring(data, parser=etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableFile(_DAMAGED) from None


def _blocks_of_opendocument(root: etree._Element) -> Iterator[tuple[str, bool]]:
    for element in root.iter("{*}h", "{*}p"):
        outer = {etree.QName(each).localname for each in element.iterancestors()}
        if outer & _NOT_THE_TEXT or outer & {"h", "p"}:
            continue
        text = tidy("".join(_words(element)))
        if text:
            yield text, etree.QName(element).localname == "h"


def _words(element: etree._Element) -> Iterator[str]:
    """The words in a paragraph, with its tabs, breaks and runs of spaces."""
    yield element.text or ""
    for child in element:
        kind = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if kind in {"s", "tab"}:
            yield " "
        elif kind == "line-break":
            yield "\n"
        elif kind and kind not in _NOT_THE_TEXT:
            yield from _words(child)
        yield child.tail or ""


def _paragraphs(slide: etree._Element) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a slide; those in the shape of its title are headings."""
    for shape in slide.iter("{*}sp", "{*}graphicFrame"):
        place = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        kind = place.get("type", "") if place is not None else ""
        if kind in {"sldNum", "dt", "ftr"}:
            continue
        for paragraph in shape.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
            runs = paragraph.iter("{*}t", "{*}br")
            text = tidy("".join("\n" if etree.QName(run).localname == "br" else run.text or "" for run in runs))
            if text:
                yield text, kind in {"title", "ctrTitle"}
