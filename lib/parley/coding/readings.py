"""How each topic was dealt with: the firmest wording, whose it is, at which meeting, and about what."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from parley.coding.scan import Found, Scanned
from parley.coding.strength import Cue, finite_cues, governing_cue, listing_strength
from parley.coding.voices import JOINT
from parley.model import STRENGTHS, Meeting, Reading, Strength

_WITH_SUBJECT = {"conflict", "multilateral", "sanctions"}
_AGENDA = {"noted", "intended"}
_BEFORE, _AFTER = 3, 4  # Words around a phrase in which a name tells what it is about.
_NO_NAMES = frozenset({"The", "They", "Both", "We", "In", "He", "She", "It", "This", "These", "As", "On", "Also"})


@dataclass(slots=True)
class _Told:
    """What the article's sentences tell of one topic, so far."""

    strength: Strength
    firmest: int
    sentences: list[int] = field(default_factory=list)
    about: dict[str, None] = field(default_factory=dict)


def read_topics(
    scanned: tuple[Scanned, ...], voices: tuple[str | None, ...], meetings: tuple[Meeting, ...]
) -> tuple[Reading, ...]:
    """One reading a topic, in the order in which the topics first appear."""
    focal = next((number for number, meeting in enumerate(meetings) if meeting.focal), None)
    unnamed = _unnamed_voice(meetings, focal)
    elsewhere = _sentences_of_others(scanned, meetings)
    return tuple(
        Reading(
            topic, t.strength, voices[t.firmest] or unnamed, _meeting(t, elsewhere, meetings, focal), tuple(t.about)
        )
        for topic, t in _tell(scanned).items()
    )


def _tell(scanned: tuple[Scanned, ...]) -> dict[str, _Told]:
    told: dict[str, _Told] = {}
    for at, one in enumerate(scanned):
        cues = finite_cues(one) if one.topics else []
        for found in one.topics:
            strength = _strength(scanned, at, cues, found)
            known = told.setdefault(found.topic, _Told(strength, at))
            if STRENGTHS.index(strength) > STRENGTHS.index(known.strength):
                known.strength, known.firmest = strength, at
            if known.sentences[-1:] != [at]:
                known.sentences.append(at)
            if found.topic in _WITH_SUBJECT:
                known.about.update(dict.fromkeys(_subjects(found, one)))
    return told


def _sentences_of_others(scanned: tuple[Scanned, ...], meetings: tuple[Meeting, ...]) -> dict[int, int]:
    """Which sentences are about a meeting that the article only mentions."""
    starts = {meeting.evidence.start: number for number, meeting in enumerate(meetings) if not meeting.focal}
    for meeting in meetings:
        if meeting.focal:
            starts.pop(meeting.evidence.start, None)
    return {at: starts[one.sentence.start] for at, one in enumerate(scanned) if one.sentence.start in starts}


def _meeting(told: _Told, elsewhere: dict[int, int], meetings: tuple[Meeting, ...], focal: int | None) -> int | None:
    """The meeting that a topic belongs to: the focal one, unless it stands on a coming one's agenda alone."""
    others = {elsewhere.get(at) for at in told.sentences}
    (only,) = others if len(others) == 1 else (None,)
    if only is None:
        return focal
    return only if meetings[only].status == "planned" and told.strength in _AGENDA else focal


def _unnamed_voice(meetings: tuple[Meeting, ...], focal: int | None) -> str | None:
    """Whose voice a sentence is that names none: all sides' at a meeting held, the announcing side's before one."""
    if focal is None:
        return None
    meeting = meetings[focal]
    return meeting.parties[0] if meeting.status == "planned" and meeting.parties else JOINT


def _strength(scanned: tuple[Scanned, ...], at: int, cues: list[Cue], found: Found) -> Strength:
    cue = governing_cue(cues, found)
    return cue.payload if cue else listing_strength(scanned, at) or "noted"


def _subjects(found: Found, one: Scanned) -> Iterator[str]:
    """Proper names in and around the phrase, whole: what the sentence says that it is about."""
    name: list[str] = []
    for form in (*one.words.forms[max(0, found.first - _BEFORE) : found.end + _AFTER], ""):
        if form[:1].isupper() and form not in _NO_NAMES:
            name.append(form)
        elif name:
            yield " ".join(name)
            name = []
