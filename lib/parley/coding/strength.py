"""How firm the wording of a topic is: the verb that governs its part of the sentence."""

from bisect import bisect_left

from parley.coding.automaton import Hit
from parley.coding.scan import Found, Scanned
from parley.model import STRENGTHS, Strength

Cue = Hit[Strength]
_TO = frozenset({"to", "of", "for"})
_RELATIVES = frozenset({"that", "which", "who", "whose"})
# "the recently completed review", "our shared goal": a participle before its noun tells nothing of this meeting.
_OWNERS = frozenset({"the", "a", "an", "our", "its", "his", "her", "their", "recently", "newly", "longstanding"})
_DUTIES = frozenset({"must", "should"})
_MEETING = frozenset({"meet", "met", "meets", "travel", "traveled", "visit", "host", "convene", "welcome", "talks"})
_AGENDA = 15  # Words between "will meet" and "to discuss".
_LISTING = ":"


def governing_cue(cues: list[Cue], found: Found) -> Cue | None:
    """The finite cue that a topic hangs on: the last one before it, else the first after it, else none."""
    at = bisect_left(cues, found.first, key=lambda cue: cue.first)
    if at:
        return cues[at - 1]
    return cues[0] if cues else None


def finite_cues(one: Scanned) -> list[Cue]:
    """The sentence's cues less infinitives ("agreed to discuss"), relative clauses and those inside a longer cue."""
    kept: list[Cue] = []
    for cue in sorted(one.cues, key=lambda c: (c.first, -c.end, -STRENGTHS.index(c.payload))):
        if kept and (cue.end <= kept[-1].end or cue.first < kept[-1].end):
            continue
        if not _is_subordinate(one.words.forms, cue, kept):
            kept.append(cue)
    return kept or sorted(one.cues, key=lambda cue: cue.first)


def _is_subordinate(forms: tuple[str, ...], cue: Cue, before: list[Cue]) -> bool:
    """Whether a verb only fills in another: "to discuss", "which provides", a "must" that was agreed."""
    verb = cue.first
    previous = forms[verb - 1] if verb else ""
    while verb and forms[verb - 1].endswith("ly"):
        verb -= 1
        previous = forms[verb] if forms[verb] in _OWNERS else forms[verb - 1]
    if forms[cue.first] in _DUTIES:
        return bool(before)
    if previous in _OWNERS and forms[cue.first].endswith("ed"):
        return True
    if previous in _TO:
        return not (
            cue.payload == "noted"
            and before
            and _is_journey(forms[max(before[-1].first, cue.first - _AGENDA) : cue.first])
        )
    return previous in _RELATIVES


def _is_journey(forms: tuple[str, ...]) -> bool:
    """Whether the words tell of going to meet someone: what that is for is an agenda ("will meet to discuss")."""
    return not _MEETING.isdisjoint(forms)


def listing_strength(scanned: tuple[Scanned, ...], at: int) -> Strength | None:
    """The strength that a list's items take from the words before its colon; None outside a list."""
    here = at
    while here and scanned[here].sentence.text[-1:] in ";,:" and here > at - 30:
        here -= 1
        if scanned[here].sentence.text.endswith(_LISTING):
            cues = finite_cues(scanned[here])
            return cues[-1].payload if cues else "intended"
    return None
