"""Files that hold an article a row: what every such reader does with the rows it found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, stem

NO_TEXT = 'This row has no text. Fill in "text", and upload the file again: what is known already is not read twice.'
NO_ROW_HAS_TEXT = 'No row has a "text": each article needs "text", and "title", "date" and "url" if known.'

Row = tuple[int, dict[str, str] | UnreadableFile]
"""A row's number, as its reader sees it, and its facts by the names of fields.yaml, or why there are none."""

Part = tuple[str, Article | UnreadableFile]
"""The name of what a file holds, a document of a zip or a row, and its article or why there is none."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a file one by one, and about how many they will be."""

    count: int
    each: Iterable[Part]

    def __iter__(self) -> Iterator[Part]:
        """The parts, each as soon as it is read."""
        return iter(self.each)


def parts_of_rows(name: str, rows: list[Row]) -> Parts:
    """An article for each row, or why there is none, named after the file and the row.

    Raises UnreadableFile where no row at all is an article.
    """
    return parts_of_sheets(name, [("", rows)])


def parts_of_sheets(name: str, sheets: Sequence[tuple[str, list[Row]]]) -> Parts:
    """The same for the rows of several sheets; where there are several, the sheet's name is part of each row's."""
    count = sum(len(rows) for _, rows in sheets)
    if not count:
        raise UnreadableFile("The file holds no articles: it is an empty list. Check the export that made it.")
    parts = _named_parts(name, sheets, is_only_row=count == 1)
    return Parts(count, with_an_article(parts, _why_no_row_is_one))


def _named_parts(name: str, sheets: Sequence[tuple[str, list[Row]]], *, is_only_row: bool) -> Iterator[Part]:
    """Each row's part, and its article under a name like a file's of its own: `list-3.csv`, `list-2-3.xlsx`."""
    suffix = PurePath(name).suffix
    for n, (sheet, rows) in enumerate(sheets, 1):
        shown, own = (f"{name}, {sheet}", f"{stem(name)}-{n}") if len(sheets) > 1 else (name, stem(name))
        for number, row in rows:
            yield f"{shown}, row {number}", _article(name if is_only_row else f"{own}-{number}{suffix}", row)


def _why_no_row_is_one(parts: list[Part]) -> UnreadableFile:
    reasons = [found for _, found in parts if isinstance(found, UnreadableFile)]
    return UnreadableFile(NO_ROW_HAS_TEXT) if {str(reason) for reason in reasons} == {NO_TEXT} else reasons[0]


def with_an_article(parts: Iterable[Part], why_none: Callable[[list[Part]], UnreadableFile]) -> Iterator[Part]:
    """The same parts, reasons held back until there is an article; raises why there is none where none comes."""
    held: list[Part] = []
    rest = iter(parts)
    for part in rest:
        held.append(part)
        if isinstance(part[1], Article):
            yield from held
            yield from rest
            return
    raise why_none(held)


def articles_in(parts: list[Part]) -> list[Article]:
    """The articles alone."""
    return [found for _, found in parts if isinstance(found, Article)]


def _article(name: str, row: dict[str, str] | UnreadableFile) -> Article | UnreadableFile:
    if isinstance(row, UnreadableFile):
        return row
    if not row.get("text", "").strip():
        return UnreadableFile(NO_TEXT)
    try:
        return assemble(name, row["text"], row)
    except UnreadableFile as reason:
        return reason
