"""The mending of text that was once read in a wrong encoding ("Ð¢Ð¾ÐºÐ°ÐµÐ²" was "Токаев")."""

import re
from collections.abc import Iterable, Iterator

import ftfy
from ftfy.badness import badness

from parley.reading.plausible import plausibility

# Lines worth a closer look: what UTF-8 or a Cyrillic encoding looks like in another encoding.
_SUSPECT = re.compile(
    r"[ÃÂÐÑÒÓ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u2122]"  # UTF-8 as Western
    r"|[À-ÿ]{3}"  # Cyrillic as Western
    # UTF-8 as Cyrillic.
    r"|[ГРСТУв][\u0080-\u00a9\u00ac-\u00ba\u0402-\u040f\u0452-\u045f\u0490\u0491\u2018-\u2022\u2026-\u2122]"
    r"|[\u2500-\u257f]{2}|[\u2500-\u257f][а-яА-Я]"  # in the encodings of DOS and Unix
    r"|\b[а-яё][А-ЯЁ]{3,}\b",  # one Cyrillic encoding as another
)
_READ_AS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "koi8_r", "cp866", "mac_cyrillic")
_WESTERN = ("cp1251", "koi8_r")
_WERE = {"latin-1": _WESTERN, "sloppy-windows-1252": _WESTERN, "sloppy-windows-1251": ("koi8_r",)}
_MOST_TIMES = 3
# A reading in which more than one word in ten is of two scripts is wrong: "jäääär" was Estonian, not "jддддr".
_TWO_SCRIPTS = re.compile(r"\b\w*(?:[a-zA-Z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][a-zA-Z])\w*\b")
_WORDS_OF_ONE_SCRIPT = 10
# UTF-8 comes out of no good text by chance, so that it need not even look better (it may be wrong twice).
_IF_UTF8, _ELSE = -1.2, 0.35


def repaired(text: str) -> str:
    """The text with wrongly read letters mended, line by line, where that makes it better; else the text itself."""
    if _SUSPECT.search(text):
        # Not `splitlines`: what UTF-8 became holds characters that it takes for breaks.
        text = "\n".join(_mended(line) if _SUSPECT.search(line) else line for line in text.split("\n"))
    if not badness(text):
        return text
    mended = ftfy.fix_encoding(text)
    return mended if badness(mended) < badness(text) else text


def _mended(line: str) -> str:
    """A line as it was before it was read wrongly, which may have happened more than once."""
    for _ in range(_MOST_TIMES):
        better = _best(line, _as_utf8(line), _IF_UTF8) or _best(line, _as_others(line), _ELSE)
        if better is None:
            return line
        line = better
    return line


def _best(line: str, readings: Iterable[str], least: float) -> str | None:
    """The reading that looks best, if it looks better than the line by so much."""
    worth = plausibility(line) + least
    found = max(((plausibility(each), each) for each in readings if each != line), default=None)
    return found[1] if found and found[0] > worth else None


def _as_utf8(line: str) -> Iterator[str]:
    return (text for wrong in _READ_AS if (text := _reread(line, wrong, "utf-8")) is not None)


def _as_others(line: str) -> Iterator[str]:
    pairs = ((wrong, right) for wrong, rights in _WERE.items() for right in rights)
    readings = (text for wrong, right in pairs if (text := _reread(line, wrong, right)) is not None)
    return (text for text in readings if len(_TWO_SCRIPTS.findall(text)) * _WORDS_OF_ONE_SCRIPT <= len(text.split()))


def _reread(line: str, wrong: str, right: str) -> str | None:
    """What the line is if it was read as `wrong` and is in truth `right`; None where that cannot be."""
    try:
        return line.encode(wrong).decode(right)
    except UnicodeError:
        return None
