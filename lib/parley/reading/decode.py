"""bytes -> str: which encoding a text is in, by what the text then looks like."""

import codecs
import re

from charset_normalizer import from_bytes

from parley.errors import UnreadableFile
from parley.reading.mojibake import repaired
from parley.reading.plausible import plausibility

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
# The encodings of a byte a letter that English, Russian and Kazakh releases have come in, the more likely first.
_LIKELY = ("cp1251", "kz1048", "koi8_r", "cp1252", "cp866", "iso8859_5", "mac_cyrillic", "latin_1")
_DECLARED_IS_WORTH, _PLACE_COSTS = 0.08, 0.004
_LEAST = 0.25
# Control characters that no text has, and the share of them from which bytes are no text.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.005
_UTF8_LETTERS = re.compile(rb"(?:[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}){2}")


def text_of(data: bytes, declared: str | None = None) -> str:
    """The text in these bytes; `declared` is the encoding that the file itself names, which may be wrong.

    Raises UnreadableFile where no encoding gives text.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return repaired(data.decode(marked, "replace"))
    for encoding in (_wide(data), "utf-8"):
        if encoding and (text := _decoded(data, encoding)) is not None:
            return repaired(text)
    known = _known(declared)
    if known and known not in _LIKELY and (text := _decoded(data, known)) is not None:
        return repaired(text)
    return repaired(_mixed(data, known) if _UTF8_LETTERS.search(data) else _guessed(data, known))


def _known(encoding: str | None) -> str | None:
    """A named encoding as Python calls it; None where there is none of the name, or it says nothing."""
    try:
        name = codecs.lookup(encoding).name if encoding else None
    except (LookupError, ValueError):
        return None
    return {None: None, "ascii": None, "iso8859-1": "latin_1"}.get(name, str(name).replace("-", "_"))


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
    except (UnicodeDecodeError, LookupError):
        return None


def _mixed(data: bytes, declared: str | None) -> str:
    """Text of which some is UTF-8: with a few broken letters, or put together from files in two encodings."""
    nearly = data.decode("utf-8", "replace")
    if nearly.count("\ufffd") < _STRAY * len(nearly):
        return nearly
    lines = data.split(b"\n")
    others = b"\n".join(line for line in lines if _decoded(line, "utf-8") is None)
    if len(others) == len(data):
        return _guessed(data, declared)
    rest = iter(_guessed(others, declared).split("\n"))
    return "\n".join(text if (text := _decoded(line, "utf-8")) is not None else next(rest, "") for line in lines)


def _guessed(data: bytes, declared: str | None) -> str:
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) <= _MOST_CONTROL * len(sample):
        best = max((_worth(sample, encoding, place, declared), encoding) for place, encoding in enumerate(_LIKELY))
        if best[0] >= _LEAST:
            return data.decode(best[1], "replace")
        other = from_bytes(sample).best()
        if other is not None:
            return data.decode(other.encoding, "replace")
    raise UnreadableFile(
        "This is not text in any known encoding. Open it where it was made, and save it as PDF, DOCX or text."
    )


def _worth(sample: bytes, encoding: str, place: int, declared: str | None) -> float:
    """How well a text reads in an encoding; what is declared, or more usual, goes before its equals."""
    worth = plausibility(sample.decode(encoding, "replace"))
    return worth + (_DECLARED_IS_WORTH if encoding == declared else 0.0) - place * _PLACE_COSTS
