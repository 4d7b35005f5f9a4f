"""Whose voice a sentence is: a party's, of all sides together, or nobody's that the text names."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from parley.codebook.offices import load_offices
from parley.codebook.voices import never_subject
from parley.codebook.words import words
from parley.coding.agents import Agent, agent_of, agents_in
from parley.coding.automaton import Hit
from parley.coding.scan import Scanned
from parley.model import Language, Meeting

_JOINED = frozenset({"and", "и", "мен", "пен", "бен", ","})
_OPENS_CLAUSE = frozenset({",", "and", "while", "but", ";", "that", "as", "и", "а", "что", "которые"})
_ARTICLES = frozenset({"the", "both", "all", "also", "its", "their", "his", "her"})
_WITHIN = frozenset({"the", "of", "for", "and"})
_TWO = 2
_REACH = 5  # Words from a name to the one joined to it.
_NEAR = 8  # Words between a clause's own subject and its verb.
_RAISED = frozenset({"up", "forward"})  # "Was brought up by", "was put forward by".
JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who may speak in an article: the parties of its meetings, and its people by surname."""

    parties: frozenset[str]
    people: dict[str, str]
    home: str | None
    is_planned: bool = False
    """Whether the article announces its meeting: then "the talks" have said nothing yet."""
    is_of_none: bool = False
    """Whether the article tells of no meeting: then "the session" that it names is nobody's with another."""


class Voiced(NamedTuple):
    """Whose voice a sentence is, and every voice named in it with the number of its word."""

    subject: str | None
    named: tuple[tuple[int, str], ...]
    low: tuple[str, ...]
    """The sentence's words in small letters."""
    agents: tuple[Agent, ...] = ()
    """By whom something was done, where a passive verb says so."""

    def of_clause(self, since: int, verb: int) -> str | None:
        """The voice of the clause whose verb stands at word `verb`, the verb before it having ended at `since`."""
        if self.agents and (agent := agent_of(self.agents, verb)):
            return agent
        if not self.named:
            return self.subject
        starts = [at for at, word in enumerate(self.low[since:verb], since) if word in _OPENS_CLAUSE]
        if not since:
            starts.insert(0, -1)
        for number in range(len(starts) - 1, -1, -1):
            start = starts[number]
            own = [voice for at, voice in self.named if start < at < min(verb, start + _NEAR)]
            if own:
                # "… that Chad and Mali stand": what stands before the "and" is as much its subject.
                own += [voice for at, voice in self.named if max(starts[:number], default=verb) < at < start]
                return JOINT if JOINT in own or len(set(own)) > 1 else own[0]
        return self.subject


def speakers_of(meetings: tuple[Meeting, ...], is_joint: bool, outlet: str | None) -> Speakers:
    """The voices of an article; "we" is all sides in a joint statement, else the outlet's or the hosting side."""
    people = {
        person.name.split()[-1].casefold(): person.party
        for meeting in meetings
        for person in meeting.participants
        if person.party and person.name
    }
    focal = next((m for m in meetings if m.focal), None)
    parties = focal.parties if focal else ()
    home = outlet if outlet and (outlet in parties or not parties) else next(iter(parties), None)
    return Speakers(
        frozenset(p for m in meetings for p in m.parties),
        people,
        JOINT if is_joint or home is None else home,
        focal is not None and focal.status == "planned",
        not (meetings or is_joint),
    )


def voices_in(scanned: tuple[Scanned, ...], language: Language, speakers: Speakers) -> tuple[Voiced, ...]:
    """The voice of each sentence's subject, in order; "he" and "the Minister" stand for who spoke last."""
    found: list[Voiced] = []
    last: str | None = None
    for one in scanned:
        named = _all_voices(one, speakers, last)
        free = _subjects(named, one) if named else ()
        agents = _agents(one, named) if named and "by" in one.words.low else ()
        voice = _passive(one, agents) or _subject(one, language, speakers, free)
        last = voice if voice not in {None, JOINT} else last
        found.append(Voiced(voice, free, one.words.low, agents))
    return tuple(found)


def _agents(one: Scanned, named: list[tuple[int, str]]) -> tuple[Agent, ...]:
    """Who did what passive verbs tell of; a name goes before a word such as "delegation"."""
    unnamed = {hit.first for hit in one.voices if hit.payload in ("we", "back", "event", "talks")}
    found = []
    for verb, first, end in agents_in(one.words.forms, one.words.low):
        said = [(at, voice) for at, voice in named if first <= at < end]
        own = {voice for at, voice in said if at not in unnamed} or {voice for _, voice in said}
        if own and "?" not in one.words.low:
            found.append(Agent(verb, JOINT if len(own) > 1 else own.pop()))
    return tuple(found)


