"""Topics of an article against the reference's, and how each was read."""

from collections.abc import Mapping
from typing import Any

from parley.accuracy.likeness import quote, same_sentence, words
from parley.accuracy.tally import Tally
from parley.model import STRENGTHS

Row = Mapping[str, Any]
_UNKNOWN = 99


def score_topics(tally: Tally, want: Row, got: Row, twins: Mapping[int, int]) -> None:
    """Count an article's topics, less those on which the reference's own readers differed."""
    optional = {*want.get("optional", {}).get("topics", ())}
    wanted, found = {*want["topics"]} - optional, {*got["topics"]} - optional
    tally.kinds["topics"].add(len(wanted & found), len(found), len(wanted))
    for topic in sorted(wanted | found):
        tally.topics[topic].add(topic in wanted & found, topic in found, topic in wanted)
        if topic not in wanted & found:
            told = quote((want["topics"].get(topic) or got["topics"].get(topic))[0])
            tally.misses.append(f"topic {'missed' if topic in wanted else 'extra'}: {topic}: {told[:90]}")
            continue
        tally.share("topics.evidence", has_same_sentence(want["topics"][topic], got["topics"][topic]), topic)
        if topic in want.get("readings", {}):
            read = got.get("readings", {}).get(topic) or {}
            _score_reading(tally, topic, want["readings"][topic], read, twins)


def has_same_sentence(wanted: list[Any], found: list[Any]) -> bool:
    """Whether any sentence found is one of those wanted."""
    return any(same_sentence(one, other) for one in wanted for other in found)


def _score_reading(tally: Tally, topic: str, want: Row, got: Row, twins: Mapping[int, int]) -> None:
    strength = got.get("strength")
    rank = STRENGTHS.index(strength) if strength in STRENGTHS else _UNKNOWN
    off = abs(STRENGTHS.index(want["strength"]) - rank)
    tally.share("topics.strength", off == 0, f"{topic}: {strength} for {want['strength']}")
    tally.share("topics.strength_near", off <= 1, topic)
    by = want.get("by"), got.get("by")
    tally.share("topics.by", by[0] == by[1], f"{topic}: {by[1]} for {by[0]}")
    meeting: Any = None if want.get("meeting") is None else twins.get(want["meeting"], "unmatched")
    tally.share("topics.meeting", meeting == got.get("meeting"), f"{topic}: {got.get('meeting')} for {meeting}")
    if want.get("about"):
        said = {word for name in got.get("about") or () for word in words(name)}
        right = any(said & {*words(name)} for name in want["about"])
        tally.share("topics.about", right, f"{topic}: {got.get('about')} for {want['about']}")
