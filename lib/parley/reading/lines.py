"""Lines that were broken to fit a page, put back into paragraphs."""

import re

from parley.reading.fields import field_line

_WIDEST = 160
_NARROWEST = 40
_FULL = 0.72
_LIST = re.compile(r"(?:[•▪–—*·-]|\(?\d{1,3}[.)]|\(?[a-zа-я][.)])\s", re.IGNORECASE)


def unwrapped(text: str) -> str:
    """The text with the breaks inside its paragraphs taken out, if its lines were broken to a width.

    A line goes on in the next where it fills the width and ends no paragraph. Words broken at a hyphen are joined.
    """
    lines = [line.strip() for line in text.split("\n")]
    width = _width(lines)
    if not width:
        return text
    paragraphs: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            paragraphs[-1].append(line)
        if not line or not following or _ends_paragraph(line, following, width):
            paragraphs.append([])
    return "\n\n".join(_joined(paragraph) for paragraph in paragraphs if paragraph)


def _width(lines: list[str]) -> int:
    """The width that the lines were broken to; 0 where they are whole paragraphs, or too few to tell."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 3 or lengths[-1] > _WIDEST:
        return 0
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = [line for line in lines if len(line) >= _FULL * width]
    # Where most full lines end a sentence, each is a paragraph of its own.
    sentences = sum(line.endswith((".", "!", "?", ":", ";")) for line in full)
    return width if width >= _NARROWEST and sentences <= len(full) / 2 else 0


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if _LIST.match(following) or field_line(line) or field_line(following):
        return True
    if len(line) >= _FULL * width:
        return False
    # A short line ends its paragraph unless the sentence plainly runs on.
    return not following[:1].islower()


def _joined(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        broken_word = re.search(r"[^\W\d_]{2,}[-\u00ad]$", text) and line[:1].islower()
        text = text[:-1] + line if broken_word else f"{text} {line}"
    return text
