"""Plain text: a heading, if it has one, then paragraphs."""

from parley.model import Article
from parley.reading.assembly import assemble, head_facts, title_and_rest
from parley.reading.decode import text_of
from parley.reading.lines import unwrapped
from parley.reading.normal import tidy


def read_plain(name: str, data: bytes) -> list[Article]:
    """The one article in a text file."""
    return [article_of(name, tidy(text_of(data)))]


def article_of(name: str, text: str) -> Article:
    """An article from a text in normal form, its heading and head lines read off."""
    facts, body = head_facts(text)
    if "title" not in facts:
        title, body = title_and_rest(body)
        more, body = ({}, body) if facts else head_facts(body)
        facts = {**more, **facts, "title": title}
    return assemble(name, unwrapped(body), facts)
