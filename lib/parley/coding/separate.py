"""One sentence, several meetings: separate calls, and talks that were also held with someone else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.coding.attendance import as_participant
from parley.coding.kinds import kind_of
from parley.coding.parties import also_held_with
from parley.coding.people import Person
from parley.coding.story import Story
from parley.model import Evidence, Meeting

_APART = re.compile(
    r"\b(?:individually|separately|separate (?:calls|meetings|conversations|telephone|phone)|"
    r"(?:bilateral|individual|one-on-one|a series of|a number of) (?:meetings|calls|conversations))\b"
)
_HEAD = 4


def apart(story: Story, own: Meeting) -> tuple[Meeting, ...]:
    """The reported meeting, or where the text says that there were several, each of them."""
    host = story.home if story.home in own.parties else next(iter(own.parties), None)
    counterparts = list(_counterparts(story, host)) if host and own.kind != "visit" else []
    if host and len({person.party for _, person in counterparts}) > 1:
        return tuple(_with_one(story, own, host, number, person) for number, person in counterparts)
    return _also_held(story, own)


def _counterparts(story: Story, host: str) -> Iterator[tuple[int, Person]]:
    """Everyone on another side in the sentences that speak of separate talks."""
    seen: set[str] = set()
    for number, passage in enumerate(story.passages[:_HEAD]):
        if not _APART.search(passage.sentence.text):
            continue
        for _, _, person in story.people_in(number):
            if person.party and person.party != host and person.person_id not in seen:
                seen.add(person.person_id)
                yield number, person


def _with_one(story: Story, own: Meeting, host: str, number: int, person: Person) -> Meeting:
    sentence = story.passages[number].sentence
    hosts = [p for p in story.people if p.party == host and any(p.person_id == o.person_id for o in own.participants)]
    people = [*hosts, person]
    parties = (host, str(person.party))
    kind = own.kind if own.kind == "call" else kind_of("meet", [], parties, people, "")
    return replace(
        own,
        kind=kind,
        series=None,
        series_id=None,
        edition=None,
        edition_basis=None,
        parties=parties,
        participants=tuple(as_participant(story, p, number, "separate") for p in people),
        evidence=Evidence(sentence.start, sentence.end, sentence.text),
        rule="separate",
    )


def _also_held(story: Story, own: Meeting) -> tuple[Meeting, ...]:
    """Talks that were also held with a further party are a meeting of their own."""
    also = also_held_with(story)
    home = story.home if story.home in own.parties else own.parties[0] if own.parties else None
    if also is None or home is None or also[0] in own.parties:
        return (own,)
    sentence = also[1].sentence
    second = replace(
        own,
        kind="bilateral",
        series=None,
        series_id=None,
        edition=None,
        edition_basis=None,
        parties=(home, also[0]),
        evidence=Evidence(sentence.start, sentence.end, sentence.text),
        rule="also-held",
    )
    return own, second
