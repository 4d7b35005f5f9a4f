"""Which sentences are about relations between states, and not about one state's own affairs."""

import re

from parley.codebook.words import words
from parley.coding.parties import named_parties
from parley.coding.passages import Passage
from parley.coding.scan import Scanned
from parley.coding.story import Story
from parley.coding.voices import speaks_for_governments
from parley.model import Meeting

_TWO = 2
# What stands between two names of a list: "Chad, the Kingdom of Morocco, and Mali", "Chad (the host) and Mali".
_LIST = re.compile(r"(?: \([^()]{1,40}\))?(?:,| and|, and)(?: the)?(?: [A-Z]\w+ of)?(?: the)? ")
_AT_HOME = 1 / 12
"""Where at most this share of the sentences names anybody abroad, the article is about affairs at home: of 29 such
releases that were read, 28 were."""


def of_relations(scanned: tuple[Scanned, ...], story: Story, meetings: tuple[Meeting, ...]) -> tuple[Scanned, ...]:
    """The sentences, with nothing dealt with in those that a state's outlet tells of its own affairs.

    CODEBOOK: a topic counts in relations between states or international organisations. An outlet that no list knows
    is never taken for one of a state, and a foreign ministry always speaks of relations.
    """
    home = story.home
    if home is None or _is_foreign_ministry(story) or any(set(meeting.parties) - {home} for meeting in meetings):
        return scanned
    if any(_names_others(passage, home) for passage in story.headline):
        return scanned
    abroad = {passage.sentence.start for passage in story.passages if _names_others(passage, home)}
    if len(abroad) > _AT_HOME * len(story.passages):
        return scanned
    return tuple(one if one.sentence.start in abroad else _with_nothing(one) for one in scanned)


def alone(story: Story, meetings: tuple[Meeting, ...], voice: str | None) -> str | None:
    """The outlet's state where its `voice` is the only one: nobody met, and the headline names one other at most."""
    named = {p for one in story.headline for atom in one.atoms if atom.kind == "name" for p in atom.value.parties}
    is_alone = voice is not None and voice == story.home and not meetings and len(named - {voice}) <= 1
    return voice if is_alone else None


def taking_part(story: Story, meetings: tuple[Meeting, ...], is_joint: bool) -> int:
    """How many sides an article has: those of its own meeting, else those that it opens with, if it is their own."""
    focal = next((meeting for meeting in meetings if meeting.focal), None)
    if focal:
        return len(focal.parties)
    opening = story.passages[0] if story.passages else None
    if opening is None:
        return _TWO
    if speaks_for_governments(opening.sentence.text):
        return len(named_parties(opening, opening.sentence.start, opening.sentence.end))
    return max(_TWO, *(_listed(passage) for passage in story.passages[:_TWO])) if is_joint else _TWO


def _listed(passage: Passage) -> int:
    """How many states and organisations a sentence counts up one after another ("Chad, Mali and the Gambia")."""
    longest, row, end = 0, set[str](), 0
    for atom in passage.of("name"):
        if atom.value.kind == "city":
            continue
        row = row if row and _LIST.fullmatch(passage.text, end, atom.start) else set()
        row |= {*atom.value.parties}
        longest, end = max(longest, len(row)), atom.end
    return longest


def _names_others(passage: Passage, home: str) -> bool:
    """Whether a passage names another state, its people or cities, or an international organisation."""
    return any(atom.kind == "name" and set(atom.value.parties) - {home} for atom in passage.atoms)


def _is_foreign_ministry(story: Story) -> bool:
    """Whether the outlet is a foreign ministry's or an embassy's."""
    outlet = f"{story.article.source or ''} {story.article.url or ''}".casefold().replace(" ", "-")
    return any(name in outlet for name in words("foreign_ministries"))


def _with_nothing(one: Scanned) -> Scanned:
    return one._replace(topics=(), promises=())
