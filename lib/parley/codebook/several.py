"""How texts go from one meeting to the next: the same day, a further meeting, or only an aside."""

import re
from functools import cache

from parley.codebook.words import read_yaml


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """Any of the word patterns that `several.yaml` lists under this name, as whole words in letters of any size."""
    listed = read_yaml("several.yaml")[name]
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE)
