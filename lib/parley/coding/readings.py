"""How each topic was dealt with: the firmest wording, whose it is, at which meeting, and about what."""

from parley.coding.scan import Found, Scanned
from parley.coding.strength import Cue, finite_cues, governing_cue, listing_strength
from parley.coding.voices import JOINT
from parley.model import STRENGTHS, Meeting, Reading, Strength

_WITH_SUBJECT = {"conflict", "multilateral", "sanctions"}


def read_topics(
    scanned: tuple[Scanned, ...], voices: tuple[str | None, ...], meetings: tuple[Meeting, ...]
) -> tuple[Reading, ...]:
    """One reading a topic, in the order in which the topics first appear."""
    firmest: dict[str, tuple[Strength, int]] = {}
    about: dict[str, dict[str, None]] = {}
    for at, one in enumerate(scanned):
        cues = finite_cues(one) if one.topics else []
        for found in one.topics:
            strength = _strength(scanned, at, cues, found)
            known = firmest.get(found.topic)
            if known is None or STRENGTHS.index(strength) > STRENGTHS.index(known[0]):
                firmest[found.topic] = (strength, at)
            if found.topic in _WITH_SUBJECT:
                about.setdefault(found.topic, {}).update(dict.fromkeys(_subjects(found, one)))
    focal = next((number for number, meeting in enumerate(meetings) if meeting.focal), None)
    unnamed = _unnamed_voice(meetings, focal)
    return tuple(
        Reading(topic, strength, voices[at] or unnamed, focal, tuple(about.get(topic, ())))
        for topic, (strength, at) in firmest.items()
    )


def _unnamed_voice(meetings: tuple[Meeting, ...], focal: int | None) -> str | None:
    """Whose voice a sentence is that names none: all sides' at a meeting held, the announcing side's before one."""
    if focal is None:
        return None
    meeting = meetings[focal]
    return meeting.parties[0] if meeting.status == "planned" and meeting.parties else JOINT


def _strength(scanned: tuple[Scanned, ...], at: int, cues: list[Cue], found: Found) -> Strength:
    cue = governing_cue(cues, found)
    return cue.payload if cue else listing_strength(scanned, at) or "noted"


def _subjects(found: Found, one: Scanned) -> list[str]:
    """Proper names in and around the phrase: what the sentence says that it is about."""
    forms = one.words.forms[max(0, found.first - 3) : found.end + 4]
    return [form for form in forms if form[:1].isupper() and len(form) > 1]
