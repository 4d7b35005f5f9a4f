"""How each topic was dealt with: the firmest wording, whose it is, at which meeting, and about what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parley.coding.atoms import Atom
from parley.coding.background import is_background, is_speech
from parley.coding.scan import Scanned
from parley.coding.sections import Sections, told_of_others
from parley.coding.story import Story
from parley.coding.strength import clause_voice, finite_cues, governing_cue, listing_strength
from parley.coding.subjects import WITH_SUBJECT, subjects
from parley.coding.voices import JOINT, Voiced
from parley.model import STRENGTHS, Meeting, Reading, Strength

_AGENDA = {"noted", "intended"}


@dataclass(slots=True)
class _Told:
    """What the article's sentences tell of one topic, so far."""

    strength: Strength
    voice: str | None
    firmest: int
    """The number of the sentence whose wording that is."""
    is_background: bool = True
    """Whether every sentence so far only tells how things stand."""
    sentences: list[int] = field(default_factory=list)
    about: dict[str, None] = field(default_factory=dict)


def read_topics(
    scanned: tuple[Scanned, ...], voices: tuple[Voiced, ...], meetings: tuple[Meeting, ...], story: Story
) -> tuple[Reading, ...]:
    """One reading a topic, in the order in which the topics first appear."""
    sections = Sections(meetings)
    unnamed = _unnamed_voice(meetings, sections.focal, story.home)
    elsewhere = told_of_others([one.sentence for one in scanned], meetings)
    return tuple(
        Reading(
            topic,
            t.strength,
            t.voice or unnamed,
            _meeting(t, elsewhere, meetings, sections.at(scanned[t.firmest].sentence.start)),
            tuple(t.about),
        )
        for topic, t in _tell(scanned, voices, story.names_in()).items()
    )


def _tell(
    scanned: tuple[Scanned, ...], voices: tuple[Voiced, ...], names: Mapping[int, Sequence[Atom]]
) -> dict[str, _Told]:
    told: dict[str, _Told] = {}
    is_report = not is_speech(scanned)
    for at, one in enumerate(scanned):
        cues = finite_cues(one) if one.topics else []
        stands = is_report and bool(one.topics) and is_background(one)  # Once a sentence, not once a topic's phrase.
        for found in one.topics:
            cue = governing_cue(one.words.forms, cues, found)
            strength = cue.payload if cue else listing_strength(scanned, at) or "noted"
            known = told.get(found.topic)
            if known is None or STRENGTHS.index(strength) > STRENGTHS.index(known.strength):
                voice = clause_voice(voices[at], one, cue.first) if cue else voices[at].subject
                if known is None:
                    known = told[found.topic] = _Told(strength, voice, at)
                known.strength, known.voice, known.firmest = strength, voice, at
            known.is_background &= stands
            if known.sentences[-1:] != [at]:
                known.sentences.append(at)
            if found.topic in WITH_SUBJECT:
                about = subjects(found, one, names.get(one.sentence.start, ()))
                known.about.update(dict.fromkeys(about))
    return told


def _meeting(told: _Told, elsewhere: dict[int, int], meetings: tuple[Meeting, ...], focal: int | None) -> int | None:
    """The meeting that a topic belongs to: the focal one, unless it stands on a coming one's agenda alone."""
    if told.is_background and focal is not None and meetings[focal].status == "held":
        return None
    others = {elsewhere.get(at) for at in told.sentences}
    (only,) = others if len(others) == 1 else (None,)
    if only is None:
        return focal
    return only if meetings[only].status == "planned" and told.strength in _AGENDA else focal


def _unnamed_voice(meetings: tuple[Meeting, ...], focal: int | None, outlet: str | None) -> str | None:
    """Whose voice a sentence is that names none: all sides' at a meeting held, the announcing side's before one."""
    if focal is None:
        return None
    meeting = meetings[focal]
    if meeting.status != "planned" or not meeting.parties:
        return JOINT
    return outlet if outlet in meeting.parties else meeting.parties[0]
