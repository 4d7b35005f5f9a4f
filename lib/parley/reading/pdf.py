"""PDF: the words of each page, its lines put back into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2

from parley.errors import SCAN, UnreadableFile
from parley.model import NOT_READ, Article, LeftOut
from parley.reading.assembly import assemble, head_facts, title_and_rest
from parley.reading.lines import unwrapped
from parley.reading.normal import one_line, tidy

_FEWEST_LETTERS_A_PAGE = 15
_MOST_PAGES = 2000
_MOST_NAMED = 20
_REPEATED_ON = 3
_EDGE = 2
_PASSWORD = 4
_LETTER = re.compile(r"[^\W\d_]")
_MACHINE_TITLE = re.compile(
    r"untitled.*|microsoft word.*|.*\.(docx?|pdf|indd|qxd|rtf|odt|tex|dvi)|[\W\d_]*", re.IGNORECASE
)


def read_pdf(name: str, data: bytes) -> list[Article]:
    """The one article of a PDF; raises UnreadableFile for a locked or damaged one, and for pictures of pages."""
    document = _opened(data)
    try:
        count = len(document)
        pages = [_page_text(document, number) for number in range(min(count, _MOST_PAGES))]
        said = one_line(document.get_metadata_value("Title") or "")
    finally:
        document.close()
    if sum(len(_LETTER.findall(page)) for page in pages) < _FEWEST_LETTERS_A_PAGE * max(1, min(len(pages), 5)):
        raise UnreadableFile(SCAN)
    text = "\n\n".join(unwrapped(page) for page in _without_running_lines(pages))
    title, rest = title_and_rest(text)
    if said and not _MACHINE_TITLE.fullmatch(said):
        title, rest = said, rest if one_line(title) == said else text
    facts, rest = head_facts(rest)
    article = assemble(name, rest, {"title": title, **facts})
    notes = tuple(LeftOut(note, len(article.text)) for note in _not_read(pages, count))
    return [replace(article, left_out=(*article.left_out, *notes))]


def _not_read(pages: list[str], count: int) -> Iterator[str]:
    """What the article lacks: pages that are pictures, and those of a book too long to be read."""
    pictures = [number for number, page in enumerate(pages, 1) if len(_LETTER.findall(page)) < _FEWEST_LETTERS_A_PAGE]
    if pictures:
        listed = ", ".join(map(str, pictures[:_MOST_NAMED])) + (" and more" if len(pictures) > _MOST_NAMED else "")
        which = f"page {listed} has" if len(pictures) == 1 else f"pages {listed} have"
        yield f"{NOT_READ}{which} no text (pictures, or empty)."
    if count > len(pages):
        yield f"{NOT_READ}pages {len(pages) + 1:,} to {count:,}, as only the first {len(pages):,} are."


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == _PASSWORD:
            raise UnreadableFile(
                "The PDF is locked with a password. Save a copy without one, and upload that."
            ) from None
        raise UnreadableFile(
            "The PDF is damaged or cut short. Get it again from where it came, and upload it."
        ) from None


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        # PDFium marks a word that a line break parts, and leaves the break itself out.
        return tidy(re.sub("[\x02\ufffe][\r\n]*", "-\n", document[number].get_textpage().get_text_bounded()))
    except pypdfium2.PdfiumError:
        return ""


def _without_running_lines(pages: list[str]) -> list[str]:
    """The pages without page numbers, and without the head and foot that stand on most of them."""
    edges: Counter[str] = Counter()
    for page in pages:
        lines = page.split("\n")
        edges.update({_without_number(line) for line in lines[:_EDGE] + lines[-_EDGE:]})
    often = max(_REPEATED_ON, len(pages) // 2 + 1)
    running = {line for line, times in edges.items() if line and times >= often}
    return [_body(page, running) for page in pages]


def _body(page: str, running: set[str]) -> str:
    lines = page.split("\n")
    last = len(lines) - _EDGE
    kept = [
        line
        for number, line in enumerate(lines)
        if _EDGE <= number < last or not (_without_number(line) in running or re.fullmatch(r"[\W\d]{0,8}", line))
    ]
    return "\n".join(kept)


def _without_number(line: str) -> str:
    return re.sub(r"\d+", "", line).strip()
