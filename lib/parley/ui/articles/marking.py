"""An article's text with every found passage marked, as HTML in which nothing from the data is markup.

Each distinct passage carries its letter exactly once, right where it ends; colour and underline cover its length. Only
class names written here reach the page, so that an article cannot bring addresses, styles or tags of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TypeVar

LETTERS = {"M": "Meeting", "D": "Date", "P": "Person", "T": "Topic", "C": "Promise"}
"""The letter of each kind of finding, and its word on screen; the order is that of the legend."""

INNER_FIRST = "DPTMC"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """One found passage: characters `[start, end)`, its letter, what it belongs to, and the words that explain it."""

    start: int
    end: int
    letter: str
    finding: str
    label: str
    group: int = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """All findings of one letter at one place: what the reader sees as a single mark."""

    start: int
    end: int
    letter: str
    findings: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[int, ...]


def marks_of(passages: Iterable[Passage], length: int) -> list[Mark]:
    """One mark for each letter and place, in reading order; passages outside of a text of `length` are dropped."""
    places: dict[tuple[int, int, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if 0 <= passage.start < passage.end <= length:
            places[passage.start, passage.end, passage.letter].append(passage)
    return [
        Mark(*place, _once(p.finding for p in here), _once(p.label for p in here), _once(p.group for p in here))
        for place, here in sorted(places.items())
    ]


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def counts_by_letter(passages: Iterable[Passage]) -> dict[str, int]:
    """How many distinct findings each letter has; all letters, 0 where there are none."""
    found: dict[str, set[str]] = {letter: set() for letter in LETTERS}
    for passage in passages:
        found[passage.letter].add(passage.finding)
    return {letter: len(findings) for letter, findings in found.items()}


def marked_html(
    text: str,
    passages: Iterable[Passage],
    left_out: Sequence[tuple[int, str]] = (),
    chosen: str | None = None,
    fields: Mapping[str, int] | None = None,
) -> str:
    """The text as HTML: marks with their letters, left-out passages folded at their place, one finding `chosen`.

    With `fields`, the number of each finding's field on the page, a letter leads to its field.
    """
    marks = marks_of(passages, len(text))
    cuts = {0, len(text)} | {m.start for m in marks} | {m.end for m in marks}
    cuts |= {at for at, _ in left_out if 0 <= at <= len(text)}
    folded: dict[int, list[str]] = defaultdict(list)
    for at, quote in left_out:
        folded[min(max(at, 0), len(text))].append(_left_out_html(quote))
    pieces = ["".join(folded.pop(0, []))]
    active: list[Mark] = []
    waiting = iter([*marks, None])
    following = next(waiting)
    for start, end in pairwise(sorted(cuts)):
        while following is not None and following.start == start:
            active.append(following)
            following = next(waiting)
        pieces.append(_segment_html(text[start:end], active, chosen))
        ended = [mark for mark in active if mark.end == end]
        pieces += [_letter_html(mark, chosen, fields or {}) for mark in sorted(ended, key=_inner_first)]
        active = [mark for mark in active if mark.end > end]
        pieces += folded.pop(end, [])
    return '<div class="pl-text">' + "".join(pieces) + "</div>"


def _inner_first(mark: Mark) -> tuple[int, int]:
    return (mark.end - mark.start, INNER_FIRST.index(mark.letter))


def _segment_html(words: str, active: Sequence[Mark], chosen: str | None) -> str:
    """A stretch of text under the same marks throughout."""
    if not active:
        return escape(words)
    classes = ["pl-m", *(f"pl-{letter}" for letter in _once(mark.letter for mark in active))]
    groups = _once(group for mark in active for group in mark.groups if group >= 0)
    # Two groups in one sentence cannot share one background: the first colours it, each letter says its own.
    classes += [f"pl-g{groups[0]}"] if groups else []
    if chosen is not None:
        classes.append("pl-on" if any(chosen in mark.findings for mark in active) else "pl-off")
    return f'<span class="{" ".join(classes)}" title="{_explained(active)}">{escape(words)}</span>'


def _explained(marks: Sequence[Mark]) -> str:
    return escape(" | ".join(f"{LETTERS[mark.letter]}: {', '.join(mark.labels)}" for mark in marks))


def _letter_html(mark: Mark, chosen: str | None, fields: Mapping[str, int]) -> str:
    state = "" if chosen is None else " pl-on" if chosen in mark.findings else " pl-off"
    groups = [f" pl-g{group}" for group in mark.groups if group >= 0] or [""]
    several = "" if len(mark.findings) == 1 else f"<small>{len(mark.findings)}</small>"
    letter = (
        f'<sup class="pl-letter pl-{mark.letter}{groups[0]}{state}" title="{_explained([mark])}">'
        f"{mark.letter}{several}</sup>"
    )
    field = next((fields[finding] for finding in mark.findings if finding in fields), None)
    return letter if field is None else f'<a class="pl-to" href="#finding-{field}">{letter}</a>'


def _left_out_html(quote: str) -> str:
    short = " ".join(quote.split())
    if len(short) <= 80:
        return f'<span class="pl-left">left out: {escape(short)}</span>'
    return (
        f'<details class="pl-left"><summary>left out: {escape(short[:70])}…</summary>'
        f"<div>{escape(quote)}</div></details>"
    )
