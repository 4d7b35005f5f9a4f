"""Meetings that may be one: the same sides within days, told by no article as two, and not held apart by a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import timedelta
from itertools import islice

from parley.queries.read import Connection
from parley.queries.units import sides_of
from parley.store.days import gap, interval, is_day
from parley.store.pins import APART

CLOSE_DAYS, NEAR_DAYS = 3, 31
LEVELS = {"summit": "leaders", "ministerial": "ministers"}
MEETINGS = """SELECT m.id, m.title, s.series, s.short_name AS dialogue, m.edition, m.edition_basis, m.kind, m.status,
    m.start_on, m.end_on, m.place,
    (SELECT COUNT(DISTINCT r.article_id) FROM reports r WHERE r.meeting_id = m.id) AS articles
    FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE m.has_text = 1 ORDER BY m.day DESC, m.id"""
HELD_APART = f"""SELECT c.meeting_id, c.other_id FROM corrections c
    WHERE c.field = '{APART}' AND c.undone_at IS NULL AND c.meeting_id IS NOT NULL AND c.other_id IS NOT NULL"""
TOLD_AS_TWO = """SELECT DISTINCT r.meeting_id, o.meeting_id FROM reports r
    JOIN reports o ON o.article_id = r.article_id AND o.meeting_id > r.meeting_id"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meeting as it stands beside another: its name, days, place, sides, and how many articles tell of it."""

    id: int
    title: str
    series: str | None
    dialogue: str | None
    edition: int | None
    edition_basis: str | None
    kind: str
    status: str
    start_on: str | None
    end_on: str | None
    place: str | None
    articles: int
    sides: tuple[str, ...]


def suspected(db: Connection) -> tuple[tuple[Candidate, Candidate], ...]:
    """Pairs of meetings that may be one, latest first; the one that more articles tell of stands first."""
    by_sides: dict[tuple[str, ...], list[Candidate]] = {}
    for one in _meetings(db):
        if len(one.sides) > 1 and is_day(one.start_on) and one.status == "held":
            by_sides.setdefault(one.sides, []).append(one)
    known = {frozenset(pair) for sql in (HELD_APART, TOLD_AS_TWO) for pair in db.execute(sql).fetchall()}
    found = [
        pair
        for group in by_sides.values()
        for pair in _close(group)
        if frozenset((pair[0].id, pair[1].id)) not in known and not _contradict(*pair)
    ]
    ordered = sorted(found, key=lambda pair: pair[0].start_on or "", reverse=True)
    return tuple((one, other) if one.articles >= other.articles else (other, one) for one, other in ordered)


def _close(group: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs that lie within three days, the later one first: by day, so that each is held only against the next."""
    days = [(days, one) for one in group if (days := interval(one.start_on, one.end_on))]
    days.sort(key=lambda found: (found[0][0], -found[1].id))
    for n, ((_, last), one) in enumerate(days):
        for (first, _), later in islice(days, n + 1, None):
            if first - last > timedelta(CLOSE_DAYS):
                break
            yield later, one


def candidates(db: Connection, meeting: int) -> tuple[Candidate, ...]:
    """The meetings of which a reader may say that they are this one: same sides within a month, or the same round."""
    every = {one.id: one for one in _meetings(db)}
    here = every.get(meeting)
    if here is None:
        return ()
    return tuple(
        one
        for one in every.values()
        if one.id != meeting
        and ((one.sides == here.sides and one.sides and _apart(one, here) <= NEAR_DAYS) or _is_same_round(one, here))
    )


def _meetings(db: Connection) -> Iterable[Candidate]:
    sides = sides_of(db, ())
    columns = [field.name for field in fields(Candidate)][:-1]
    rows = (dict(zip(columns, row, strict=True)) for row in db.execute(MEETINGS).fetchall())
    return [Candidate(**row, sides=sides.get(row["id"], ())) for row in rows]


def _apart(one: Candidate, other: Candidate) -> float:
    mine, theirs = interval(one.start_on, one.end_on), interval(other.start_on, other.end_on)
    return gap(mine, theirs) if mine and theirs else float("inf")


def _is_same_round(one: Candidate, other: Candidate) -> bool:
    return bool(one.series and one.series == other.series and one.edition and one.edition == other.edition)


def _contradict(one: Candidate, other: Candidate) -> bool:
    """Two dialogues, two rounds of one, leaders and ministers, or a call and talks at a table: these are two."""
    if one.series and other.series and (one.series != other.series or (one.edition or 0) != (other.edition or 0)):
        return True
    levels = {level for kind in (one.kind, other.kind) if (level := LEVELS.get(kind))}
    return len(levels) > 1 or ("call" in (one.kind, other.kind) and one.kind != other.kind)
