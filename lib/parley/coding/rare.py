"""Patterns that few sentences hold, looked for only where they can stand."""

import re


class Rare:
    """A pattern of which every match holds one of its `marks`; to look for those takes a tenth of the time."""

    def __init__(self, pattern: str, *marks: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Compile the pattern; where letters of any size are meant, the marks are in small ones."""
        self.pattern = re.compile(pattern, flags)
        self.marks = marks
        self._in_any_case = bool(flags & re.IGNORECASE)

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first match in a sentence."""
        text = sentence.casefold() if self._in_any_case else sentence
        return self.pattern.search(sentence) if any(map(text.__contains__, self.marks)) else None
