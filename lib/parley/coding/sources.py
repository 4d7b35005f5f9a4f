"""Where an article says that it has its news from: "Sources: A, B, C" at its end."""

import re
from functools import cache

from parley.codebook.words import read_yaml
from parley.coding.rare import Rare

_LONGEST_LINE = 600  # Characters; a longer one is a paragraph that happens to begin with the word.
_LONGEST_NAME = 80


@cache
def _label() -> Rare:
    listed = read_yaml("sources.yaml")["labels"]
    labels = "|".join(map(re.escape, listed))
    return Rare(
        rf"(?:^|(?<=[.!?…»”\"])[ \t\xa0]{{1,4}})(?:{labels})[ \t]?:[ \t\xa0]*([^\n]+)", *listed, flags=re.MULTILINE
    )


def find_sources(text: str) -> tuple[str, ...]:
    """The names in the text's last line of sources, as written; none where there is no such line."""
    lines = [match[1] for match in _label().finditer(text) if len(match[1]) <= _LONGEST_LINE]
    if not lines:
        return ()
    names = (name.strip(" .\t\xa0") for name in re.split(r"[,;]", lines[-1]))
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= _LONGEST_NAME))


def is_source_line(sentence: str) -> bool:
    """Whether a sentence only names sources, or the subjects under which a page is filed."""
    if any(map(sentence.__contains__, read_yaml("sources.yaml")["tails"])):
        return True
    if ":" not in sentence:
        return False
    match = _label().pattern.match(sentence)
    return bool(match) and len(sentence) <= _LONGEST_LINE
