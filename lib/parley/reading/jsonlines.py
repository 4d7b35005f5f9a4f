"""JSON lines, or a JSON array, of articles: `id, title, date, lang, text, url, source`. The text stays as given."""

import json
from collections.abc import Iterator

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.fields import facts_in
from parley.reading.rows import Parts, Row, parts_of_rows

NOT_JSON = "Line {} is not a complete JSON object. Mend or remove that line, and upload the file again."


def read_json(name: str, data: bytes) -> Parts:
    """Every article of a file of JSON lines, or of one JSON array or object; a bad line costs that line alone.

    Raises UnreadableFile where no line is an article.
    """
    return parts_of_rows(name, [_facts(number, row) for number, row in _rows(text_of(data))])


def _facts(number: int, row: object) -> Row:
    if row is None:
        return number, UnreadableFile(NOT_JSON.format(number))
    return number, facts_in(row) if isinstance(row, dict) else {}


def _rows(text: str) -> Iterator[tuple[int, object]]:
    """Each row with its number, from 1: the line for JSON lines, the place for an array; None is no JSON."""
    whole = _parsed(text)
    if whole is not None:
        yield from enumerate(whole if isinstance(whole, list) else _articles_in(whole), 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _parsed(line)


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
