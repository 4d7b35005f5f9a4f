"""JSON lines, or a JSON array, of articles: `id, title, date, lang, text, url, source`. The text stays as given."""

import json
from collections.abc import Iterator

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.decode import text_of
from parley.reading.fields import facts_in
from parley.reading.rows import articles_of_rows


def read_json(name: str, data: bytes) -> list[Article]:
    """Every article of a file of JSON lines, or of one JSON array or object; raises UnreadableFile."""
    rows = _rows(text_of(data))
    return articles_of_rows(name, [(number, facts_in(row) if isinstance(row, dict) else {}) for number, row in rows])


def _rows(text: str) -> Iterator[tuple[int, object]]:
    """Each row with its number, from 1: the line for JSON lines, the place for an array."""
    whole = _parsed(text)
    if whole is not None:
        yield from enumerate(whole if isinstance(whole, list) else _articles_in(whole), 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            row = _parsed(line)
            if row is None:
                raise UnreadableFile(
                    f"Line {number} is not a complete JSON object. Mend or remove that line, and upload the file again."
                )
            yield number, row


def _articles_in(whole: object) -> list[object]:
    """A lone object is one article, unless it wraps the list of them (`{"articles": [...]}`)."""
    if isinstance(whole, dict) and "text" not in facts_in(whole):
        lists = [value for value in whole.values() if isinstance(value, list)]
        if len(lists) == 1:
            return list(lists[0])
    return [whole]


def _parsed(text: str) -> object | None:
    """What the JSON says; None where it is not JSON, is nested past all sense, or says nothing."""
    try:
        return json.loads(text)  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None
