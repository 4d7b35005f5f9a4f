"""bytes -> articles, one small file a format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Article, LeftOut
from parley.reading.archive import documents_in, how_many_in
from parley.reading.boilerplate import cut_boilerplate
from parley.reading.feed import read_feed
from parley.reading.html import read_html
from parley.reading.jsonlines import read_json
from parley.reading.letter import article_of_letter
from parley.reading.mail import Attached, Post, post_of, read_mhtml
from parley.reading.markdown import read_markdown
from parley.reading.normal import tidy
from parley.reading.office import read_opendocument, read_powerpoint
from parley.reading.outlook import post_of_outlook
from parley.reading.pdf import read_pdf
from parley.reading.plain import read_plain
from parley.reading.rows import Part, Parts, articles_in, with_an_article
from parley.reading.rtf import read_rtf
from parley.reading.sniff import LARGEST, media_type
from parley.reading.table import read_csv, read_workbook
from parley.reading.word import read_docx

__all__ = [
    "LARGEST",
    "TOO_LARGE",
    "Apart",
    "Part",
    "Parts",
    "cut_boilerplate",
    "documents_in",
    "parts_in",
    "parts_of",
    "read",
    "together",
]

TOO_LARGE = f"The file is larger than {LARGEST >> 20} MB. Split it, and upload the parts."

LONGEST_COVERING_NOTE = 600
"""Characters up to which the text of a mail with readable attachments is a note about them, not an article."""

UNREAD = {
    "application/vnd.apple.iwork": "This is a file of Pages, Numbers or Keynote",
    "application/epub+zip": "This is an electronic book (EPUB)",
}
"""What files are that are known, and not read."""
SAVE_AS = "Save it as PDF, DOCX or text, and upload that."

DEEPEST = 8
"""Mails in mails that are opened, one within the other."""

BY_ITSELF = "Upload this spreadsheet by itself: Parley then asks which of its columns are which."

READERS: dict[str, Callable[[str, bytes], list[Article]]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "text/rtf": read_rtf,
    "multipart/related": read_mhtml,
    "application/pdf": read_pdf,
    "application/vnd.oasis.opendocument": read_opendocument,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": read_powerpoint,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
}


READERS_OF_MAIL: dict[str, Callable[[bytes], Post]] = {
    "message/rfc822": post_of,
    "application/vnd.ms-outlook": post_of_outlook,
}

READERS_OF_ROWS: dict[str, Callable[[str, bytes], Parts]] = {
    "application/json": read_json,
    "application/rss+xml": read_feed,
    "text/csv": read_csv,
    "application/vnd.ms-excel": read_workbook,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": read_workbook,
}


def read(name: str, data: bytes) -> list[Article]:
    """Every article in a file, whatever its kind; raises UnreadableFile with a reason that says what to do."""
    return articles_in(parts_of(name, data))


def parts_of(name: str, data: bytes) -> list[Part]:
    """Each article in a file, and why each document of a zip, attachment or row is none, with its name.

    Raises UnreadableFile, with a reason that says what to do, where the file holds no article at all; NeedsColumns
    where it is a spreadsheet whose columns only its user can name.
    """
    return [*parts_in(name, data)]


Apart = Callable[[str, Callable[[], Iterable[Part]]], Iterable[Part]]
"""How a document that stands in another is read: `apart(name, read)` gives the parts of `read()`, or a reason."""


def together(_: str, read: Callable[[], Iterable[Part]]) -> Iterable[Part]:
    """Read a document of a zip where the zip itself is read; the converter reads each in a process of its own."""
    return read()


def parts_in(name: str, data: bytes, apart: Apart = together, depth: int = 0) -> Parts:
    """The parts of a file one by one, as soon as each is read; raises UnreadableFile as `parts_of` does.

    `depth` is how many mails the file stands in.
    """
    if len(data) > LARGEST:
        raise UnreadableFile(TOO_LARGE)
    kind = media_type(name, data)
    if kind == "application/zip":
        parts = with_an_article(_parts_of_each(documents_in(data), apart, depth), _why_the_zip_holds_none)
        return Parts(how_many_in(data), parts)
    if kind in READERS_OF_MAIL:
        return Parts(1, _parts_of_mail(name, READERS_OF_MAIL[kind](data), apart, depth))
    if kind in READERS_OF_ROWS:
        return READERS_OF_ROWS[kind](name, data)
    reader = READERS.get(kind)
    if reader is None:
        raise UnreadableFile(f"{UNREAD.get(kind, 'Parley cannot read files of this kind')}. {SAVE_AS}")
    return Parts(1, [(name, article) for article in reader(name, data)])


def _parts_of_mail(name: str, post: Post, apart: Apart, depth: int) -> list[Part]:
    """The article in a mail and those attached to it; a short note that only covers attachments is none.

    Such a note is kept with the article that it came with, as left out.
    """
    if depth >= DEEPEST:
        raise UnreadableFile("The mail is made of mails in mails without end. Save the one that is meant.")
    parts = [*_parts_of_each(post.attached, apart, depth + 1)]
    try:
        letter = article_of_letter(name, post.letter)
    except UnreadableFile:
        if not articles_in(parts):
            raise
        return parts
    if not articles_in(parts) or len(letter.text) > LONGEST_COVERING_NOTE:
        return [(name, letter), *parts]
    return _with_note(parts, tidy(post.letter.body))


def _with_note(parts: list[Part], note: str) -> list[Part]:
    """The parts, the first article among them with the note above it told as left out."""
    first = next(number for number, (_, found) in enumerate(parts) if isinstance(found, Article))
    name, article = parts[first]
    if isinstance(article, Article):
        parts[first] = (name, replace(article, left_out=(LeftOut(note, 0), *article.left_out)))
    return parts


def _why_the_zip_holds_none(parts: list[Part]) -> UnreadableFile:
    why = f"{parts[0][0]}: {parts[0][1]}" if parts else "It is empty."
    return UnreadableFile(f"Nothing in the zip can be read. {why}")


def _parts_of_each(documents: Iterable[Attached], apart: Apart, depth: int) -> Iterator[Part]:
    """The parts of every document that stands in another."""
    for name, found in documents:
        if isinstance(found, UnreadableFile):
            yield name, found
            continue
        try:
            for part, article in apart(name, _reader_of(name, found, apart, depth)):
                yield _within(name, part), article
        except NeedsColumns:
            yield name, UnreadableFile(BY_ITSELF)
        except UnreadableFile as reason:
            yield name, reason


def _reader_of(name: str, found: bytes | Post, apart: Apart, depth: int) -> Callable[[], Iterable[Part]]:
    if isinstance(found, Post):
        return partial(_parts_of_mail, name, found, apart, depth)
    return partial(parts_in, name, found, apart, depth)


def _within(name: str, part: str) -> str:
    """The part's name with that of the document it stands in."""
    return part if part.startswith(name) else f"{name}/{part}"
