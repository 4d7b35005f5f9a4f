"""Which sentence of an article reports its own meeting, if it reports one at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.codebook.words import words
from parley.coding.atoms import Atom
from parley.coding.bodies import counted_up
from parley.coding.datelines import is_dateline
from parley.coding.dates import is_stale
from parley.coding.occasions import find_occasion
from parley.coding.passages import Passage
from parley.coding.people import HEADLINE, Person
from parley.coding.registry import spans_of_whole_names
from parley.coding.story import Story
from parley.coding.triggers import Trigger, find_trigger

_REMARKS_ON = re.compile(r"\b(?:[Rr]emarks|[Ss]tatement|[Aa]ddress|[Ss]peech|[Bb]riefing) (?:on|about)(?: the)? $")
_HEAD_PASSAGES = 5
_SIGN = re.compile(r"\bsign(?:s|ed|ing)?\b|\bsignature\b", re.IGNORECASE)
_RICHER_WITHIN = 4
_OCCASIONS = 2
_PAIR = 2
_TALKS = ("dialogue", "summit", "ministerial")


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence that tells of the reported meeting, and its word of meeting."""

    number: int
    passage: Passage
    trigger: Trigger


def find_scene(story: Story) -> Scene | None:
    """The sentence that reports the article's own meeting; None where the article reports none."""
    told, told_does = headline_tells(story), _headline_does(story)
    limit = story.told if told else min(story.told, _HEAD_PASSAGES)
    first: Scene | None = None
    for number, passage in enumerate(story.passages[:limit]):
        if first and number > first.number + _RICHER_WITHIN:
            break
        trigger = find_trigger(passage, story.people_in(number))
        if trigger is None and number < _OCCASIONS:
            trigger = find_occasion(story, number)
        if trigger and not _fits_headline(trigger.does, told_does, story.article.title):
            continue
        if trigger and _is_reported(story, Scene(number, passage, trigger), told):
            scene = Scene(number, passage, trigger)
            if first is None or _is_better(story, scene, first):
                first = scene
    return first or (_by_headline(story) if told else _by_heads(story))


def _fits_headline(does: str, told: str, title: str) -> bool:
    """Whether a sentence's verb can be the headline's: no journey where it tells of talks, no signing where of none."""
    if does == "sign":
        return _SIGN.search(title) is not None
    if told == "call":
        return does == "call"
    return does != "visit" or told in ("", "visit")


def _headline_does(story: Story) -> str:
    """What the headline's verb does; empty where it has none."""
    for passage in story.headline:
        trigger = find_trigger(passage, story.people_in(HEADLINE), headline=True)
        if trigger:
            return trigger.does
        kinds = [atom.value for atom in passage.of("events")]
        if "call" in kinds:
            return "call"
    return ""


def _is_better(story: Story, scene: Scene, first: Scene) -> bool:
    """Whether a later sentence tells the same meeting more fully than the first one with a word of meeting."""
    if first.trigger.does == "visit" or scene.trigger.status != first.trigger.status:
        return False
    return _richness(story, scene) > _richness(story, first)


def headline_tells(story: Story) -> bool:
    """Whether the headline itself names a meeting, a call, a visit or a format."""
    if headline_denies(story):
        return False
    for passage in story.headline:
        if any(f.standing for f in passage.formats):
            return True
        tells = find_trigger(passage, story.people_in(HEADLINE), headline=True) or _events(passage)
        if tells and _names_two(story, passage):
            return True
    return False


def _events(passage: Passage) -> list[Atom]:
    """The passage's words for an event; a council or a commission spoken of is a body, and no event."""
    bodies = words("bodies")
    atoms = passage.of("events", "heads")
    return [atom for atom in atoms if passage.text[atom.start : atom.end] not in bodies]


def headline_denies(story: Story) -> bool:
    """Whether the headline tells of a message, a decree or the like, and so of no meeting."""
    if _has_stem(story, words("no_meeting")):
        return True
    if not _has_stem(story, words("no_talks")):
        return False
    talks = any(atom.value in _TALKS for line in story.headline for atom in line.of("events", "heads"))
    return not (talks or any(True for line in story.headline for _ in spans_of_whole_names(line, story.book)))


def _has_stem(story: Story, stems: frozenset[str]) -> bool:
    return any(map((" " + story.article.title.casefold()).__contains__, _openings(stems)))


@cache
def _openings(stems: frozenset[str]) -> tuple[str, ...]:
    """Stems as they stand in a title in small letters: each at the beginning of a word."""
    return tuple(" " + stem.replace("-", " ").casefold() for stem in stems)


def _names_two(story: Story, passage: Passage) -> bool:
    """Whether the headline names two sides, or one besides the outlet's own."""
    atoms = [atom for atom in passage.of("name") if atom.value.kind != "city"]
    atoms = [atom for atom in atoms if not _REMARKS_ON.search(passage.text[max(0, atom.start - 24) : atom.start])]
    named = {party for atom in atoms for party in atom.value.parties}
    people = story.headline_people()
    sides = (named | {person.party for person in people} | {story.home}) - {None}
    return len(sides) > 1 or len(people) > 1 or any(person.party is None for person in people)


