"""Topics of the codebook: what Parley looks for, in which words, and what does not count.

A topic's phrases stand in `topics/<group>.yaml`, one a line under its language, in the patterns of coding/automaton.py.
`counts`, `leaves_out` and `settled` say in words what the phrases are to find (docs/codebook.md is made of them).
A mark before a line changes what it does: `-` what it finds does not count for this topic; `?` it counts only where the
sentence tells of dealing with something; `&` it may stand under another topic too, and hides none that it contains.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, get_args

import yaml

from parley.errors import CodebookError
from parley.model import Language

GROUPS = (
    "politics",
    "security",
    "economy",
    "energy and environment",
    "people and knowledge",
    "governance and rights",
)
"""Groups of topics, in the order in which the codebook and the screens list them."""

Weight = Literal["counts", "excludes", "in context", "beside"]
_MARKS: dict[str, Weight] = {"-": "excludes", "?": "in context", "&": "beside"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a topic's phrases: a pattern, and whether and when what it finds counts."""

    pattern: str
    language: Language
    weight: Weight = "counts"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the codebook; a generic one is left out of "top topics" unless asked.

    `counts` and `leaves_out` say in words what it is and is not; `settled` are wordings that were once in doubt.
    """

    id: str
    label: str
    group: str
    generic: bool = False
    phrases: tuple[Phrase, ...] = ()
    counts: str = ""
    leaves_out: str = ""
    settled: tuple[str, ...] = ()


def load_topics() -> tuple[Topic, ...]:
    """All packaged topics, group by group."""
    return tuple(topic for group in GROUPS for topic in _topics_of(group))


def _topics_of(group: str) -> Iterator[Topic]:
    name = group.replace(" ", "-") + ".yaml"
    text = resources.files("parley.codebook").joinpath("topics", name).read_text("utf-8")
    return (_topic(entry, group) for entry in yaml.load(text, yaml.CSafeLoader)["topics"])


def _topic(entry: dict[str, Any], group: str) -> Topic:
    phrases = [p for language in get_args(Language) for p in read_phrases(entry.get(language, ""), language)]
    return Topic(
        id=entry["id"],
        label=entry["label"],
        group=group,
        generic=bool(entry.get("generic")),
        phrases=tuple(phrases),
        counts=entry["counts"],
        leaves_out=entry.get("leaves_out", ""),
        settled=tuple(entry.get("settled", ())),
    )


def read_phrases(lines: str, language: Language) -> Iterator[Phrase]:
    """The phrases that a block of lines holds; raises CodebookError where braces do not match."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        weight = _MARKS.get(line[0], "counts")
        pattern = line[1:].strip() if line[0] in _MARKS else line
        if not _is_balanced(pattern):
            raise CodebookError(f"The braces in {line!r} do not match.")
        yield Phrase(pattern, language, weight)


def _is_balanced(pattern: str) -> bool:
    depth = 0
    for mark in pattern:
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            return False
    return depth == 0
