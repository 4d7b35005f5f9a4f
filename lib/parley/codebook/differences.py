"""What one codebook says otherwise than another, in words for people."""

from collections.abc import Iterator, Mapping

from babel import Locale

from parley.codebook.book import Codebook
from parley.codebook.people import KnownPerson, People
from parley.codebook.series import ALWAYS, Alias, Series
from parley.codebook.topics import Phrase, Topic, Weight

MARKS: dict[Weight, str] = {"counts": "", "excludes": "- ", "in context": "? ", "beside": "& "}
KINDS: dict[Weight, str] = {
    "counts": "phrase",
    "excludes": "exclusion",
    "in context": "phrase that needs a verb of dealing",
    "beside": "phrase that hides no other topic",
}
MEANINGS = ("label", "group", "generic", "counts", "leaves_out")


def line_of(phrase: Phrase) -> str:
    """A phrase as it is written in a file, with its mark."""
    return f"{MARKS[phrase.weight]}{phrase.pattern}"


def differences(old: Codebook, new: Codebook) -> tuple[str, ...]:
    """A line for each change: 'Trade: English phrase "barter" added'."""
    return (*_topics(old, new), *_dialogues(old, new), *_people(old.people, new.people))


def _topics(old: Codebook, new: Codebook) -> Iterator[str]:
    before, after = ({topic.id: topic for topic in book.topics} for book in (old, new))
    yield from (f"New topic: {after[name].label} ({after[name].group})" for name in after if name not in before)
    yield from (f"Topic gone: {before[name].label}" for name in before if name not in after)
    for name, topic in after.items():
        if name in before and topic is not before[name]:
            yield from _topic(before[name], topic)


def _topic(before: Topic, after: Topic) -> Iterator[str]:
    for phrase in after.phrases:
        if phrase not in before.phrases:
            yield f'{after.label}: {_language(phrase.language)} {KINDS[phrase.weight]} "{phrase.pattern}" added'
    for phrase in before.phrases:
        if phrase not in after.phrases:
            yield f'{after.label}: {_language(phrase.language)} {KINDS[phrase.weight]} "{phrase.pattern}" taken away'
    if any(getattr(before, field) != getattr(after, field) for field in MEANINGS):
        yield f"{after.label}: its name, group or meaning written anew"


def _dialogues(old: Codebook, new: Codebook) -> Iterator[str]:
    before, after = ({one.id: one for one in book.series} for book in (old, new))
    yield from (f"New dialogue: {after[name].name}" for name in after if name not in before)
    yield from (f"Dialogue gone: {before[name].name}" for name in before if name not in after)
    for name, one in after.items():
        if name in before and one != before[name]:
            yield from _dialogue(before[name], one)


def _dialogue(before: Series, after: Series) -> Iterator[str]:
    for verb, here, there in (("added", after, before), ("taken away", before, after)):
        for alias in here.aliases:
            if alias not in there.aliases:
                yield f'{after.short_name}: {_language(alias.language)} name "{alias.text}"{_bounds(alias)} {verb}'
    if any(getattr(before, f) != getattr(after, f) for f in ("name", "short_name", "parties", "levels", "cadence")):
        yield f"{after.short_name}: its name, sides, levels or rhythm written anew"


def _bounds(alias: Alias) -> str:
    first = f" from {alias.since}" if alias.since != ALWAYS[0] else ""
    return first + (f" until {alias.until}" if alias.until != ALWAYS[1] else "")


def _people(old: People, new: People) -> Iterator[str]:
    before, after = _by_id(old), _by_id(new)
    yield from (f"New person: {person.name}" for name, person in after.items() if name not in before)
    yield from (f"Person gone: {person.name}" for name, person in before.items() if name not in after)
    for name in after.keys() & before.keys():
        if (before[name].party, before[name].leads) != (after[name].party, after[name].leads):
            yield f"{after[name].name}: side or rank written anew"
    for verb, here, there in (("added", new, old), ("taken away", old, new)):
        for spelling, person in here.by_spelling.items():
            if person.id in before and person.id in after and spelling not in there.by_spelling:
                yield f'{person.name}: spelling "{spelling}" {verb}'


def _by_id(people: People) -> Mapping[str, KnownPerson]:
    return {person.id: person for person in people.by_spelling.values()}


def _language(code: str) -> str:
    return str(Locale("en").languages.get(code, code))