def _is_reported(story: Story, scene: Scene, told: bool) -> bool:
    """Whether the sentence reports news, and not something long past or merely thought of."""
    passage, trigger = scene.passage, scene.trigger
    people = story.people_in(scene.number)
    sides = {p.party for _, _, p in people} | {
        q for a in passage.of("name") for q in a.value.parties if a.value.kind != "city"
    }
    known = sides - {None} | ({story.home} if story.home and (people or told) else set())
    if trigger.does != "format" and len(known) < _PAIR and not (told and _is_of_headline(story, people, known)):
        return False
    # What an article opens with is its subject, however late it comes; further on an old day is background.
    if scene.number and is_long_past(story, scene):
        return False
    return told or not headline_denies(story)


def _is_of_headline(story: Story, people: Sequence[tuple[int, int, Person]], known: set[str | None]) -> bool:
    """Whether a sentence names one of the two sides that the headline tells of, and somebody whose side it leaves out.

    "Minister Roe spoke with the Minister of Peru, Luis Soto", under "Call of the foreign ministers of Chile and Peru".
    """
    sides = {party for line in story.headline for atom in line.of("name") for party in atom.value.parties}
    return len(sides) == _PAIR and len(people) >= _PAIR and bool(known) and known < sides


def is_long_past(story: Story, scene: Scene) -> bool:
    """Whether a sentence gives days of what it tells, and all of them lie too long before publication to be news."""
    published = story.article.published_on or ""
    near = [when.start for when in scene.passage.dates if when.start and when.at < scene.trigger.cut]
    return bool(near and published) and all(is_stale(start, published) for start in near)


def _richness(story: Story, scene: Scene) -> int:
    """How much of a meeting a sentence tells: format, people, date."""
    passage = scene.passage
    return 2 * any(f.standing for f in passage.formats) + bool(story.people_in(scene.number)) + bool(passage.dates)


def _by_headline(story: Story) -> Scene | None:
    """Where only the headline has the word of meeting: the first sentence that speaks of the talks or of both."""
    headline = {id(person) for person in story.headline_people()}
    best: Passage | None = None
    number = 0
    for n, passage in enumerate(story.passages[: story.told]):
        if is_dateline(passage.sentence.text):
            continue
        there = {id(person) for _, _, person in story.people_in(n)}
        events = [atom for atom in passage.of("events", "heads") if atom.value != "other"]
        if len(there & headline) > 1 or (events and (there or not headline)):
            best, number = passage, n
            break
    if best is None:
        return _by_parties(story) or _by_order(story)
    return Scene(number, best, _headline_trigger(story, best))


def _by_heads(story: Story) -> Scene | None:
    """Where the headline tells of a meeting and names no sides: the first sentence that counts up whose heads met."""
    if headline_denies(story) or not any(_events(line) for line in story.headline):
        return None
    for number, passage in enumerate(story.passages[: min(story.told, _HEAD_PASSAGES)]):
        counted = counted_up(passage) if not is_dateline(passage.sentence.text) else None
        if counted and counted.acted:
            return Scene(number, passage, Trigger("meet", "held", counted.at, counted.till, counted.till))
    return None


def _by_parties(story: Story) -> Scene | None:
    """Where no sentence speaks of the talks that the headline names: the first that names both sides."""
    sides = {party for line in story.headline for atom in line.of("name") for party in atom.value.parties}
    acts = [act for line in story.headline for act in line.of("act")]
    for number, passage in enumerate(story.passages if len(sides) > 1 and acts else ()):
        if len(sides & {party for atom in passage.of("name") for party in atom.value.parties}) > 1:
            start, end = passage.sentence.start, passage.sentence.end
            return Scene(number, passage, Trigger("meet", "held", start, start, end, dated=False))
    return None


def _by_order(story: Story) -> Scene | None:
    """Where the text leaves all names to the headline: the first sentence after the dateline."""
    sides = {person.party for person in story.headline_people()} | {story.home}
    if len(sides - {None}) < 2:
        return None
    for number, passage in enumerate(story.passages):
        if not is_dateline(passage.sentence.text):
            return Scene(number, passage, _headline_trigger(story, passage))
    return None


def _headline_trigger(story: Story, passage: Passage) -> Trigger:
    end = passage.sentence.end
    for line in story.headline:
        trigger = find_trigger(line, story.people_in(HEADLINE), headline=True)
        if trigger:
            return Trigger(trigger.does, trigger.status, passage.sentence.start, passage.sentence.start, end)
        for atom in line.of("events"):
            does = {"call": "call", "visit": "visit", "negotiation": "meet"}.get(atom.value, "meet")
            return Trigger(does, "held", passage.sentence.start, passage.sentence.start, end)
    return Trigger("meet", "held", passage.sentence.start, passage.sentence.start, end)
