"""Whether stated confidence holds: of findings stated 0.9, how many are right by the reference."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from parley.accuracy import meetings, people, promises
from parley.accuracy.likeness import pair_up, same_sentence
from parley.model import STRENGTHS

Row = Mapping[str, Any]
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
"""Where the rows of the curve begin, and the end of the last."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with what it stated and whether the reference has it too."""

    field: str
    stated: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings stated from `since` up to, not including, `until`: how many, their mean, and how many were right."""

    since: float
    until: float
    count: int
    stated: float
    right: int


def judged(reference: Mapping[str, Row], coded: Mapping[str, Row]) -> Iterator[Judged]:
    """Each finding in the coded articles that the reference can judge."""
    for key, wanted in reference.items():
        if key in coded:
            yield from _topics(wanted, coded[key])
            yield from _strengths(wanted, coded[key])
            yield from _meetings(wanted, coded[key])
            yield from _people(wanted, coded[key])
            yield from _promises(wanted, coded[key])


def curve(findings: Iterable[Judged]) -> tuple[Bin, ...]:
    """The findings in bins by what they stated, empty bins left out."""
    listed = list(findings)
    found = []
    for since, until in pairwise(BINS):
        inside = [one for one in listed if since <= one.stated < until]
        if inside:
            mean = sum(one.stated for one in inside) / len(inside)
            found.append(Bin(since, min(until, 1.0), len(inside), mean, sum(one.is_right for one in inside)))
    return tuple(found)


def _topics(wanted: Row, found: Row) -> Iterator[Judged]:
    """A topic of an article, as sure as the surest of its sentences."""
    optional = wanted.get("optional", {}).get("topics", ())
    for topic, sentences in found["topics"].items():
        if topic not in optional:
            yield Judged("topic", max(one["confidence"] for one in sentences), topic in wanted["topics"])


def _strengths(wanted: Row, found: Row) -> Iterator[Judged]:
    for topic, reading in found["readings"].items():
        want = wanted.get("readings", {}).get(topic)
        if want and want["strength"] in STRENGTHS:
            yield Judged("strength", reading["confidence"], reading["strength"] == want["strength"])


def _meetings(wanted: Row, found: Row) -> Iterator[Judged]:
    right = {j for _, j in pair_up(wanted["meetings"], found["meetings"], meetings.likeness)}
    yield from (Judged("meeting", one["confidence"], j in right) for j, one in enumerate(found["meetings"]))


def _people(wanted: Row, found: Row) -> Iterator[Judged]:
    own = people.participants(found)
    right = {j for _, j in pair_up(people.participants(wanted), own, people.likeness)}
    yield from (Judged("person", one["confidence"], j in right) for j, one in enumerate(own))


def _promises(wanted: Row, found: Row) -> Iterator[Judged]:
    right = {j for _, j in pair_up(wanted["commitments"], found["commitments"], promises.likeness)}
    optional = wanted.get("optional", {}).get("commitments", ())
    for j, one in enumerate(found["commitments"]):
        if j in right or not any(same_sentence(one["sentence"], other) for other in optional):
            yield Judged("promise", one["confidence"], j in right)
