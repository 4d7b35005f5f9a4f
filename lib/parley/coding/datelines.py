"""Datelines: the place and day at the head of a report, which date the report and not what it reports."""

import re

# "ASTANA, June 3 (Agency) - …" and "3 June 2020 (Agency) - …" at the head of a text.
_WIRE = re.compile(
    r"[^\W\d_][^.!?\d]{1,40}, [^-—!?]{3,60} [-—] |\d{1,2} [^\W\d_]{3,10} \d{4}(?: \([^()]{1,40}\))? [-—] |"
    # "АСТАНА, 5 июня. /Agency/. …", "ASTANA. June 3. Agency - …"
    r"[^\W\d_][^.!?\d]{1,40}[,.] [^\W\d_]{0,12} ?\d[^-—!?/]{2,45}(?: [-—] |[ .,]{1,2}/[^/]{2,40}/\.? )"
)
# "June 3, 2020 14:10 Moscow": a line of its own, as government sites put it over a release.
_LINE = re.compile(r"^[A-Z][a-z]+ \d{1,2}, \d{4}(?: \d{1,2}:\d\d)?\b.{0,60}$")


def dateline_end(text: str) -> int:
    """Where the dateline at the head of a plain text ends; 0 where it has none."""
    found = _WIRE.match(text)
    return found.end() if found else 0


def is_dateline(sentence: str) -> bool:
    """Whether a sentence is nothing but a day and perhaps a place."""
    return _LINE.match(sentence) is not None
