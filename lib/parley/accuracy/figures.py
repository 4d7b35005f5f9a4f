"""The figures of a coding: each article's findings beside the reference's, counted over all articles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parley.accuracy.likeness import quote, same_words
from parley.accuracy.meetings import score_meetings
from parley.accuracy.people import score_people
from parley.accuracy.promises import score_promises
from parley.accuracy.tally import Tally
from parley.accuracy.topics import score_topics

Row = Mapping[str, Any]
NOTHING: Row = {"meetings": [], "topics": {}, "commitments": []}


@dataclass(frozen=True, slots=True)
class Score:
    """Name and value of each figure (shares 0 to 1; those that end in `.n` are counts), and the misses by article."""

    figures: dict[str, float | int]
    misses: dict[str, tuple[str, ...]]


def score(reference: Mapping[str, Row], coded: Mapping[str, Row]) -> Score:
    """Hold coded rows (the public form of `parley code`) against a reference; both by the article's id.

    The definitions are those of the reference's own scorer, which a test holds this one to.
    """
    tally, misses = Tally(), {}
    for key, wanted in reference.items():
        before = len(tally.misses)
        _score_article(tally, wanted, {**NOTHING, **coded.get(key, {})})
        misses[key] = tuple(tally.misses[before:])
    return Score(dict(tally.figures()), misses)


def _score_article(tally: Tally, wanted: Row, found: Row) -> None:
    twins = score_meetings(tally, wanted, found)
    score_people(tally, wanted, found)
    score_topics(tally, wanted, found, twins)
    score_promises(tally, wanted, found)
    text = found.get("text", "")
    for span in _spans({name: value for name, value in found.items() if name != "text"}):
        tally.share("spans.exact", text[span["start"] : span["end"]] == span["quote"], span["quote"][:60])
    for source in wanted.get("sources", ()):
        tally.share("sources", any(same_words(source, name) for name in found.get("sources", ())), source)
    for passage in wanted.get("left_out", ()):
        cut = any(passage in quote(piece) for piece in found.get("left_out", ()))
        tally.share("left_out", cut and passage not in text, passage)


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span with its quote, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _spans(item)
