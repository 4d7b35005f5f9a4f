"""Official or press: whose outlet an article comes from, and when it is the full text of what was said."""

import re
from functools import cache

from parley.codebook.people import outlets
from parley.codebook.words import read_yaml
from parley.codebook.world import states_named
from parley.model import Language

READ: tuple[Language, ...] = ("en", "ru", "kk")
"""Languages that are read for topics: silence of a text in another says nothing."""


def official_sides(source: str | None, url: str | None) -> tuple[str, ...]:
    """The states and organisations whose own outlet this is; none for the press.

    The outlet's name decides; the address only where no name is given, as a wire may link to a ministry's page.
    """
    told = (source or url or "").casefold()
    data = read_yaml("official.yaml")
    if not told or _names(told, tuple(data["press"])):
        return ()
    listed = tuple(dict.fromkeys(party for part, party in outlets() if _names(told, (part,))))
    if listed or not source or not _names(told, tuple(data["bodies"])):
        return listed
    return _countries(source)


def is_full_text(title: str, opening: str, sentences: int, paragraphs: int) -> bool:
    """Whether an official text is long enough to be the whole account: a joint statement, or a long release."""
    data = read_yaml("official.yaml")
    is_joint = _names(f"{title} {opening}".casefold(), tuple(data["statements"]))
    least = data["sentences"]["statement" if is_joint else "release"]
    return bool(sentences >= least and paragraphs >= data["paragraphs"])


@cache
def _names(told: str, parts: tuple[str, ...]) -> bool:
    """Whether one of the parts stands in the words as words of their own: "un.org" is not in "sun.org"."""
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", told) for part in parts)


@cache
def _countries(name: str) -> tuple[str, ...]:
    """The states that an outlet's name names: "Ministry of Foreign Affairs of Kazakhstan"."""
    return tuple(dict.fromkeys(party for language in READ for party in states_named(name, language)))