def _passive(one: Scanned, agents: tuple[Agent, ...]) -> str | None:
    """Who did what the sentence's first verb tells of, where that is passive and of talks: "was built by" is not."""
    if not agents or any(cue.end <= agents[0].verb for cue in one.cues):
        return None
    is_raised = one.words.low[agents[0].verb + 1] in _RAISED
    of_talks = is_raised or any(cue.first <= agents[0].verb < cue.end for cue in one.cues)
    return agents[0].voice if of_talks else None


def _subjects(named: list[tuple[int, str]], one: Scanned) -> tuple[tuple[int, str], ...]:
    """The voices that no preposition governs, itself or through the name beside it ("between Chad and Mali")."""
    kept: list[tuple[int, str]] = []
    governed = -_REACH
    for at, voice in named:
        beside = at - governed < _REACH and _is_one_list(one.words.forms[governed + 1 : at])
        if beside or _follows_preposition(one.words.forms, at):
            governed = at
        else:
            kept.append((at, voice))
    return tuple(kept)


def _is_one_list(between: tuple[str, ...]) -> bool:
    """Whether only joints, articles and other capitals stand between two names."""
    if all(form[:1].isupper() for form in between):
        return True
    joins = _JOINED - {","}
    return not joins.isdisjoint(between) and all(
        form in joins or form in _ARTICLES or form[:1].isupper() for form in between
    )


def _subject(one: Scanned, language: Language, speakers: Speakers, named: tuple[tuple[int, str], ...]) -> str | None:
    """The voices before the sentence's first verb, or its first voice: one party, or several joined."""
    begin = named[0][0] if named else 0
    verb = min([cue.first for cue in one.cues if cue.first > begin], default=len(one.words.forms))
    before = [(at, voice) for at, voice in named if at < verb]
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
    # "С российской стороны": what a longer name holds is no voice of its own.
    wide = [hit for hit in one.voices if hit.end - hit.first > 1 and hit.payload != "back"]
    pair = _opening_pair(one.words.forms) if "back" in [hit.payload for hit in one.voices] else 0
    found = [
        (hit.first, JOINT if hit.payload == "back" and hit.end <= pair else _resolve(hit.payload, speakers, last))
        for hit in one.voices
        if not (wide and _is_within(hit, wide))
    ]
    people = speakers.people
    if not people.keys().isdisjoint(one.words.low):
        found += [
            (at, people[low])
            for at, low in enumerate(one.words.low)
            if low in people and one.words.forms[at][:1].isupper()
        ]
    return sorted((at, voice) for at, voice in found if voice is not None)


def _is_within(hit: Hit[str], wide: list[Hit[str]]) -> bool:
    """Whether a voice stands inside a longer one's words."""
    length = hit.end - hit.first
    return any(one.first <= hit.first and hit.end <= one.end and one.end - one.first > length for one in wide)


def _opening_pair(forms: tuple[str, ...]) -> int:
    """Where the two offices end that a sentence opens with ("The Secretary and the Minister"); 0 where with one."""
    ranks, end, named = load_offices().classes, 0, [False]
    while end < len(forms) and (forms[end][:1].isupper() or forms[end] in _WITHIN):
        named += [False] * (forms[end] == "and")
        named[-1] |= ranks.get(forms[end]) == "R" and forms[end] not in words("spouses")
        end += 1
    return end if len(named) == _TWO and all(named) else 0


def _resolve(voice: str, speakers: Speakers, last: str | None) -> str | None:
    if voice == "we":
        return speakers.home
    if voice == "back":
        return last or speakers.home
    if voice in ("event", "talks"):
        return None if speakers.is_planned or (speakers.is_of_none and voice == "event") else JOINT
    return voice if voice == JOINT or voice in speakers.parties or not speakers.parties else None


_SIGNS = ("joint statement", "joint press", "following statement", "joint declaration", "communiqué", "совместное заяв")
# "We, the foreign ministers of …", "We—the Pacific states and …—", "We, Utopia and Ruritania, …".
_WE_ALL = re.compile(
    r"We ?(?:, |[—–-] ?|the )(?=[^.]{0,300}\b(?:and|leaders|ministers|presidents|heads of)\b)", re.IGNORECASE
)
_GOVERNMENTS = re.compile(r"(?:^|^[^,;.]{1,80}, )[Tt]he [Gg]overnments of ")


def speaks_for_governments(opening: str) -> bool:
    """Whether a text's first sentence has several governments for its subject ("… , the Governments of …")."""
    return _GOVERNMENTS.match(opening) is not None


def is_joint_statement(title: str, scanned: tuple[Scanned, ...]) -> bool:
    """Whether the text is several sides' own: its title or its first sentence says so, or governments open it."""
    if any(speaks_for_governments(one.sentence.text) or _WE_ALL.match(one.sentence.text) for one in scanned[:1]):
        return True
    opening = " ".join([title, *(one.sentence.text for one in scanned[:2])]).casefold()
    return any(sign in opening for sign in _SIGNS)
