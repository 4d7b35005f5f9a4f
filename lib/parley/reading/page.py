"""A web page as the blocks of text that a reader sees, in their order, each with what kind of place it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from parley.errors import UnreadableFile
from parley.reading.normal import tidy

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list entry or table row; `is_furniture` where it stands in a menu, a footer or the like."""

    text: str
    element: HtmlElement
    is_furniture: bool
    link_share: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of page.yaml."""

    drop: frozenset[str]
    unseen: frozenset[str]
    tags: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    one_line: frozenset[str]
    blocks: frozenset[str]


@cache
def _parts() -> Parts:
    data = yaml.safe_load(files("parley.reading").joinpath("page.yaml").read_text("utf-8"))
    names = ("drop", "unseen_words", "furniture_tags", "furniture_roles", "furniture_words", "one_line_words", "blocks")
    return Parts(*(frozenset(data[name]) for name in names))


def parsed(text: str) -> HtmlElement:
    """The tree of a page; raises UnreadableFile where there is none."""
    try:
        # Told as UTF-8 bytes, because lxml refuses text that names another encoding in its head.
        return document_fromstring(text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.LxmlError, ValueError, AssertionError):
        raise UnreadableFile(
            "The web page holds no text. Open it in a browser, and save it again or paste its text."
        ) from None


def words_of(element: HtmlElement) -> set[str]:
    """The words in an element's class and id."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".casefold()
    return set(re.split(r"[\s_\-]+", names)) | set(names.split())


@dataclass(frozen=True, slots=True)
class _Open:
    """What an open element means for the text inside it."""

    is_furniture: bool = False
    is_one_line: bool = False
    is_link: bool = False
    is_dropped: bool = False


class _Walk:
    """One pass over a page: the elements that are open, and the pieces of the block being filled."""

    def __init__(self, root: HtmlElement) -> None:
        self.root, self.body_size = root, _size(root)
        self.open: list[_Open] = []
        self.pieces: list[str] = []
        self.linked = 0

    def blocks(self) -> Iterator[Block]:
        """Every block in order; an element that cannot be seen is passed over with all it holds."""
        walk = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in {"comment", "pi"}:
                self._add(element.tail)
            elif event == "start":
                meaning = self._meaning(element)
                if meaning.is_dropped:
                    walk.skip_subtree()
                elif self._breaks(element, self.open):
                    yield from self._flush(element.getparent())
                self.open.append(meaning)
                self._start(element, meaning)
            else:
                if not self.open[-1].is_dropped and self._breaks(element, self.open[:-1]):
                    yield from self._flush(element)
                self.open.pop()
                self._add(element.tail)

    def _meaning(self, element: HtmlElement) -> _Open:
        if element.tag in _parts().drop or words_of(element) & _parts().unseen or _is_hidden(element):
            return _Open(is_dropped=True)
        return _Open(self._is_furniture(element), _is_one_line(element), element.tag == "a")

    def _start(self, element: HtmlElement, meaning: _Open) -> None:
        if meaning.is_dropped:
            return
        if element.tag in {"td", "th"} and any(map(str.strip, self.pieces)):
            self.pieces.append("; ")
        if element.tag in _parts().blocks:
            self.pieces.append(" ")
        self._add("\n" if element.tag == "br" else element.text)

    def _breaks(self, element: HtmlElement, around: list[_Open]) -> bool:
        """Whether a block begins or ends with this element: not within a line of date, time and place."""
        return element.tag in _parts().blocks and not any(outer.is_one_line for outer in around)

    def _add(self, text: str | None) -> None:
        if text:
            # A line break of the source is a space; only <br>, which comes alone, breaks a line.
            self.pieces.append(text if text == "\n" else re.sub(r"[\r\n\t]+", " ", text))
            self.linked += len(text.strip()) if any(outer.is_link for outer in self.open) else 0

    def _flush(self, element: HtmlElement | None) -> Iterator[Block]:
        text, linked = tidy("".join(self.pieces)), self.linked
        self.pieces, self.linked = [], 0
        if text:
            within = self.root if element is None else element
            yield Block(text, within, any(outer.is_furniture for outer in self.open), min(1.0, linked / len(text)))

    def _is_furniture(self, element: HtmlElement) -> bool:
        parts = _parts()
        if element.tag in {"html", "body", "main", "article", "h1"}:
            return False
        named = element.tag in parts.tags or (element.get("role") or "").casefold() in parts.roles
        if not named and not words_of(element) & parts.words:
            return False
        # A page may wrap everything in something called "with-sidebar".
        return element.find(".//h1") is None and _size(element) <= _HALF * self.body_size


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return "hidden" in element.attrib or "display:none" in style


def _is_one_line(element: HtmlElement) -> bool:
    return element.tag in {"div", "p", "header", "section"} and bool(words_of(element) & _parts().one_line)


def _size(element: HtmlElement) -> int:
    return sum(len(text) for text in element.itertext("p", "div", "li", "td", "span", "a", "b", "i", "br"))


def blocks_of(root: HtmlElement) -> list[Block]:
    """Every block of a page that a reader can see, in order."""
    return list(_Walk(root).blocks())
