"""Whose voice a sentence is: a party's, of all sides together, or nobody's that the text names."""

from dataclasses import dataclass

from parley.codebook.voices import never_subject
from parley.coding.scan import Scanned
from parley.model import Language, Meeting

_JOINED = frozenset({"and", "и", "мен", "пен", "бен", ","})
JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who may speak in an article: the parties of its meetings, and its people by surname."""

    parties: frozenset[str]
    people: dict[str, str]
    home: str | None


def speakers_of(meetings: tuple[Meeting, ...], is_joint: bool) -> Speakers:
    """The voices of an article; "we" is all sides in a joint statement, else the side that hosts or reports."""
    people = {
        person.name.split()[-1].casefold(): person.party
        for meeting in meetings
        for person in meeting.participants
        if person.party and person.name
    }
    focal = next((m for m in meetings if m.focal), None)
    home = focal.parties[0] if focal and focal.parties else None
    return Speakers(
        frozenset(p for m in meetings for p in m.parties), people, JOINT if is_joint or home is None else home
    )


def voices_in(scanned: tuple[Scanned, ...], language: Language, speakers: Speakers) -> tuple[str | None, ...]:
    """The voice of each sentence's subject, in order; "he" and "the Minister" stand for who spoke last."""
    found: list[str | None] = []
    last: str | None = None
    for one in scanned:
        voice = _subject(one, language, speakers, last)
        last = voice if voice not in {None, JOINT} else last
        found.append(voice)
    return tuple(found)


def _subject(one: Scanned, language: Language, speakers: Speakers, last: str | None) -> str | None:
    """The voices before the sentence's first verb, or its first voice: one party, or several joined."""
    named = _all_voices(one, speakers, last)
    verb = min((cue.first for cue in one.cues if not named or cue.first > named[0][0]), default=len(one.words.forms))
    ahead = [(at, voice) for at, voice in named if at < verb]
    before = [(at, voice) for at, voice in ahead if not _follows_preposition(one.words.forms, at)]
    if not before:
        return _late_subject(one, speakers) if language == "ru" else None
    parties = {voice for _, voice in before}
    if JOINT in parties:
        return JOINT
    is_joined = any(form in _JOINED for form in one.words.forms[before[0][0] : before[-1][0]])
    return JOINT if len(parties) > 1 and is_joined else before[0][1]


def _late_subject(one: Scanned, speakers: Speakers) -> str | None:
    """The person who follows the verb, as Russian often has it."""
    named = (speakers.people.get(form.casefold()) for form in one.words.forms if form[:1].isupper())
    return next(filter(None, named), None)


def _follows_preposition(forms: tuple[str, ...], at: int) -> bool:
    """Whether "in", "with" or the like stands before a name, with at most one word between."""
    for back in (1, 2):
        if at < back or (back > 1 and not forms[at - 1].islower()):
            return False
        word = forms[at - back].casefold()
        if word in never_subject():
            return True
        # "the people of Uzbekistan" do not speak; "the Kingdom of Bahrain" and "the President of Uzbekistan" may.
        if word == "of":
            return at > back and forms[at - back - 1].islower()
    return False


def _all_voices(one: Scanned, speakers: Speakers, last: str | None) -> list[tuple[int, str]]:
    found = [(hit.first, _resolve(hit.payload, speakers, last)) for hit in one.voices]
    found += [
        (at, speakers.people[form.casefold()])
        for at, form in enumerate(one.words.forms)
        if form[:1].isupper() and form.casefold() in speakers.people
    ]
    return sorted((at, voice) for at, voice in found if voice is not None)


def _resolve(voice: str, speakers: Speakers, last: str | None) -> str | None:
    if voice == "we":
        return speakers.home
    if voice == "back":
        return last or speakers.home
    return voice if voice == JOINT or voice in speakers.parties or not speakers.parties else None


def is_joint_statement(title: str, scanned: tuple[Scanned, ...]) -> bool:
    """Whether the text is several sides' own: its title or its first sentence says so."""
    opening = " ".join([title, *(one.sentence.text for one in scanned[:2])]).casefold()
    return any(sign in opening for sign in ("joint statement", "joint press", "following statement", "совместное заяв"))
