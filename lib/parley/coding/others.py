"""Meetings that an article places in time or space besides its own: recalled, announced, or held on the same trip."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from parley.coding.announced import announced_meetings
from parley.coding.atoms import Atom
from parley.coding.dates import When
from parley.coding.kinds import is_head, kind_of, of_series
from parley.coding.mentioned import Aside, is_ahead, is_same, mentioned, series_of
from parley.coding.parties import BODIES, joined, named_parties
from parley.coding.passages import Passage
from parley.coding.people import Person
from parley.coding.placed import placed_talks
from parley.coding.places import Place, find_place, find_venue
from parley.coding.recalled import TO_COME, recalled_meetings
from parley.coding.registry import series_of_any_round
from parley.coding.rounds import Round, find_round
from parley.coding.sections import Sections
from parley.coding.series import Format
from parley.coding.story import Story
from parley.coding.triggers import Trigger, find_trigger
from parley.coding.trips import countries, trips, visited
from parley.model import Meeting, MeetingStatus

_ALSO = re.compile(r"\balso met with\b|\bmet separately with\b|\bseparately met with\b")
_WITH_EACH = re.compile(
    r"\bmet separately with (?:the )?"
    r"(?:(?P<heads>heads|presidents|leaders|prime ministers)|ministers|foreign ministers) of (?:the )?"
)
_HOSTS = re.compile(r" (?:will|would|is to|was to|is set to) host\b|,? (?:as|which was) (?:the )?host\b")
_HOSTED_BY = re.compile(r"\bhosted by(?: the)? $")
_HELD = re.compile(r",? (?:(?:which|that) )?(?:(?:was|were) )?(?:held|took place|convened|concluded|opened) ")
_NEAR_DATE, _DAY = 50, len("2024-01-09")
_STATE = len("US")
_OF_TWO = ("bilateral", "visit", "other", "call")
_TAKES_PLACE = ("take place", "be held", "occur", "состоится", "состоятся", "пройдёт", "пройдет", "пройдут")
_TWO = 2
_LETTERS = re.compile(r"\b[A-Z]{3,}\b")
_PAIR = re.compile(r"-| - | and (?:the )?| и ")


def other_meetings(story: Story, reported: Sequence[Meeting], scenes: Collection[int]) -> list[Meeting]:
    """Every further meeting that has a day, a round or a place of its own, in the order of the text.

    `scenes` are the numbers of the sentences that tell of the meetings reported.
    """
    found: list[Meeting] = []
    sections = Sections(reported)
    for number, passage in enumerate(story.passages[: story.told]):
        at = sections.at(passage.sentence.start)
        own = reported[at] if at is not None else None
        for meeting in _in_passage(story, number, passage, own, number in scenes):
            is_known = any(is_same(meeting, known) for known in [*found, *([own] if own else [])])
            if not is_known and not _is_alone(meeting):
                found.append(meeting)
    return found


def _is_alone(meeting: Meeting) -> bool:
    """Whether only one state is known to take part: a state alone meets nobody, but for a conference that it holds."""
    return len(meeting.parties) == 1 and len(meeting.parties[0]) == _STATE and meeting.kind in _OF_TWO


def _in_passage(story: Story, number: int, passage: Passage, own: Meeting | None, is_own: bool) -> Iterator[Meeting]:
    named = [m for format_ in passage.formats for m in _recalled(story, number, passage, format_, own)]
    named += recalled_meetings(story, number, passage, own)
    named += placed_talks(story, number, passage, own)
    yield from named
    if is_own or own is None:
        return
    yield from announced_meetings(story, number, passage, own)
    trigger = find_trigger(passage, story.people_in(number))
    if trigger and trigger.status == "planned":
        is_told = any(meeting.status == "planned" for meeting in named)
        if is_told and passage.text[trigger.at : trigger.till] in _TAKES_PLACE:
            return  # What takes place is the summit that the sentence names.
        yield from _planned(story, number, passage, trigger, own)
    elif trigger and _ALSO.search(passage.sentence.text):
        yield from _also(story, number, own)
        yield from _each(story, number, passage, own)
    elif trigger and trigger.does == "visit":
        yield from visited(story, number, passage, own)
    else:
        yield from trips(story, number, passage, own)


def _recalled(story: Story, number: int, passage: Passage, format_: Format, own: Meeting | None) -> Iterator[Meeting]:
    """A named summit, conference or round with a day or a number of its own."""
    when = _beside(passage, format_.at, format_.till)
    if format_.kind not in ("summit", "ministerial", "forum", "dialogue") or not (format_.parties and format_.standing):
        return
    if format_.kind == "dialogue" and (own is None or not _is_of_another_day(format_, own)):
        return
    if len(format_.parties) == 1 and len(format_.parties[0]) > len("US"):
        return  # Sessions of one organisation are told by `recalled`.
    if when is None or not when.start:
        return
    if own and own.start == when.start and len(when.start) == _DAY and not _was_held_too(passage, format_, own):
        return
    place = find_place(passage, format_.till, None, "in") or _host_of(passage, format_) or _at_venue(passage, format_)
    named = find_round(story, number, [format_], format_.parties, when.start, counted=False)
    status: MeetingStatus = "planned" if is_ahead(story, when) or _may_come(passage, format_, when) else "held"
    people = [p for s, _, p in story.people_in(number) if s > format_.till and _is_during(passage, format_.till, s)]
    kind = kind_of("meet", [format_], format_.parties, people, "")
    aside = Aside(kind, status, format_.parties, when, place, people, named)
    yield mentioned(story, number, aside, f"recalled:{kind}")


def _at_venue(passage: Passage, format_: Format) -> Place | None:
    """The country of a well-known seat named right after a format ("held today at the State Department")."""
    country = find_venue(passage.text[format_.till : min(format_.till + _NEAR_DATE, passage.sentence.end)])
    return Place(None, country) if country else None


def _was_held_too(passage: Passage, format_: Format, own: Meeting) -> bool:
    """Whether a dialogue was held on the day of other talks ("welcomed the second Consultations held today")."""
    is_one_off = own.series is None and own.kind in _OF_TWO and own.evidence.start != passage.sentence.start
    return is_one_off and format_.kind == "dialogue" and _HELD.match(passage.text, format_.till) is not None


def _may_come(passage: Passage, format_: Format, when: When) -> bool:
    """Whether of what only a year is told the words before it say that it is to come."""
    low = max(passage.sentence.start, format_.at - _NEAR_DATE)
    return len(when.start or "") < _DAY and TO_COME.search(passage.text, low, format_.at) is not None


def _host_of(passage: Passage, format_: Format) -> Place | None:
    """The country of the side that a sentence calls the host of what it names ("in 2030, when Utopia will host")."""
    names = [a for a in countries(passage) if a.value.parties[0] in format_.parties]
    hosts = [a for a in names if a.start > format_.till and _HOSTS.match(passage.text, a.end)]
    hosts += [a for a in names if _HOSTED_BY.search(passage.text, format_.till, a.start)]
    return Place(None, str(hosts[0].value.parties[0])) if hosts else None


def _is_of_another_day(format_: Format, own: Meeting) -> bool:
    """Whether a dialogue that a date stands beside is another than the one reported."""
    if own.kind == "visit" and own.status == "planned":
        return False  # Dialogues on a journey to come are told by `announced`.
    return len(format_.parties) > 1 and (own.series or "").casefold() != format_.name.casefold()


def _planned(story: Story, number: int, passage: Passage, trigger: Trigger, own: Meeting) -> Iterator[Meeting]:
    """Talks to come, with a day or a place."""
    when = next((w for w in passage.dates if w.start and w.at > trigger.at - _NEAR_DATE), None)
    place = find_place(passage, trigger.at, None, "in to")
    if own.kind == "visit" and own.status == "planned":
        return
    if when is None and place is None:
        return
    people = [p for start, _, p in story.people_in(number) if start < trigger.at]
    if trigger.does == "visit":
        parties = joined((p.party for p in people), _going_to(passage, trigger))
    else:
        people, parties = _to_meet(story, number, trigger, own)
        if not parties:
            return
    if len(parties) < 2:
        parties = joined(parties, [story.home]) if trigger.does == "visit" else own.parties
    same = trigger.does != "visit" and own.kind in ("dialogue", "ministerial") and set(parties) == set(own.parties)
    kind = own.kind if same else kind_of(trigger.does, [], parties, people, "")
    on = when.start if when else None
    to_come = None if trigger.does == "visit" else series_of_any_round(passage, story, parties, on)
    if to_come:
        kind = of_series("other", to_come.series.id, story.book.series, [passage.sentence.text])
        round_ = Round(to_come.name, to_come.series.id, to_come.edition, "stated" if to_come.edition else None)
    else:
        round_ = series_of(own, passage, trigger.at) if same else Round()
    yield mentioned(story, number, Aside(kind, "planned", parties, when, place, people, round_), "planned")


def _to_meet(story: Story, number: int, trigger: Trigger, own: Meeting) -> tuple[list[Person], tuple[str, ...]]:
    """Who will meet: the sides that the sentence names, else those who met now; nobody where it names a body alone."""
    passage = story.passages[number]
    people = [p for start, _, p in story.people_in(number) if start < trigger.cut]
    names = [atom for atom in passage.of("name") if atom.start < trigger.cut and atom.value.kind != "city"]
    groups = [atom.value.parties for atom in names if atom.value.kind == "group" and len(atom.value.parties) > 1]
    named = named_parties(passage, passage.sentence.start, trigger.cut)
    sides = joined(*groups, (p.party for p in people), named, _paired(passage, names))
    if len(sides) > 1 and not set(sides) <= set(own.parties):
        return list({id(p): p for p in people if p.party in sides}.values()), sides
    before = [a for a in names if a.value.kind in BODIES and a.start < trigger.at]
    is_of_body = any(not set(atom.value.parties) <= set(own.parties) for atom in before)
    if is_of_body or (
        passage.text[trigger.at : trigger.till] in _TAKES_PLACE
        and _LETTERS.search(passage.text, passage.sentence.start, trigger.at)
    ):
        return [], ()
    is_journey = own.kind == "visit" or (own.status == "planned" and own.kind == "other")
    if is_journey and len(own.parties) > _TWO:
        return people, sides if len(sides) > 1 else ()  # One stop is no meeting with all to whom the journey leads.
    return [p for start, _, p in story.people_in(number) if start < trigger.at], own.parties


def _paired(passage: Passage, names: Sequence[Atom]) -> list[str]:
    """Two states in one name or joined by "and": "the Peruvian-Chilean commission", "комиссии Перу и Чили"."""
    for one, other in pairwise(names):
        alone = len(one.value.parties) == len(other.value.parties) == 1
        if alone and _PAIR.fullmatch(passage.text, one.end, other.start):
            return [str(one.value.parties[0]), str(other.value.parties[0])]
    return []


def _each(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A meeting with each of several whom only their offices name ("met separately with the heads of A and B")."""
    told = _WITH_EACH.search(passage.text, passage.sentence.start, passage.sentence.end)
    people = [p for start, _, p in story.people_in(number) if told and start < told.start()][-1:]
    if told is None or not people:
        return
    place = Place(own.place, own.country) if own.place else None
    for atom in passage.of("name"):
        if told.end() <= atom.start < told.end() + _NEAR_DATE and atom.value.kind == "country":
            parties = joined([people[0].party], atom.value.parties)
            kind = "summit" if told["heads"] and is_head(people[0]) else "bilateral"
            when = When(0, 0, "near", own.start, own.end)
            yield mentioned(story, number, Aside(kind, "held", parties, when, place, people), "also")


