"""Files that hold an article a row: what every such reader does with the rows it found."""

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, stem

_MANY = 3

Row = tuple[int, dict[str, str]]
"""A row's number, as its reader sees it, and its facts by the names of fields.yaml."""


def articles_of_rows(name: str, rows: list[Row]) -> list[Article]:
    """An article for each row, named after the file and the row where it names itself not; raises UnreadableFile."""
    if not rows:
        raise UnreadableFile("The file holds no articles: it is an empty list. Check the export that made it.")
    _refuse_rows_without_text([number for number, facts in rows if not facts.get("text", "").strip()], len(rows))
    only = len(rows) == 1
    return [assemble(name if only else f"{stem(name)}-{number}", facts["text"], facts) for number, facts in rows]


def _refuse_rows_without_text(numbers: list[int], total: int) -> None:
    if not numbers:
        return
    if len(numbers) == total:
        raise UnreadableFile('No row has a "text": each article needs "text", and "title", "date" and "url" if known.')
    some = ", ".join(str(number) for number in numbers[:_MANY]) + (" and others" if len(numbers) > _MANY else "")
    raise UnreadableFile(f'Rows without a text: {some}. Remove them or fill in "text", and upload the file again.')
