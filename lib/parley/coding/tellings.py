"""Where an article tells of one meeting after another: each sentence with which the next of them begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parley.codebook.several import pattern_of
from parley.coding.dates import When
from parley.coding.parties import named_parties
from parley.coding.passages import Passage
from parley.coding.people import Person
from parley.coding.scenes import Scene, headline_tells, is_long_past
from parley.coding.story import Story
from parley.coding.triggers import Trigger, find_trigger, is_before_person

MOST_MEETINGS = 12
"""Meetings that one article reports at most; so many sections are read anew, and a digest has fewer."""
_FACE_TO_FACE = ("meet", "call", "receive")
_CLAUSE = re.compile(r"[,;:—-] |[(«“\"]")
# Who comes to talks told before is at those; what is welcomed or praised was another's doing.
_NO_NEW = re.compile(r"(?:took part|participated|attended|joined|welcomed)\b")
_DELEGATION = re.compile(r"welcomed (?:an?|the) (?:[\w-]+ ){0,3}delegation\b")
_IMPERSONAL = re.compile(r"(?:состоя|прош|провед|was held|were held|took place)", re.IGNORECASE)
_PHONE = re.compile(r"call|phone|video|разговор|телефон", re.IGNORECASE)
_LONGEST_OPENING = 200
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of a meeting of `sides`; `actor` is who is meant by a pronoun at `[at, till)`, if any."""

    scene: Scene
    sides: frozenset[str]
    actor: Person | None = None
    at: int = 0
    till: int = 0

    @property
    def number(self) -> int:
        """The number of the sentence."""
        return self.scene.number


def tellings(story: Story, scene: Scene) -> list[Telling]:
    """The first sentence about each meeting that the article reports, in order; one alone where it reports one."""
    first = _first(story, scene)
    if first is None or len(first.sides) < 2 or _is_of_journey(story):
        return []
    actors = _actors(story, first)
    if not actors:
        return [first]
    # A headline that is about one meeting needs another one to be told of as such.
    told, found = headline_is_of_one(story), [first]
    for number in range(first.number + 1, story.told):
        if len(found) == MOST_MEETINGS:
            break
        telling = _telling(story, number, actors)
        if telling and _is_another(telling, found, actors) and (not told or goes_further(telling.scene.passage)):
            found.append(telling)
    return found


def headline_is_of_one(story: Story) -> bool:
    """Whether the headline tells of one meeting alone: of none, and of "meetings" with several, it does not."""
    return headline_tells(story) and not pattern_of("several_meetings").search(story.article.title)


def _is_of_journey(story: Story) -> bool:
    """Whether the headline tells of a visit: several talks on one journey are one visit."""
    return any(atom.value == "visit" for line in story.headline for atom in line.of("events"))


def _first(story: Story, scene: Scene) -> Telling | None:
    """The article's first meeting face to face; None where its own is a journey, a signing or a standing format."""
    if scene.trigger.does not in _FACE_TO_FACE:
        return None
    for number in range(scene.number):
        earlier = _telling(story, number, ())
        if earlier and earlier.scene.trigger.does in _FACE_TO_FACE and len(earlier.sides) > 1:
            return earlier
    return Telling(scene, frozenset(_sides(story, scene)))


def _telling(story: Story, number: int, actors: Sequence[Person]) -> Telling | None:
    """What a sentence tells of a meeting held; None where it tells of none, or only in passing."""
    passage, people = story.passages[number], story.people_in(number)
    trigger = find_trigger(passage, people) or (_in_talks(passage) if actors else None)
    if trigger is None or trigger.status != "held" or trigger.does not in _FACE_TO_FACE:
        return None
    scene = Scene(number, passage, trigger)
    if passage.text.startswith(" by ", trigger.till) or _is_nothing_new(passage, trigger):
        return None
    if _is_aside(passage, trigger) or is_long_past(story, scene):
        return None
    sides = _sides(story, scene)
    for actor in actors:
        meant = _meant(passage, trigger, people, actor, actor is actors[0])
        if meant and actor.party:
            return Telling(scene, frozenset({*sides, actor.party}), actor, *meant)
    return Telling(scene, frozenset(sides))


