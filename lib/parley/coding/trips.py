"""Journeys that a sentence tells of besides the meeting: with days of their own, or called recent or upcoming."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from parley.coding.atoms import Atom
from parley.coding.dates import When
from parley.coding.mentioned import Aside, is_ahead, mentioned
from parley.coding.parties import joined
from parley.coding.passages import Passage
from parley.coding.places import Place, find_place
from parley.coding.story import Story
from parley.model import Meeting, MeetingStatus

_VISIT = re.compile(r"\b(?:visit|trip|travel|engagement) (?:to|in) (?:the )?$")
_VISIT_OF = re.compile(r"\bvisit (?:of|by) [^,.;]{3,70} to (?:the )?$|\bвизит\w*(?: [^\s,.;]+){0,7} во? $")
_WORDS = ("visit", "trip", "travel", "engagement", "визит")
_VISIT_REACH = 90
_UNDATED = re.compile(
    r"(?:\b(?:his|her)|'s) (?P<when>recent|last|upcoming|forthcoming|coming)(?: [\w-]+){0,2} "
    r"(?:visit|trip) to (?:the )?$"
)


def visited(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A visit with days of its own."""
    when = next((w for w in passage.dates if w.start and len(w.start) == 10), None)
    people = [person for _, _, person in story.people_in(number)][:1]
    parties = joined((p.party for p in people), (a.value.parties[0] for a in countries(passage)))
    if when and people and len(parties) == 2 and (when.start, when.end) != (own.start, own.end):
        place = find_place(passage) or Place(None, countries(passage)[0].value.parties[0])
        yield mentioned(story, number, Aside("visit", "held", parties, when, place, people), "visited")


def trips(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A visit told as a noun with its day ("his visit to Israel next month")."""
    if not any(word in passage.sentence.text for word in _WORDS):
        return
    for atom in countries(passage):
        of = _VISIT_OF.search(passage.text, max(passage.sentence.start, atom.start - _VISIT_REACH), atom.start)
        if of is None and not _VISIT.search(passage.text[max(0, atom.start - 24) : atom.start]):
            continue
        when = next((w for w in passage.dates if w.at >= atom.start and (w.start or w.shift)), None)
        if when is None:
            yield from _undated_trip(story, number, passage, atom)
            continue
        low = of.start() if of else passage.sentence.start
        people = [p for start, _, p in story.people_in(number) if low <= start < atom.start][-1:]
        guests = [a.value.parties[0] for a in passage.of("name") if of and low < a.start < atom.start]
        day = _moved(own.start, when.shift) if when.shift else when.start
        moved = When(when.at, when.till, when.sort, day, when.end)
        parties = joined((p.party for p in people), guests if not people else (), atom.value.parties)
        if of and own.start and day and day <= own.start <= (when.end or day) and set(parties) == set(own.parties):
            continue  # The journey on which they met.
        if day and len(parties) > 1:
            status: MeetingStatus = "planned" if not when.shift and is_ahead(story, moved) else "held"
            place = Place(None, str(atom.value.parties[0]))
            yield mentioned(story, number, Aside("visit", status, parties, moved, place, people), "trip")


def _undated_trip(story: Story, number: int, passage: Passage, atom: Atom) -> Iterator[Meeting]:
    """A visit of one who is named before, that is called recent or upcoming ("her recent visit to Utopia")."""
    told = _UNDATED.search(passage.text, max(passage.sentence.start, atom.start - 60), atom.start)
    people = [p for start, _, p in story.people_in(number) if told and start < told.start()][-1:]
    owner = [p.party for p in people] or (_only_office(passage, told.start()) if told else [])
    parties = joined(owner, atom.value.parties)
    if told and owner and len(parties) > 1:
        status: MeetingStatus = "held" if told["when"] in ("recent", "last") else "planned"
        place = Place(None, str(atom.value.parties[0]))
        yield mentioned(story, number, Aside("visit", status, parties, None, place, people), "trip")


def _only_office(passage: Passage, till: int) -> list[str]:
    """The one state named before a character, as in "the President of Utopia spoke of her …"; of several, none."""
    named = {party for atom in passage.of("name") if atom.start < till for party in atom.value.parties}
    return list(named) if len(named) == 1 else []


def countries(passage: Passage) -> list[Atom]:
    """The countries that a sentence names, but for those in somebody's office."""
    return [
        a
        for a in passage.of("name")
        if a.value.kind == "country" and not any(t.first <= a.start < t.last for t in passage.titles)
    ]


def _moved(day: str | None, shift: int) -> str | None:
    """The day so many days later; None where the day itself is not known."""
    if day is None or len(day) != 10:
        return None
    return (date.fromisoformat(day) + timedelta(shift)).isoformat()
