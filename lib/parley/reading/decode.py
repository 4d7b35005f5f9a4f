"""bytes -> str: which encoding a text is in, and the mending of text that was once read in the wrong one."""

import codecs

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import badness

from parley.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
# Share of broken characters up to which a text still counts as UTF-8.
_STRAY = 0.02
# The encodings that English, Russian and Kazakh releases have come in; what else there is comes after them.
_LIKELY = ["cp1251", "koi8_r", "kz1048", "cp1252", "cp866", "mac_cyrillic", "iso8859_5", "latin_1"]


def text_of(data: bytes, declared: str | None = None) -> str:
    """The text in these bytes; `declared` is the encoding that the file itself names, tried after the sure signs.

    Raises UnreadableFile where no encoding gives text.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return repaired(data.decode(marked, "replace"))
    for encoding in (_wide(data), "utf-8", _known(declared)):
        if encoding and (text := _decoded(data, encoding)) is not None:
            return repaired(text)
    return repaired(_guessed(data))


def repaired(text: str) -> str:
    """The text with wrongly read letters mended, if that makes it better; otherwise the text itself.

    Mended is what ftfy finds consistent ("Ð¼Ð¸Ñ€" was Russian); curly quotes and the like stay as they are.
    """
    if not badness(text):
        return text
    mended = ftfy.fix_encoding(text)
    return mended if badness(mended) < badness(text) else text


def _known(encoding: str | None) -> str | None:
    try:
        return codecs.lookup(encoding).name if encoding else None
    except LookupError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is one of few (zero for Latin, four for Cyrillic)."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return encoding
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_LIKELY).best() or from_bytes(sample).best()
    if best is None:
        nearly = data.decode("utf-8", "replace")
        if nearly.count("\ufffd") < _STRAY * len(nearly):
            return nearly
        raise UnreadableFile(
            "This is not text in any known encoding. Open it where it was made, and save it as PDF, DOCX or text."
        )
    return data.decode(best.encoding, "replace")
