"""The dateline at the head of a report gives its day of publication: "ASTANA, June 5, 2024 – …", or a line alone."""

import re

from parley.reading.dates import Written, date_alone, date_in

# A dash, the agency between slashes, or a full stop after the year parts the dateline from the report.
_END = re.compile(r"(?:[ .,]/[^/\n]{2,40}/\.?|\s[-–—]|(?<=\d{4})(?: ?(?:года?|г|ж))?\.(?= [A-ZА-ЯЁ]))\s")
_SMALL = ("de", "del", "la", "da", "el", "am", "an", "der", "upon", "на")
_MOST_WORDS = 6
_REST = re.compile(r"(?: ?(?:года?|г|ж)\b\.?)?[ .,]*(?:\([^()]{1,40}\)|[^\W\d_a-zа-яё][\w. ]{1,24})?[ .,]*")
_LONGEST = 160
_HEAD = 2000
_LINES = 8
_LINES_ALONE = 3  # A place and a day that fill a line: under the heading, or under a line below it.
_LONGEST_ALONE = 60


def dateline_date(text: str) -> Written | None:
    """The day that the dateline on one of a text's first lines gives, else None; a day without its year is none."""
    lines = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()]
    days = (_day(line[:_LONGEST], number < _LINES_ALONE) for number, line in enumerate(lines[:_LINES]))
    return next(filter(None, days), None)


def _day(line: str, may_stand_alone: bool) -> Written | None:
    """The day between a place and the end of a dateline, or of a line that holds nothing else."""
    end = _END.search(line)
    head = line[: end.start()] if end else line if may_stand_alone and len(line) <= _LONGEST_ALONE else ""
    written = date_in(head)
    if written is None or date_alone(head):
        return None
    at = head.index(written.words)
    is_dateline = _is_place(head[:at]) and _REST.fullmatch(head, at + len(written.words))
    return written if is_dateline else None


def _is_place(words: str) -> bool:
    """Whether only names stand there, closed by a comma or a full stop ("TASHKENT, Uzbekistan,")."""
    names = re.sub(r" \([^()]{1,40}\)", "", words).split()
    if not 1 <= len(names) <= _MOST_WORDS or names[-1][-1] not in ",.":
        return False
    return all(name[0].isupper() or name in _SMALL for name in names)
