"""Who sat at the table: states and organisations, from formats, people and the words of a sentence."""

import re
from collections.abc import Iterable

from parley.coding.atoms import Atom
from parley.coding.passages import Passage
from parley.coding.story import Story

# After these a country is a place, a subject or a target, and not at the table.
_NO_PARTY = re.compile(r"\b(?:in|at|on|against|about|for|to|toward|towards|into|across|over|by|near|from)(?: the)? $")
_FROM_SIDE = re.compile(
    r"\b(?:officials|representatives|delegations?|leaders|ministers|counterparts|delegates|colleagues) from(?: the)? $",
    re.IGNORECASE,
)
# An organisation's session or seat is where others meet, and no party of theirs.
_VENUE = re.compile(r" (?:General Assembly|Security Council|Headquarters|HQ)\b")
_BODY_OF = re.compile(
    r"\b(?:meeting|session|member|members|chair|presidency|leadership|chairmanship|margins|sidelines|framework) "
    r"of(?: the)? $"
)
# "in Wilton Park, the United Kingdom": a house or a town that no list knows, and the country that it is in.
BODIES = ("organisation", "group")
"""Kinds of names that are of many states at once."""
TOWN = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}"
IN_TOWN = re.compile(rf"\b(?:in|at|near|outside) (?P<town>{TOWN}), (?:the )?$")
_TOWN = 64
_LISTED = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, (?:the )?[A-Z]|'")
_OWN_SIDE = re.compile(
    r"'s? (?:\w+ ){0,3}?(?:delegation|side|minister|ministry|officials|representatives|leaders|counterpart|government)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:[Tt]alks|[Mm]eetings?|[Cc]onsultations|[Dd]iscussions) (?:was|were) also held with\b")


def named_parties(passage: Passage, low: int, high: int) -> list[str]:
    """The parties named between `low` and `high`, in order, outside offices and places."""
    found: list[str] = []
    for atom in passage.of("name"):
        if low <= atom.start < high and atom.value.kind != "city" and _is_party(passage, atom):
            found.extend(atom.value.parties)
    return list(dict.fromkeys(found))


def _is_party(passage: Passage, atom: Atom) -> bool:
    if any(title.first <= atom.start < title.last for title in passage.titles):
        return False
    before = passage.text[max(0, atom.start - 32) : atom.start]
    if before.endswith("(") or _BODY_OF.search(before) or passage.text.startswith(" American", atom.end):
        return False
    if is_in_town(passage, atom) or (_NO_PARTY.search(before) and not _FROM_SIDE.search(before)):
        return False
    if re.search(r"\w, (?:the )?$", before) and any(
        0 < atom.start - a.end < 7 and a.value.kind == "city" for a in passage.of("name")
    ):
        return False
    after = passage.text[atom.end : atom.end + 60]
    if _VENUE.match(after):
        return False
    return not after.startswith("'") or _OWN_SIDE.match(after) is not None


def is_in_town(passage: Passage, atom: Atom) -> bool:
    """Whether a country only tells where a town or a house is that is named right before it."""
    return passage.text.endswith((", ", ", the "), 0, atom.start) and _town(passage, atom) is not None


def _town(passage: Passage, atom: Atom) -> str | None:
    """The town or house before a country, where no month is meant ("in March, Utopia …") and no list goes on."""
    found = IN_TOWN.search(passage.text, max(passage.sentence.start, atom.start - _TOWN), atom.start)
    if found is None or any(found.start("town") <= day.start < atom.start for day in passage.of("months", "weekdays")):
        return None
    return None if _LISTED.match(passage.text, atom.end) else found["town"]


def also_held_with(story: Story) -> tuple[str, Passage] | None:
    """The party with which talks "were also held", and the sentence that says so."""
    for passage in story.passages:
        if passage.text.find("also held with", passage.sentence.start, passage.sentence.end) < 0:
            continue
        also = _ALSO.search(passage.text, passage.sentence.start, passage.sentence.end)
        named = [a.value.parties[0] for a in passage.of("name") if also and a.start >= also.end()]
        if named:
            return str(named[0]), passage
    return None


def joined(*groups: Iterable[str | None]) -> tuple[str, ...]:
    """All parties of the groups, once each, in order."""
    return tuple(dict.fromkeys(party for group in groups for party in group if party))
