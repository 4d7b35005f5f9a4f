"""Topics of an article: in which sentences each was dealt with, and on which words that rests."""

from typing import NamedTuple

from parley.codebook.topics import Weight
from parley.coding.scan import Scanned
from parley.model import Evidence

_SURER: dict[Weight, int] = {"counts": 2, "beside": 1, "in context": 0}


class Named(NamedTuple):
    """A topic in the sentence of this number, and the words and the kind of phrase that it rests on."""

    topic: str
    at: int
    evidence: Evidence
    rule: str
    weight: Weight


def mentions_of(scanned: tuple[Scanned, ...]) -> tuple[Named, ...]:
    """Each topic once a sentence, in the text's order; of several phrases the surest and longest gives the rule."""
    found: list[Named] = []
    for at, one in enumerate(scanned):
        if not one.topics:
            continue
        best: dict[str, tuple[int, int, str, Weight]] = {}
        for hit in one.topics:
            rank = (_SURER[hit.weight], hit.end - hit.first, hit.text, hit.weight)
            best[hit.topic] = max(best.get(hit.topic, rank), rank)
        evidence = one.sentence.evidence
        found += [Named(topic, at, evidence, text, weight) for topic, (_, _, text, weight) in best.items()]
    return tuple(found)
