"""Web pages: trafilatura finds where the article is and what it says of itself; the page gives the words in order.

Trafilatura alone drops or moves the lead of half the releases tried, and the lead names the meeting. So the
text is read a second time from the page itself, from the heading to the last paragraph that trafilatura kept.
"""

import re
from collections import Counter
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from parley.model import Article
from parley.reading.assembly import assemble
from parley.reading.boilerplate import Cut
from parley.reading.dates import date_in
from parley.reading.decode import text_of
from parley.reading.normal import one_line
from parley.reading.page import Block, blocks_of, parsed

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset\s*=\s*|\?xml[^>]{0,80}?encoding\s*=\s*)[\"']?\s*([\w.:\-]{2,40})", re.I
)
_HEAD = 4096
_STATED = {
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "publishdate",
    "pubdate",
}
_MOST_OF_THE_TEXT = 0.8
_MOSTLY_LINKS = 0.8
_SHORT = 200
_LEAST_TO_COMPARE = 20
# Date guessing of htmldate from words in the text would take a meeting's date for the day of publication.
_DATES = {"extensive_search": False, "original_date": True}


def read_html(name: str, data: bytes) -> list[Article]:
    """The one article of a web page."""
    declared = _DECLARED.search(data[:_HEAD])
    return [article_of_page(name, text_of(data, declared[1].decode("ascii") if declared else None))]


def article_of_page(name: str, page: str) -> Article:
    """The article of a page, with what surrounds it told as left out; raises UnreadableFile."""
    root = parsed(page)
    facts = _facts(root)
    blocks = [
        block for block in blocks_of(root) if block.element.tag != "h1" or not _same(block.text, facts.get("title"))
    ]
    return _assembled(name, facts, blocks, _article_blocks(root, blocks))


def _facts(root: HtmlElement) -> dict[str, str]:
    """What the page says of itself, by the names of fields.yaml."""
    found = extract_metadata(root, date_config=_DATES)
    host = urlsplit(found.url or "").hostname
    facts = {
        "title": found.title or _first_heading(root),
        "published_on": _stated_date(root) or found.date,
        "source": found.sitename or host,
        "url": found.url,
    }
    return {name: value for name, value in facts.items() if value}


def _stated_date(root: HtmlElement) -> str | None:
    """The day that the page's own metadata states, before any that an address or a text may suggest."""
    for element in root.iter("meta", "time"):
        names = {(element.get(key) or "").casefold() for key in ("property", "name", "itemprop")}
        stated = element.get("content") or element.get("datetime") or ""
        if names & _STATED and (found := date_in(stated)):
            return found.day or found.words
    return None


def _first_heading(root: HtmlElement) -> str:
    return next(
        (text for tag in ("h1", "title", "h2") for e in root.iter(tag) if (text := one_line(e.text_content()))), ""
    )


def _same(text: str, title: str | None) -> bool:
    return one_line(text) == one_line(title or "")


def _assembled(name: str, facts: dict[str, str], blocks: list[Block], kept: set[int]) -> Article:
    """The blocks as one text, with the ranges of those that are not the article's given to the cutting."""
    parts: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for number, block in enumerate(blocks):
        if number not in kept:
            cuts.append((at, at + len(block.text)))
        parts.append(block.text)
        at += len(block.text) + 2
    return assemble(name, "\n\n".join(parts), facts, "page metadata", tuple(cuts))


def _article_blocks(root: HtmlElement, blocks: list[Block]) -> set[int]:
    """The numbers of the blocks that are the article: those in its part of the page that are no furniture."""
    part = _article_part(root, blocks)
    inside = [number for number, block in enumerate(blocks) if part in (block.element, *block.element.iterancestors())]
    return {number for number in inside if not blocks[number].is_furniture and not _is_link_alone(blocks[number])}


def _is_link_alone(block: Block) -> bool:
    return (
        block.link_share > _MOSTLY_LINKS and len(block.text) < _SHORT and not block.text.endswith((".", "!", "?", "…"))
    )


def _article_part(root: HtmlElement, blocks: list[Block]) -> HtmlElement:
    """The smallest part of the page that holds most of what trafilatura kept, and the heading if it stands close."""
    kept = _kept_by_trafilatura(root)
    weights: Counter[HtmlElement] = Counter()
    for block in blocks:
        squeezed = _squeezed(block.text)
        if len(squeezed) >= _LEAST_TO_COMPARE and squeezed in kept:
            for outer in (block.element, *block.element.iterancestors()):
                weights[outer] += len(squeezed)
    total = weights[root]
    enough = [element for element, weight in weights.items() if weight >= _MOST_OF_THE_TEXT * total]
    if not enough:
        return root
    return _with_heading(max(enough, key=lambda element: sum(1 for _ in element.iterancestors())))


def _with_heading(part: HtmlElement) -> HtmlElement:
    """The part, or the part around it that begins with the page's heading: leads stand between the two."""
    for outer in (part, *part.iterancestors()):
        if outer.tag in {"h1", "html"}:
            break
        if outer.find(".//h1") is not None or outer.tag in {"article", "main"}:
            return outer
    return part


def _kept_by_trafilatura(root: HtmlElement) -> str:
    found = bare_extraction(root, include_comments=False, include_tables=True, favor_recall=True)
    return _squeezed(str(getattr(found, "text", "") or "")) if found else ""


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
