"""Topics of an article: in which sentences each was dealt with, and on which words that rests."""

from parley.codebook.topics import Weight
from parley.coding.scan import Scanned
from parley.model import Mention

# How sure a finding is, by how its phrase counts: the first is the share found right among some 360 that were read;
# the others are set below it by judgement.
CONFIDENCE: dict[Weight, float] = {"counts": 0.87, "beside": 0.85, "in context": 0.75}


def mentions_of(scanned: tuple[Scanned, ...]) -> tuple[Mention, ...]:
    """Each topic once a sentence, in the text's order; of several phrases the surest and longest gives the rule."""
    found: list[Mention] = []
    for one in scanned:
        best: dict[str, tuple[float, int, str]] = {}
        for hit in one.topics:
            rank = (CONFIDENCE[hit.weight], hit.end - hit.first, hit.text)
            best[hit.topic] = max(best.get(hit.topic, rank), rank)
        found += [Mention(topic, one.sentence.evidence, text, sure) for topic, (sure, _, text) in best.items()]
    return tuple(found)
