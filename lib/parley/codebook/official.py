"""Official or press: whose outlet an article comes from, and when it is the full text of what was said."""

import re
from functools import cache

from parley.codebook.people import outlets
from parley.codebook.words import read_yaml
from parley.codebook.world import load_world
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
    found: dict[str, None] = {}
    for language in READ:
        known = load_world(language).names
        words = re.findall(r"[\w'’.-]+", name)
        spans = (" ".join(words[n : n + size]) for size in (3, 2, 1) for n in range(len(words)))
        hits = (known[span] for span in spans if span in known)
        found |= dict.fromkeys(party for hit in hits if hit.kind in ("country", "people") for party in hit.parties)
    return tuple(found)
