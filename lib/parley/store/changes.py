"""What a new reading changed in one article, in words: for each kind of finding, what is gone and what is new. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.model import STRENGTHS

Row = Sequence[object]
Said = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one article of one kind: "topics", "meetings", "people" or "promises"."""

    article_id: int
    title: str
    part: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def changes(article_id: int, title: str, before: Said, after: Said) -> tuple[Change, ...]:
    """A change for each kind of finding in which anything is told otherwise than before."""
    found = []
    for part, words in WORDS.items():
        old, new = (Counter(words(row) for row in said[part]) for said in (before, after))
        gone, fresh = tuple((old - new).elements()), tuple((new - old).elements())
        if gone or fresh:
            found.append(Change(article_id, title, part, gone, fresh))
    return tuple(found)


def _topic(row: Row) -> str:
    topic, place, is_discussed, strength, by, *_ = row
    told = STRENGTHS[int(str(strength))] if is_discussed else "on an agenda to come"
    return _listed(f"{topic} in sentence {int(str(place)) + 1}", told, by and f"by {by}")


def _meeting(row: Row) -> str:
    _, focal, status, kind, series, _, edition, basis, start, end, place, country, parties, *_ = row
    number = edition and f"round {edition}{'?' if basis == 'inferred' else ''}"
    days = f"{start} to {end}" if end else start
    named = series or str(parties).strip("[]").replace('"', "")
    return _listed(f"{status} {kind}", named, number, days, place, country, None if focal else "only referred to")


def _person(row: Row) -> str:
    _, name, office, party, present, *_ = row
    return _listed(name, office, party, "present" if present else "spoken of")


def _promise(row: Row) -> str:
    actor, kind, topics, due, start, *_ = row
    about = str(topics).strip("[]").replace('"', "")
    return _listed(f"{actor} {kind}", about, due and f"by {due}", f"at character {start}")


def _listed(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


WORDS: dict[str, Callable[[Row], str]] = {
    "topics": _topic,
    "meetings": _meeting,
    "people": _person,
    "promises": _promise,
}
