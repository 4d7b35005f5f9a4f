"""The one way in which strings from data reach the screen: as plain text, whatever they hold.

Streamlit reads markdown in titles, captions, labels, metrics and tabs. A title such as `![](https://host/x.png)` would
make the reader's browser call that host.
"""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=\"'&@/])")
BREAKS = re.compile(r"\s+")


def plain(text: object) -> str:
    """The text with every sign that markdown could read escaped, on one line."""
    return SPECIAL.sub(r"\\\1", BREAKS.sub(" ", str(text)).strip())


def marked(text: str, start: int, end: int) -> str:
    """The text, plain, with the characters `[start, end)` set off; no mark where the span is empty."""
    before, inside, after = text[:start], text[start:end], text[end:]
    if not inside.strip():
        return plain(text)
    lead, trail = " " * before.endswith((" ", "\n")), " " * after.startswith((" ", "\n"))
    lead, trail = lead or " " * inside.startswith(" "), trail or " " * inside.endswith(" ")
    return f"{plain(before)}{lead}:primary-background[{plain(inside)}]{trail}{plain(after)}".strip()
