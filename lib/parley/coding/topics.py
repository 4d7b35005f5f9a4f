"""Topics of an article: in which sentences each was dealt with, and on which words that rests."""

from parley.codebook.topics import Weight
from parley.coding.scan import Scanned
from parley.model import Mention

_SURER: dict[Weight, int] = {"counts": 2, "beside": 1, "in context": 0}


def mentions_of(scanned: tuple[Scanned, ...]) -> tuple[Mention, ...]:
    """Each topic once a sentence, in the text's order; of several phrases the surest and longest gives the rule."""
    found: list[Mention] = []
    for one in scanned:
        best: dict[str, tuple[int, int, str]] = {}
        for hit in one.topics:
            rank = (_SURER[hit.weight], hit.end - hit.first, hit.text)
            best[hit.topic] = max(best.get(hit.topic, rank), rank)
        found += [Mention(topic, one.sentence.evidence, text) for topic, (_, _, text) in best.items()]
    return tuple(found)
