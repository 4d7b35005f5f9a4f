"""How each topic was dealt with: the firmest wording, whose it is, at which meeting, and about what.

Each sentence keeps what it says itself: of those that people leave, the reading is made again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parley.coding.atoms import Atom
from parley.coding.background import is_background, is_speech
from parley.coding.confidence import of_topic
from parley.coding.scan import Scanned
from parley.coding.sections import Sections, told_of_others
from parley.coding.story import Story
from parley.coding.strength import clause_voice, finite_cues, governing_cue, listing_strength
from parley.coding.subjects import WITH_SUBJECT, subjects
from parley.coding.topics import Named
from parley.coding.voices import JOINT, Voiced
from parley.model import STRENGTHS, Meeting, Mention, Reading, Strength

_AGENDA = {"noted", "intended"}


@dataclass(slots=True)
class _Said:
    """How firmly one sentence, or all so far, put a topic, in whose voice, and about what."""

    strength: Strength
    voice: str | None
    about: dict[str, None] = field(default_factory=dict)

    def is_weaker(self, strength: Strength) -> bool:
        return STRENGTHS.index(strength) > STRENGTHS.index(self.strength)


@dataclass(slots=True)
class Told:
    """What the article's sentences tell of one topic."""

    sentences: dict[int, _Said] = field(default_factory=dict)
    """What each sentence says, by its number."""
    is_background: bool = True
    """Whether every sentence only tells how things stand."""

    @property
    def firmest(self) -> int:
        """The number of the first sentence with the firmest wording."""
        return max(self.sentences, key=lambda at: STRENGTHS.index(self.sentences[at].strength))


def read_topics(
    told: Mapping[str, Told], scanned: tuple[Scanned, ...], meetings: tuple[Meeting, ...], story: Story
) -> tuple[Reading, ...]:
    """One reading a topic, in the order in which the topics first appear."""
    sections = Sections(meetings)
    unnamed = _unnamed_voice(meetings, sections.focal, story.home)
    elsewhere = told_of_others([one.sentence for one in scanned], meetings)
    readings = []
    for topic, t in told.items():
        at = t.firmest
        said, about = t.sentences[at], dict.fromkeys(what for one in t.sentences.values() for what in one.about)
        meeting = _meeting(t, said.strength, elsewhere, meetings, sections.at(scanned[at].sentence.start))
        readings.append(Reading(topic, said.strength, said.voice or unnamed, meeting, tuple(about)))
    return tuple(readings)


def worded(
    named: Sequence[Named],
    told: Mapping[str, Told],
    scanned: tuple[Scanned, ...],
    meetings: tuple[Meeting, ...],
    story: Story,
) -> tuple[Mention, ...]:
    """The topics, each with what its own sentence says of it, and how sure that is."""
    focal = Sections(meetings).focal
    unnamed, is_met = _unnamed_voice(meetings, focal, story.home), focal is not None
    mentions = []
    for topic, at, evidence, rule, weight in named:
        said, sure = told[topic].sentences[at], of_topic(weight, bool(scanned[at].cues), is_met)
        by, about = said.voice or unnamed, tuple(said.about)
        mentions.append(Mention(topic, evidence, rule, sure, strength=said.strength, by=by, about=about))
    return tuple(mentions)


def tell(
    scanned: tuple[Scanned, ...], voices: tuple[Voiced, ...], names: Mapping[int, Sequence[Atom]]
) -> dict[str, Told]:
    """What the sentences tell of each topic, in the order in which the topics first appear."""
    told: dict[str, Told] = {}
    is_report = not is_speech(scanned)
    for at, one in enumerate(scanned):
        cues = finite_cues(one) if one.topics else []
        stands = is_report and bool(one.topics) and is_background(one)  # Once a sentence, not once a topic's phrase.
        for found in one.topics:
            cue = governing_cue(one.words.forms, cues, found)
            strength = cue.payload if cue else listing_strength(scanned, at) or "noted"
            known = told.setdefault(found.topic, Told())
            known.is_background &= stands
            said = known.sentences.get(at)
            if said is None or said.is_weaker(strength):
                voice = clause_voice(voices[at], one.words.forms, cues, cue.first) if cue else voices[at].subject
                said = known.sentences[at] = _Said(strength, voice, said.about if said else {})
            if found.topic in WITH_SUBJECT:
                about = subjects(found, one, names.get(one.sentence.start, ()))
                said.about.update(dict.fromkeys(about))
    return told


def _meeting(
    told: Told, strength: Strength, elsewhere: dict[int, int], meetings: tuple[Meeting, ...], focal: int | None
) -> int | None:
    """The meeting that a topic belongs to: the focal one, unless it stands on a coming one's agenda alone."""
    if told.is_background and focal is not None and meetings[focal].status == "held":
        return None
    others = {elsewhere.get(at) for at in told.sentences}
    (only,) = others if len(others) == 1 else (None,)
    if only is None:
        return focal
    return only if meetings[only].status == "planned" and strength in _AGENDA else focal


def _unnamed_voice(meetings: tuple[Meeting, ...], focal: int | None, outlet: str | None) -> str | None:
    """Whose voice a sentence is that names none: all sides' at a meeting held, the announcing side's before one."""
    if focal is None:
        return None
    meeting = meetings[focal]
    if meeting.status != "planned" or not meeting.parties:
        return JOINT
    return outlet if outlet in meeting.parties else meeting.parties[0]
