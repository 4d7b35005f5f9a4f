"""Meetings that somebody looks forward to: "she looked forward to seeing the Minister in Lima on Monday"."""

import re
from collections.abc import Iterator

from parley.coding.kinds import kind_of
from parley.coding.mentioned import Aside, date_between, is_ahead, mentioned
from parley.coding.parties import joined, named_parties
from parley.coding.passages import Passage
from parley.coding.places import Place, find_place, find_venue
from parley.coding.rare import Rare
from parley.coding.story import Story
from parley.model import Meeting

_LOOKS = Rare(
    r"\blook(?:s|ed|ing)? forward to (?P<how>seeing|meeting|welcoming|hosting|receiving|visiting)\b", " forward to "
)
_EVENT = re.compile(
    r"\b(?:[Ss]ummit|[Cc]onference|[Cc]elebrations?|[Pp]arade|[Dd]ialogue|[Ff]orum|[Ww]eek|[Aa]llies|partners)\b|[?]"
)
_REACH = 140
_TWO = 2


def looked_forward_to(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A meeting to come of two sides, with a day or a place; one at a summit or a feast is none of its own."""
    start, end = passage.sentence.start, passage.sentence.end
    told = _LOOKS.pattern.search(passage.text, start, end) if _LOOKS.search(passage.sentence.text) else None
    if told is None:
        return
    high = min(told.end() + _REACH, end)
    words = passage.text[told.end() : high]
    when, place = date_between(passage, told.end(), high), find_place(passage, told.end(), high, "in to")
    venue = find_venue(words)
    place = place or (Place(None, venue) if venue else None)
    if _EVENT.search(words) or not (when or place) or (when and not is_ahead(story, when)):
        return
    people = [person for at, _, person in story.people_in(number) if at < high]
    met = [person.party for at, _, person in story.people_in(number) if told.end() <= at < high]
    named = joined(met, named_parties(passage, told.end(), high))
    is_other = story.home and set(named) - {*own.parties}
    parties = joined([story.home], named) if is_other else own.parties
    if len(parties) != _TWO:
        return
    kind = "visit" if told["how"] == "visiting" else kind_of("meet", [], parties, people, "")
    yield mentioned(story, number, Aside(kind, "planned", parties, when, place, people), "announced:forward")
