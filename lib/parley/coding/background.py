"""Sentences that tell of no meeting: how things stand, and what one side has long been doing."""

from parley.codebook.words import words
from parley.coding.scan import Scanned

_SHORTEST_PAST = 4  # "led"; a shorter word in -ed is a name.


def is_background(one: Scanned) -> bool:
    """Whether an English report's sentence is in the present alone: nothing was said, done or announced in it.

    A report tells of its meeting in the past ("discussed") or, before it, in the future; "we" speaks at the meeting.
    """
    if one.sentence.text[-1:] in ";,:":
        return False  # An item of a list has its verb before the colon.
    low = one.words.low
    if not words("telling").isdisjoint(low) or words("standing").isdisjoint(low):
        return False
    return not any(_is_past(low, at) for at in range(len(low)))


def is_speech(scanned: tuple[Scanned, ...]) -> bool:
    """Whether somebody speaks in the text as "I": then the present is said at the meeting."""
    return any("I" in one.words.forms for one in scanned)


def _is_past(low: tuple[str, ...], at: int) -> bool:
    """Whether a word is a verb of the past, and no participle after "has", "is" or an article."""
    word = low[at]
    if not (word.endswith("ed") and len(word) >= _SHORTEST_PAST):
        return False
    before = low[at - 1] if at else ""
    return before not in words("before_participles")