def _in_talks(passage: Passage) -> Trigger | None:
    """Talks that open a sentence as where something was said: "In a separate meeting with …, she raised …"."""
    text, start, end = passage.text, passage.sentence.start, passage.sentence.end
    found = pattern_of("in_talks").match(text, start, end)
    if found is None:
        return None
    does = "call" if _PHONE.search(found[0]) else "meet"
    comma = text.rfind(", ", found.end(), min(end, found.end() + _LONGEST_OPENING))
    return Trigger(does, "held", start, found.end(), comma if comma > 0 else end)


def _sides(story: Story, scene: Scene) -> set[str]:
    """The sides of those who are named in the sentence before it turns to what was talked about."""
    people = story.people_in(scene.number)
    passage, cut = scene.passage, scene.trigger.cut
    present = {p.party for start, end, p in people if start < cut and not passage.text.startswith("'s", end)}
    return {party for party in present if party} | set(named_parties(passage, passage.sentence.start, cut))


def _actors(story: Story, first: Telling) -> list[Person]:
    """Who met one after the other: those named before the verb, or the outlet's own side."""
    people = [(start, p) for start, _, p in story.people_in(first.number) if p.party in first.sides]
    before = [p for start, p in people if start < first.scene.trigger.at]
    return before or [p for _, p in people if p.party == story.home][:1]


def _is_aside(passage: Passage, trigger: Trigger) -> bool:
    """Whether the verb stands in a clause that looks back, or in someone's mouth, or tells of a time long before."""
    text, start = passage.text, passage.sentence.start
    clauses = [match.end() for match in _CLAUSE.finditer(text, start, trigger.at)]
    clause = text[clauses[-1] if clauses else start : trigger.at]
    if pattern_of("aside").search(clause) or pattern_of("long_before").search(passage.sentence.text):
        return True
    return text[start] in "\"“«'" or text.count("“", start, trigger.at) > text.count("”", start, trigger.at)


def _is_nothing_new(passage: Passage, trigger: Trigger) -> bool:
    """Whether the verb tells of coming to talks told before, or of praise, and not of somebody who was received."""
    if _NO_NEW.match(passage.text, trigger.at) is None or _DELEGATION.match(passage.text, trigger.at):
        return False
    return not (trigger.does == "receive" and is_before_person(passage, trigger.till))


def _meant(
    passage: Passage, trigger: Trigger, people: Sequence[tuple[int, int, Person]], actor: Person, is_first: bool
) -> tuple[int, int] | None:
    """Where the sentence speaks of somebody without a name ("he", "the Kenyan minister"); None where it does not.

    A pronoun, or no word at all, means the first of those who met.
    """
    text, start = passage.text, passage.sentence.start
    named = [(begin, person) for begin, _, person in people if begin < trigger.cut]
    if any(person.party == actor.party for _, person in named):
        return None
    is_unsaid = trigger.at == start or (_IMPERSONAL.match(text, trigger.at) and goes_further(passage))
    if is_unsaid and is_first:
        return trigger.at, trigger.at
    if any(begin < trigger.at for begin, _ in named):
        return None
    pronouns = list(pattern_of("pronouns").finditer(text, start, trigger.at))
    if pronouns and is_first:
        return pronouns[-1].span()
    office = set(_WORD.findall((actor.office or "").casefold()))
    for word in _WORD.finditer(text, start, trigger.at):
        if word[0].casefold() in office and _is_of_side(passage, word.start(), actor):
            return word.span()
    return None


def _is_of_side(passage: Passage, at: int, actor: Person) -> bool:
    """Whether no other state's name stands right before a word ("the Kenyan minister")."""
    beside = [atom for atom in passage.of("name") if atom.end + 1 == at]
    return all(actor.party in atom.value.parties for atom in beside)


def _is_another(telling: Telling, found: Sequence[Telling], actors: Sequence[Person]) -> bool:
    """Whether a sentence tells of a meeting with somebody who was at none of those told so far."""
    known = {actor.party for actor in actors} & telling.sides
    if not known or len(telling.sides) < 2:
        return False
    if any(telling.sides <= earlier.sides for earlier in found):
        return False
    others = telling.sides - known
    is_marked = goes_further(telling.scene.passage) or bool(_own_dates(telling.scene))
    return is_marked or not others & found[-1].sides


def _own_dates(scene: Scene) -> list[When]:
    return [when for when in scene.passage.dates if when.at < scene.trigger.cut]


def goes_further(passage: Passage) -> bool:
    """Whether the sentence itself says that it tells of a further meeting."""
    text = passage.sentence.text
    return bool(pattern_of("further").search(text) or pattern_of("same_day").search(text))