def _also(story: Story, number: int, own: Meeting) -> Iterator[Meeting]:
    """A second meeting of the same day."""
    people = [person for _, _, person in story.people_in(number)]
    for person in people[1:]:
        if person.party is None:
            person.party = next((party for party in own.parties if party != people[0].party), None)
    parties = joined(person.party for person in people)
    if len(people) > 1 and len(parties) > 1:
        when = When(0, 0, "near", own.start, own.end)
        place = Place(own.place, own.country) if own.place else None
        kind = kind_of("meet", [], parties, people, "")
        yield mentioned(story, number, Aside(kind, "held", parties, when, place, people), "also")


def _going_to(passage: Passage, trigger: Trigger) -> list[str]:
    """The state or organisation that a journey leads to; an organisation's seat is no party."""
    after = [a for a in passage.of("name") if a.start >= trigger.till]
    # "The UN-brokered truce" is what a journey is about.
    bodies = [a.value.parties[0] for a in after if a.value.kind == "organisation" and passage.text[a.end] != "-"]
    return bodies[:1] or [a.value.parties[0] for a in after if a.value.kind in ("country", "city")][:1]


def _beside(passage: Passage, at: int, till: int) -> When | None:
    """The date that stands next to a format's name."""
    near = [w for w in passage.dates if 0 <= at - w.till <= 16 or 0 <= w.at - till <= 90]
    return near[0] if near else None


def _is_during(passage: Passage, till: int, start: int) -> bool:
    return re.search(r"\b(?:during|at|in) which\b", passage.text[till:start]) is not None
