"""One normal form of text, made once at reading, so that every span afterwards counts the same characters."""

import re
import unicodedata

_BREAKS = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028]")
_PARAGRAPH_BREAKS = re.compile(r"[\f\u2029]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width marks, and the marks that force the direction of writing: seen by no reader.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    """Text in normal form: composed letters, plain spaces, `\\n` for a line, one empty line between paragraphs."""
    text = _PARAGRAPH_BREAKS.sub("\n\n", _BREAKS.sub("\n", text))
    text = unicodedata.normalize("NFC", _CONTROL.sub("", _UNSEEN.sub("", storable(text))))
    text = re.sub(r" ?\n ?", "\n", _SPACES.sub(" ", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def storable(text: str) -> str:
    """The same text, character for character, with what no database or browser takes marked as unknown."""
    return _LONE_SURROGATE.sub("\ufffd", text).replace("\x00", "\ufffd")


def one_line(text: str) -> str:
    """Text in normal form on one line, for a title or a name."""
    return " ".join(tidy(text).split())
