"""How firm the wording of a topic is: the verb that governs its part of the sentence."""

from parley.coding.automaton import Hit
from parley.coding.scan import Found, Scanned
from parley.model import STRENGTHS, Strength

Cue = Hit[Strength]
_TO = frozenset({"to", "of", "for"})
_LISTING = ":"


def governing_cue(one: Scanned, found: Found) -> Cue | None:
    """The cue that a topic hangs on: the last finite one before it, else the first after it, else none."""
    cues = finite_cues(one)
    before = [cue for cue in cues if cue.first < found.first]
    if before:
        return max(before, key=lambda cue: (cue.first, cue.end))
    after = [cue for cue in cues if cue.first >= found.first]
    return min(after, key=lambda cue: (cue.first, -cue.end)) if after else None


def finite_cues(one: Scanned) -> list[Cue]:
    """The sentence's cues less infinitives ("agreed to discuss") and those inside a longer, firmer cue."""
    spoken = [cue for cue in one.cues if not (cue.first and one.words.forms[cue.first - 1] in _TO)]
    kept: list[Cue] = []
    for cue in sorted(spoken or one.cues, key=lambda c: (c.first, -c.end, -STRENGTHS.index(c.payload))):
        if not kept or cue.end > kept[-1].end or cue.first >= kept[-1].end:
            kept.append(cue)
    return kept


def listing_strength(scanned: tuple[Scanned, ...], at: int) -> Strength | None:
    """The strength that a list's items take from the words before its colon; None outside a list."""
    here = at
    while here and scanned[here].sentence.text[-1:] in ";,:" and here > at - 30:
        here -= 1
        if scanned[here].sentence.text.endswith(_LISTING):
            cues = finite_cues(scanned[here])
            return cues[-1].payload if cues else "intended"
    return None
