"""Text -> sentences with exact spans, in one pass over the text."""

import re

from parley.codebook.words import words
from parley.model import Language, Sentence

# Each alternative always matches what it has begun, so that no text makes the scan step back.
_BREAK = re.compile(r"\n\s*+|(?<=года )\d\d:\d\d(?= )|[.!?…]++[\"'”’»)\]]*+")
_BULLETS = "•·▪‣*–—-"
_OPENERS = "\"'“‘«(["
_SPACES = " \t\xa0\n"
_SOFT_WRAP = 50  # A line at least this long that ends in mid-sentence was wrapped by a mail program or an editor.

_NEVER_LAST = words("never_last")
_MAY_BE_LAST = words("may_be_last")
_OFTEN_LAST = words("often_last")
_STARTERS = words("openers")


def split_sentences(text: str, language: Language = "en") -> tuple[Sentence, ...]:
    """The text's sentences in order, each with its span and the number of its paragraph; linear in the text's length.

    A line break ends a sentence unless it only wraps a long line. Initials, titles, decimals and abbreviations do not.
    """
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for match in _BREAK.finditer(text):
        if match.group()[0] == "\n":
            if _is_soft_wrap(text, start, match):
                continue
            start, paragraph = _add(found, text, start, match.start(), paragraph), paragraph + 1
        # The hour closes a dateline of flattened Russian pages.
        elif match.group()[0].isdigit() or _ends_sentence(text, start, match, language):
            start = _add(found, text, start, match.end(), paragraph)
    _add(found, text, start, len(text), paragraph)
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> int:
    """Append `[start, end)` without its margins, if anything is left; return where the next sentence begins."""
    bare = text[start:end].lstrip()
    if bare[:1] in _BULLETS and bare[:2].rstrip() in _BULLETS:
        bare = bare[1:].lstrip()
    first = end - len(bare)
    bare = bare.rstrip()
    if any(map(str.isalnum, bare)):
        found.append(Sentence(first, first + len(bare), bare, paragraph))
    return end


def _is_soft_wrap(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a single line break stands inside a sentence."""
    if match.group().count("\n") > 1 or match.start() == 0 or match.end() == len(text):
        return False
    before, after = text[match.start() - 1], text[match.end()]
    if before in ".!?:;…" or after in _BULLETS or after.isdigit():
        return False
    line = match.start() - max(start, text.rfind("\n", start, match.start()))
    return after.islower() or line >= _SOFT_WRAP


def _ends_sentence(text: str, start: int, match: re.Match[str], language: Language) -> bool:
    """Whether the stop at `match` closes a sentence that began at `start`."""
    after = _next_word(text, match.end())
    if after is None:
        return False
    if not after:
        return True
    if after[0].islower():
        return False
    stop = match.group()
    if stop[0] != "." or stop.startswith(".."):
        return True
    if len(stop) > 1:
        return True
    return _stop_ends(_last_word(text, start, match.start()), after, text, match.start(), start, language)


def _stop_ends(before: str, after: str, text: str, at: int, start: int, language: Language) -> bool:
    """Whether a full stop between these two words ends a sentence."""
    if before in {"г", "гг"} or (language == "ru" and before in {"в", "вв"}):
        year = text[max(start, at - 6) : at].strip(" г")
        return bool(year) and year[-1].isdigit()
    if before in _NEVER_LAST:
        return before == "No" and not after[0].isdigit()
    if before in _OFTEN_LAST:
        return True
    if "." in before or before in _MAY_BE_LAST:
        return after in _STARTERS or not after[0].isalpha()
    if len(before) == 1 and before.isalpha() and before.isupper():
        return False
    # "1. The sides…": a number that opens the sentence is its label.
    return not (before.isdigit() and len(before) <= 3 and not text[start : at - len(before)].strip())


def _next_word(text: str, at: int) -> str | None:
    """The word after `at` without opening quotes; None where no space follows, empty at the end of the text."""
    if at >= len(text):
        return ""
    if not text[at].isspace():
        return None
    after = text[at : at + 40].lstrip(_OPENERS + _BULLETS + _SPACES).split(None, 1)
    return after[0].rstrip(",;:.") if after else ""


def _last_word(text: str, start: int, at: int) -> str:
    """The word that ends at `at`, without opening marks; longer ones than any abbreviation are cut."""
    last = text[max(start, at - 20) : at].rsplit(None, 1)
    return last[-1].lstrip(_OPENERS) if last and not text[at - 1].isspace() else ""
