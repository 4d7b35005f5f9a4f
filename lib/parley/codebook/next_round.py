"""Whether a sentence speaks of the next round of the talks that it reports."""

import re
from functools import cache, lru_cache

from parley.codebook.words import read_yaml

MOST_REMEMBERED = 20_000


@lru_cache(maxsize=MOST_REMEMBERED)
def speaks_of_next_round(sentence: str) -> bool:
    """Whether the words announce another round: "the next round", "will meet again", «следующее заседание»."""
    return bool(_patterns().search(sentence.casefold()))


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("next_round.yaml")["patterns"]))
