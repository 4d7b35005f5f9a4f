"""RSS and Atom: an article for each entry that brings its text."""

from collections.abc import Iterator

from lxml import etree

from parley.errors import UnreadableFile
from parley.reading.normal import one_line, tidy
from parley.reading.page import blocks_of, parsed
from parley.reading.rows import Parts, Row, parts_of_rows

# The first of these that an entry has, fullest first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated", "modified")


def read_feed(name: str, data: bytes) -> Parts:
    """An article for each entry of a feed file; raises UnreadableFile where it is damaged or empty."""
    # Entities stay as they are and nothing is fetched: a feed may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise UnreadableFile("The feed is damaged. Save it again from its address, and upload that.")
    source = next((one_line(text) for text in root.xpath("(//*[local-name()='title'])[1]/text()")), "")
    return parts_of_rows(name, list(_rows(root, source)))


def _rows(root: etree._Element, source: str) -> Iterator[Row]:
    entries = root.xpath("//*[local-name()='item' or local-name()='entry']")
    for number, entry in enumerate(entries, 1):
        html = _first(entry, _TEXTS)
        text = "\n\n".join(block.text for block in blocks_of(parsed(html))) if "<" in html else tidy(html)
        facts = {"title": _first(entry, ("title",)), "text": text, "source": source, "url": _link(entry)}
        yield number, {**facts, "published_on": _first(entry, _DATES)}


def _first(entry: etree._Element, names: tuple[str, ...]) -> str:
    for name in names:
        for child in entry:
            if isinstance(child.tag, str) and etree.QName(child).localname == name:
                inside = "".join(child.itertext()).strip()
                if inside:
                    return inside
    return ""


def _link(entry: etree._Element) -> str:
    for child in entry:
        if isinstance(child.tag, str) and etree.QName(child).localname == "link":
            return str(child.get("href") or child.text or "").strip()
    return ""
