"""The one way in which strings from data reach the screen: as plain text, whatever they hold.

Streamlit reads markdown in titles, captions, labels, metrics and tabs. A title such as `![](https://host/x.png)` would
make the reader's browser call that host.
"""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=\"'&@/])")
BREAKS = re.compile(r"\s+")
# Addresses become links even where every sign of theirs is escaped: what begins one is parted by a sign without width.
LIVE = re.compile(r"(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)(?=[\w-]+\.)", re.IGNORECASE)
WORD_JOINER = "\u2060"


def plain(text: object) -> str:
    """The text on one line, with every sign that markdown could read escaped and no address that it could link."""
    return SPECIAL.sub(r"\\\1", LIVE.sub(WORD_JOINER, BREAKS.sub(" ", str(text)).strip()))


def marked(text: str, start: int, end: int) -> str:
    """The text, plain, with the characters `[start, end)` set off; no mark where the span is empty."""
    before, inside, after = text[:start], text[start:end], text[end:]
    if not inside.strip():
        return plain(text)
    lead, trail = " " * before.endswith((" ", "\n")), " " * after.startswith((" ", "\n"))
    lead, trail = lead or " " * inside.startswith(" "), trail or " " * inside.endswith(" ")
    return f"{plain(before)}{lead}:primary-background[{plain(inside)}]{trail}{plain(after)}".strip()
