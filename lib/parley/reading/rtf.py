"""RTF: the words of a rich text file."""

from importlib import import_module
from importlib.util import find_spec

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.normal import tidy
from parley.reading.plain import article_of


def read_rtf(name: str, data: bytes) -> list[Article]:
    """The one article of an RTF file; raises UnreadableFile where it is damaged."""
    if find_spec("striprtf") is None:
        raise UnreadableFile("Parley cannot read RTF here. Save the file as DOCX or text, and upload that.")
    try:
        text = str(import_module("striprtf.striprtf").rtf_to_text(data.decode("latin-1"), errors="replace"))
    except (ValueError, IndexError, LookupError, RecursionError, UnicodeError):
        raise UnreadableFile("The RTF file is damaged. Open it, save it as DOCX, and upload that.") from None
    paragraphs = "\n\n".join(line for line in tidy(text).split("\n") if line.strip())
    return [article_of(name, paragraphs)]
