"""RTF: the words of a rich text file, and of the packed form in which Outlook keeps one."""

import struct
from importlib import import_module
from importlib.util import find_spec

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.mojibake import repaired
from parley.reading.normal import tidy
from parley.reading.plain import article_of

# [MS-OXRTFCP] 2.1.3.1.2: what the dictionary of packed RTF holds at the start.
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_PACKED, _PLAIN = b"LZFu", b"MELA"
_RING = 4096
_LARGEST = 60 * 1024 * 1024


def read_rtf(name: str, data: bytes) -> list[Article]:
    """The one article of an RTF file; raises UnreadableFile where it is damaged."""
    return [article_of(name, text_of_rtf(data))]


def text_of_rtf(data: bytes) -> str:
    """The words of rich text, a paragraph a block; raises UnreadableFile where it is damaged."""
    if find_spec("striprtf") is None:
        raise UnreadableFile("Parley cannot read RTF here. Save the file as DOCX or text, and upload that.")
    try:
        text = str(import_module("striprtf.striprtf").rtf_to_text(data.decode("latin-1"), errors="replace"))
    except (ValueError, IndexError, LookupError, RecursionError, UnicodeError):
        raise UnreadableFile("The RTF file is damaged. Open it, save it as DOCX, and upload that.") from None
    return repaired("\n\n".join(line for line in tidy(text).split("\n") if line.strip()))


def unpacked(data: bytes) -> bytes:
    """The rich text that Outlook packed, by the rules of [MS-OXRTFCP]; raises ValueError where it is damaged."""
    if len(data) < 16:
        raise ValueError("too short for packed rich text")
    size, kind = struct.unpack("<4xI4s", data[:12])
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED or size > _LARGEST:
        raise ValueError("no packed rich text")
    return bytes(_unfolded(data[16:], size))


def _unfolded(data: bytes, size: int) -> bytearray:
    """Each control byte tells of the eight runs after it whether they are a letter or a place in the last 4 KB."""
    ring = bytearray(_DICTIONARY.ljust(_RING, b"\0"))
    out, write, at = bytearray(), len(_DICTIONARY), 0
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                place, length = divmod(int.from_bytes(data[at : at + 2], "big"), 16)
                at += 2
                if place == write:
                    return out
                run = range(length + 2)
            else:
                place, run, at = -1, range(1), at + 1
            for step in run:
                byte = data[at - 1 : at] if place < 0 else ring[(place + step) % _RING :][:1]
                out += byte
                ring[write : write + 1] = byte
                write = (write + 1) % _RING
            if at > len(data) or len(out) >= size:
                return out
    return out
