"""Markdown: the words without their marks; facts may stand in front matter."""

import re

import yaml

from parley.model import Article
from parley.reading.assembly import assemble, head_facts, title_and_rest
from parley.reading.decode import text_of
from parley.reading.fields import facts_in
from parley.reading.normal import tidy

_FRONT = re.compile(r"\A---\n(?P<facts>.*?)\n(?:---|\.\.\.)(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"\A#{1,3}\s+(?P<title>[^\n]+?)\s*#*(?:\n|\Z)|\A(?P<under>[^\n]+)\n=+(?:\n|\Z)")
_MARKS = (
    (re.compile(r"^\s*(?:```|~~~)[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^(?:[-*_] ?){3,}$|^=+$|^-{2,}$|^\|?[ :|\-]{5,}\|?$", re.MULTILINE), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{1,500})\]\((?:[^)\n]{0,2000})\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"^#{1,6}\s+|\s+#+$", re.MULTILINE), ""),
    (re.compile(r"^(?:>\s?)+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?\S?)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]{1,2000}?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]{1,2000})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>|-])"), r"\1"),
)


def read_markdown(name: str, data: bytes) -> list[Article]:
    """The one article of a Markdown file."""
    facts, text = _front_matter(tidy(text_of(data)))
    heading = _HEADING.match(text)
    if heading:
        title, text = heading["title"] or heading["under"], text[heading.end() :].lstrip("\n")
        facts = {"title": _plain(title), **facts}
    text = _paragraphs(_plain(text))
    if "title" not in facts:
        title, text = title_and_rest(text)
        facts["title"] = title
    more, text = head_facts(text)
    return [assemble(name, text, {**more, **facts})]


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    hit = _FRONT.match(text)
    if not hit:
        return {}, text
    try:
        found = yaml.safe_load(hit["facts"])
    except yaml.YAMLError:
        found = None
    return facts_in(found) if isinstance(found, dict) else {}, text[hit.end() :].lstrip("\n")


def _plain(text: str) -> str:
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return tidy(text)


def _paragraphs(text: str) -> str:
    """In Markdown a single line break is a space, unless a list or a table goes on."""
    return re.sub(r"(?<=[^\n])\n(?!\n|[-*+•|] |\d+[.)] |[^\n:]{2,24}: )", " ", text)
