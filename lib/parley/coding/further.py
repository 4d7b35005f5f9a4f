"""Several meetings that an article reports one after another, each read from its own sentences alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.codebook.several import pattern_of
from parley.coding.focal import reported_meeting
from parley.coding.passages import Passage
from parley.coding.people import HEADLINE, Person, Spot
from parley.coding.sections import FURTHER
from parley.coding.story import Story
from parley.coding.tellings import Telling, goes_further, headline_is_of_one
from parley.coding.tokens import Line
from parley.model import Meeting, Sentence

_NEXT_DAY = 1


def several(story: Story, told: Sequence[Telling]) -> list[Meeting]:
    """The meetings with which these sentences begin, in order."""
    ends = [telling.number for telling in told[1:]] + [len(story.passages)]
    met: list[Meeting] = []
    for n, (telling, end) in enumerate(zip(told, ends, strict=True)):
        part = _section(story, told, n, end)
        meeting = reported_meeting(part, telling.scene)
        met.append(_after(story, telling, meeting, met[-1]) if met else meeting)
    return met


def _section(story: Story, told: Sequence[Telling], n: int, end: int) -> Story:
    """The article as if it told of this meeting alone: its own sentences, and the headline for the first."""
    begin, telling = told[n].number if n else 0, told[n]
    inside = range(begin, end)
    people = {id(person): _within(person, inside, telling, n == 0) for person in story.people}
    named = {number: [(low, high, people[id(p)]) for low, high, p in story.people_in(number)] for number in inside}
    if telling.actor:
        named[telling.number] = sorted(
            [(telling.at, telling.till, people[id(telling.actor)]), *named[telling.number]], key=lambda entry: entry[:2]
        )
    if n == 0:
        later = _met_later(story, told)
        headline = [entry for entry in story.people_in(HEADLINE) if id(entry[2]) not in later]
        named[HEADLINE] = [(low, high, people[id(p)]) for low, high, p in headline]
    nothing = Passage(Sentence(0, 0, ""), story.article.text[:0], (), Line("", 0, 0, ()), (), (), (), [])
    return replace(
        story,
        article=story.article if n == 0 else replace(story.article, title=""),
        headline=story.headline if n == 0 else (),
        passages=(*(nothing for _ in range(begin)), *story.passages[begin:end]),
        people=tuple(person for person in people.values() if person.spots),
        named=named,
        told=min(story.told, end),
    )


def _within(person: Person, inside: range, telling: Telling, with_headline: bool) -> Person:
    """The person as these sentences name them."""
    spots = [s for s in person.spots if s.passage in inside or (with_headline and s.passage == HEADLINE)]
    if person is telling.actor:
        spots.insert(0, Spot(telling.number, telling.at, telling.till))
    return replace(person, spots=spots)


def _met_later(story: Story, told: Sequence[Telling]) -> set[int]:
    """Those whom only the later meetings' sentences name."""
    first = {id(p) for _, _, p in story.people_in(told[0].number)}
    return {id(p) for telling in told[1:] for _, _, p in story.people_in(telling.number)} - first


def _after(story: Story, telling: Telling, meeting: Meeting, last: Meeting) -> Meeting:
    """A later meeting with what it takes over from the one told before it: a day told from it, and the place."""
    start, end = _day(telling, meeting, last)
    meeting = replace(
        meeting,
        rule=f"{FURTHER}:{telling.scene.trigger.does}",
        focal=_is_own(story, telling),
        start=start,
        end=end,
    )
    is_same_seat = meeting.place is None and last.place and meeting.country in (None, last.country)
    if is_same_seat and meeting.kind != "call" and _is_near(start, last.start) and not _names_city(telling):
        return replace(meeting, place=last.place, country=last.country)
    return meeting


def _day(telling: Telling, meeting: Meeting, last: Meeting) -> tuple[str | None, str | None]:
    """When a later meeting was: as told, or so many days after the last one, or on its day."""
    if meeting.date_evidence is not None:
        return meeting.start, meeting.end
    passage = telling.scene.passage
    shift = next((when.shift for when in passage.dates if when.shift and when.at < telling.scene.trigger.cut), 0)
    if shift:
        return _moved(last.start, shift), None
    if last.date_evidence is None:
        return last.start, last.end
    is_same_day = pattern_of("same_day").search(passage.sentence.text) is not None
    if is_same_day or goes_further(passage) or meeting.start == last.start:
        return last.start, last.end
    return None, None


def _moved(day: str | None, shift: int) -> str | None:
    """The day so many days on; None where the day itself is not known."""
    if day is None or len(day) != len("2024-04-10"):
        return None
    return (date.fromisoformat(day) + timedelta(shift)).isoformat()


def _is_near(one: str | None, other: str | None) -> bool:
    """Whether two days are the same or follow each other."""
    if one is None or other is None or len(one) != len(other):
        return False
    if len(one) < len("2024-04-10"):
        return one == other
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _NEXT_DAY


def _names_city(telling: Telling) -> bool:
    return any(atom.value.kind == "city" for atom in telling.scene.passage.of("name"))


def _is_own(story: Story, telling: Telling) -> bool:
    """Whether the article reports the meeting: always, but where its headline is about another one alone."""
    if not headline_is_of_one(story):
        return True
    named = {party for line in story.headline for atom in line.of("name") for party in atom.value.parties}
    named |= {person.party for person in story.headline_people()}
    present = {id(person) for _, _, person in story.people_in(telling.number)}
    known = {party for party in telling.sides if party != story.home}
    is_named = bool(present & {id(person) for person in story.headline_people()}) and known <= named
    return is_named or not named - {story.home} or bool(known & named and known <= named)
