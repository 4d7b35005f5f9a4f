"""People's decisions carried out: each kept, and what it touches rebuilt, in one short transaction.

`decide` and `undo` are all that screens need. A decision on an article's finding codes that one article anew; one on a
meeting as a whole only chooses the meeting's values again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from parley import coding
from parley.codebook import Codebook
from parley.store import Connection, corrections, former, joining
from parley.store.articles import redate
from parley.store.corrections import Correction, keys_of_meeting
from parley.store.history import bump
from parley.store.joining import Told
from parley.store.merging import refresh
from parley.store.recodings import numbered, rebuild, stored, write_anew
from parley.store.sqlite import taken_back, transaction
from parley.store.words import drop_unused


def decide(db: Connection, decisions: Correction | Sequence[Correction], actor: str, book: Codebook) -> int:
    """Keep decisions made in one go, and let them hold; the number by which `undo` takes them back.

    Raises StoreError where a meeting is not there any more.
    """
    wanted = [decisions] if isinstance(decisions, Correction) else list(decisions)
    _prepare(db, wanted, book)
    with transaction(db):
        former.must_be_there(db, *(one.meeting_id for one in wanted if one.meeting_id))
        first = corrections.correct(db, wanted[0], actor)
        for further in wanted[1:]:
            corrections.correct(db, further, actor, together=first)
        apply(db, wanted, book)
        bump(db)
    return first


def _prepare(db: Connection, decisions: Sequence[Correction], book: Codebook) -> None:
    """Code one of the articles beforehand: the first coding of a process takes seconds, and nobody should wait so long.

    What is written is coded again, within the transaction, from the text as it then stands.
    """
    found = (numbered(db, key) for one in decisions for key in _keys(db, one))
    number = next((number for number in found if number is not None), None)
    if number is not None:
        coding.code(stored(db, number), book)


def _keys(db: Connection, decision: Correction) -> list[str]:
    """The articles that a decision is about: its own, or all that tell of its meeting."""
    if decision.article_key:
        return [decision.article_key]
    return keys_of_meeting(db, decision.meeting_id) if decision.meeting_id else []


def undo(db: Connection, number: int, actor: str, book: Codebook) -> bool:
    """Take back a decision and those made in one go with it; False where none of them stands any more.

    Raises ParleyError where a later decision is to be undone first.
    """
    _prepare(db, corrections.together(db, number), book)
    with transaction(db):
        standing = corrections.undo(db, number, actor)
        for article in sorted(joining.take_back(db, standing)):
            write_anew(db, article, coding.code(stored(db, article), book))
        apply(db, standing, book)
        if standing:
            bump(db)
    return bool(standing)


def apply(db: Connection, decisions: Iterable[Correction], book: Codebook) -> None:
    """Bring the findings that these decisions touch up to date, whether they were just made or just undone."""
    decisions = tuple(decisions)
    keys = {one.article_key: False for one in decisions if one.article_key}
    keys |= {one.article_key: True for one in decisions if one.article_key and one.part == "article"}
    for meeting in {one.meeting_id for one in decisions if one.meeting_id and one.field == "status"}:
        keys |= {key: keys.get(key, False) for key in keys_of_meeting(db, meeting)}
    for key, is_redated in keys.items():
        number = numbered(db, key)
        if number is not None:
            _rebuild(db, number, book, is_redated=is_redated)
    refresh(db, {one.meeting_id for one in decisions if one.meeting_id})
    drop_unused(db)


def _rebuild(db: Connection, article_id: int, book: Codebook, *, is_redated: bool) -> None:
    if is_redated:
        redate(db, article_id)
    rebuild(db, article_id, coding.code(stored(db, article_id), book))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a decision would leave: the meetings it is about, before and after, and how many meetings are counted."""

    before: tuple[Told, ...]
    after: tuple[Told, ...]
    counted: tuple[int, int]


def make_one(db: Connection, keep: int, gone: int, actor: str, reason: str = "") -> int:
    """Let two meetings be one; the number by which `undo` takes it back."""
    return _carry_out(db, lambda: joining.make_one(db, keep, gone, reason, actor))


def take_out(db: Connection, meeting: int, articles: Sequence[int], actor: str, reason: str = "") -> int:
    """Let what these articles tell be a meeting of its own; the number by which `undo` takes it back."""
    return _carry_out(db, lambda: joining.take_out(db, meeting, articles, reason, actor))


def hold_apart(db: Connection, one: int, other: int, actor: str, reason: str = "") -> int:
    """Keep two meetings two, for good; the number by which `undo` takes it back."""
    return _carry_out(db, lambda: joining.hold_apart(db, one, other, reason, actor))


def _carry_out(db: Connection, act: Callable[[], int]) -> int:
    with transaction(db):
        number = act()
        bump(db)
    return number


def preview(db: Connection, meetings: Sequence[int], act: Callable[[], int]) -> Preview:
    """What would become of these meetings; nothing is changed."""
    before, count = joining.told(db, meetings), joining.how_many_meetings(db)
    after, then = before, count
    with taken_back(db):
        own = corrections.one(db, act()).meeting_id
        after = joining.told(db, dict.fromkeys([*meetings, *([own] if own else [])]))
        then = joining.how_many_meetings(db)
    return Preview(before, after, (count, then))
