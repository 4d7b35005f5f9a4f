"""A meeting put together from what a rule has found: the article's own, or one that it mentions besides."""

from collections.abc import Sequence
from dataclasses import dataclass

from parley.coding.attendance import as_participant
from parley.coding.dates import When, agree
from parley.coding.passages import Passage
from parley.coding.people import Person
from parley.coding.places import Place
from parley.coding.rounds import Round, nth_after
from parley.coding.story import Story
from parley.model import Evidence, Meeting, MeetingStatus

_ONE_OFF = Round()


@dataclass(frozen=True, slots=True)
class Aside:
    """What a sentence tells of a meeting."""

    kind: str
    status: MeetingStatus
    parties: Sequence[str]
    when: When | None = None
    place: Place | None = None
    people: Sequence[Person] = ()
    named: Round = _ONE_OFF


def mentioned(story: Story, number: int, aside: Aside, rule: str, *, focal: bool = False) -> Meeting:
    """The meeting that sentence `number` mentions, or reports, with the rule that found it."""
    met_by = "scene" if focal else rule
    sentence, when, place, named = story.passages[number].sentence, aside.when, aside.place, aside.named
    return Meeting(
        focal=focal,
        status=aside.status,
        kind=aside.kind,  # type: ignore[arg-type]
        parties=tuple(aside.parties),
        evidence=Evidence(sentence.start, sentence.end, sentence.text),
        series=named.series,
        series_id=named.series_id,
        edition=named.edition,
        edition_basis=named.basis,
        start=when.start if when else None,
        end=when.end if when else None,
        place=place.city if place else None,
        country=place.country if place else None,
        participants=tuple(as_participant(story, person, number, met_by) for person in aside.people),
        date_evidence=_date_evidence(story, when),
        rule=rule,
    )


def _date_evidence(story: Story, when: When | None) -> Evidence | None:
    if when is None or when.till == 0:
        return None
    return Evidence(when.at, when.till, story.article.text[when.at : when.till])


def series_of(own: Meeting, passage: Passage, at: int) -> Round:
    """The standing format of a meeting, for another of it, with the round that the sentence counts from `at` on."""
    edition = nth_after(passage, at) if own.series else None
    return Round(own.series, own.series_id, edition, "stated" if edition else None)


def is_ahead(story: Story, when: When) -> bool:
    """Whether a date lies after the day of publication."""
    published = story.article.published_on or ""
    return bool(published and when.start and when.start > published[: len(when.start)])


def date_between(passage: Passage, low: int, high: int) -> When | None:
    """The first date that begins between two characters of the text."""
    return next((when for when in passage.dates if when.start and low <= when.at < high), None)


def is_same(meeting: Meeting, known: Meeting) -> bool:
    """Whether two findings tell of one meeting."""
    if set(meeting.parties) != set(known.parties) or meeting.status != known.status:
        return False
    if meeting.start and known.start:
        alike = meeting.kind == known.kind or (not known.focal and "other" in (meeting.kind, known.kind))
        return meeting.start == known.start and alike
    both = meeting.place and known.place
    return not both and known.focal is False and meeting.kind == known.kind and agree(meeting.start, known.start)
