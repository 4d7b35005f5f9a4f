"""What a topic is about, where the sentence names it: the state, the organisation, the conflict."""

from collections.abc import Sequence
from functools import cache

from parley.codebook.world import rows
from parley.coding.atoms import Atom
from parley.coding.scan import Found, Scanned

WITH_SUBJECT = {"conflict", "multilateral", "sanctions"}
_BEFORE, _AFTER = 3, 5  # Words around a phrase in which a name tells what it is about.
_STATES = frozenset({"country", "people"})
_BODIES = frozenset({"organisation", "group"})


def subjects(found: Found, one: Scanned, names: Sequence[Atom]) -> list[str]:
    """The names in and after the phrase, else before it; a city, a person or a sentence's first word is none."""
    spans = one.words.spans
    start = spans[found.first][0]
    low = spans[max(0, found.first - _BEFORE)][0]
    high = spans[min(len(spans), found.end + _AFTER) - 1][1]
    near = [(at, name) for at, name in _named(found, one, names) if low <= at < high]
    if found.topic == "multilateral":
        return [name for _, name in near] or _itself(found)
    return [name for at, name in near if at >= start] or [name for _, name in near]


def _named(found: Found, one: Scanned, names: Sequence[Atom]) -> list[tuple[int, str]]:
    """Where in the sentence a name stands that may be what this topic is about, and its usual English form."""
    base = one.sentence.start
    kinds = _BODIES if found.topic == "multilateral" else _STATES
    named = [(atom.start - base, _label(atom)) for atom in names if atom.value.kind in kinds]
    if found.topic == "conflict":
        spans = one.words.spans
        named += [(spans[hit.first][0], hit.payload) for hit in one.scenes]
    return sorted(named)


def _label(atom: Atom) -> str:
    """A state under its English name, a body under its letters."""
    if atom.value.kind in _STATES:
        return _states().get(atom.value.parties[0], str(atom.value.name))
    return str(atom.value.name)


@cache
def _states() -> dict[str, str]:
    """The usual English name of each state."""
    return {row["code"]: row["names"].split("|")[0] for row in rows("countries.csv")}


def _itself(found: Found) -> list[str]:
    """The phrase, where it is a body's name of which no list knows more ("Quad")."""
    return [found.text] if found.text[:1].isupper() and (found.first or found.text.isupper()) else []
