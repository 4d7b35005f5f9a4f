"""Reports without a verb of meeting: "energy was discussed at the sixth Dialogue in Riga"."""

import re
from collections.abc import Iterator

from parley.coding.passages import Passage
from parley.coding.registry import spans_of_whole_names
from parley.coding.story import Story
from parley.coding.triggers import Trigger

# What places a report at a format: at/for/after it, with the ordinal and the words that may stand before the name.
_PLACED = re.compile(r"\b(?P<by>at|for|after|under)(?: (?:the|their|its|his|her|an?|this year's))?(?: [\w-]+){0,2}? $")
_OWN_ROUND = re.compile(r"\b(?:at|for|after) (?:the|their|its) $")
_PAST = re.compile(r"\b(?:was|were|came|met|took|spoke|held|led|went|\w{2,}ed)\b")
_JOURNEY = re.compile(r"\b(?:came|arrived|travel\w*|was|were|visited|gathered|assembled)\b")
_OTHER = re.compile(
    r"\b(?:ahead|margins?|sidelines|agreed|announced|reached|adopted|launched|signed|commitments?|outcomes?|since|"
    r"previous|last year|prepar\w+|will|would|looks? forward)\b"
)
_SPEECH = re.compile(r"[\"“”]|\b(?:I|we|our)\b")
_WAS_HELD = re.compile(r"(?:It|They|The \w+) (?:was|were) (?:held|convened)\b|(?:It|They|The \w+) took place\b")
_WINDOW = 400  # Characters before a name that are read: no text makes the search slow.
_REGULAR = ("dialogue", "summit", "ministerial")


def find_occasion(story: Story, number: int) -> Trigger | None:
    """The standing format, with a day or a place, at which something past was done; None where none is placed so."""
    passage = story.passages[number]
    start = passage.sentence.start
    if not _is_settled(story, number) or _SPEECH.search(passage.sentence.text):
        return None
    for at, till in sorted(_formats(story, passage)):
        low = max(start, at - _WINDOW)
        before = passage.text[low:at]
        placed = _PLACED.search(before)
        if placed is None or passage.of("next") or _OTHER.search(before):
            continue
        told = _PAST.search(before[: placed.start()])
        if told and (placed["by"] != "for" or _JOURNEY.search(before)):
            cut = min((a.start for a in passage.of("about") if a.start > till), default=passage.sentence.end)
            return Trigger("format", "held", low + placed.start(), till, cut)
    return None


def _is_settled(story: Story, number: int) -> bool:
    """Whether a day or a city stands in the sentence, or the next one goes on to tell them."""
    after = [p for p in story.passages[number + 1 : number + 2] if _WAS_HELD.match(p.sentence.text)]
    return any(
        passage.dates or any(atom.value.kind == "city" for atom in passage.of("name"))
        for passage in (story.passages[number], *after)
    )


def _formats(story: Story, passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a standing format is named: in capitals, by a name of the registry, or as a round of its own."""
    yield from ((f.at, f.till) for f in passage.formats if f.standing)
    yield from spans_of_whole_names(passage, story.book)
    ordinals = {atom.end + 1: atom.start for atom in passage.of("ordinals")}
    for atom in passage.of("heads", "events"):
        at = ordinals.get(atom.start)
        if at is not None and atom.value in _REGULAR and _OWN_ROUND.search(passage.text[max(0, at - 20) : at]):
            yield at, atom.end
