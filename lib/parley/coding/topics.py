"""Topics of an article: in which sentences each was dealt with, and on which words that rests."""

from parley.codebook import Codebook
from parley.codebook.topics import Weight
from parley.coding.scan import Scanned, scan
from parley.model import Language, Mention, Sentence

# Shares of firings found right when read (docs/accuracy.md), by how a phrase counts.
CONFIDENCE: dict[Weight, float] = {"counts": 0.87, "beside": 0.85, "in context": 0.75}


def find_mentions(
    sentences: tuple[Sentence, ...],
    title: str,  # noqa: ARG001  (read by other parts; a title is never evidence)
    language: Language,
    book: Codebook,
) -> tuple[Mention, ...]:
    """Each topic once a sentence, in the order of the text."""
    return mentions_of(scan(sentences, language, book))


def mentions_of(scanned: tuple[Scanned, ...]) -> tuple[Mention, ...]:
    """The mentions in sentences already scanned; of several phrases the surest and longest gives the rule."""
    found: list[Mention] = []
    for one in scanned:
        best: dict[str, tuple[float, int, str]] = {}
        for hit in one.topics:
            rank = (CONFIDENCE[hit.weight], hit.end - hit.first, hit.text)
            best[hit.topic] = max(best.get(hit.topic, rank), rank)
        found += [Mention(topic, one.sentence.evidence, text, sure) for topic, (sure, _, text) in best.items()]
    return tuple(found)
