"""What was made of a word, kept for the next time that it stands in a text."""

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

_MOST = 50_000
_LONGEST = 64  # Characters; what is longer is no word, and comes once.


class Remembered(dict[str, Made]):
    """What a function makes of a text, made at the first look-up; when it holds too many, it begins anew.

    Looked up for each word of a text: a dictionary takes half as long as `functools.lru_cache`.
    """

    def __init__(self, make: Callable[[str], Made]) -> None:
        """Remember what `make` makes."""
        self._make = make

    def __missing__(self, text: str) -> Made:
        made = self._make(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = made
        return made
