"""Meetings for the timeline: its lanes, the marks on them, and the same as a table, page by page."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame
from parley.queries.where import Condition, one_of

PAGE = 50
DRAWN = 400
"""So many marks a lane at most: more would lie on top of each other. The table has them all."""

LaneOrder = Literal["recent", "count"]

STANDING = """
CASE WHEN m.status = 'cancelled' THEN 'cancelled' WHEN m.status = 'planned' THEN 'planned'
     WHEN m.is_reported = 1 THEN 'reported' ELSE 'referred' END
"""
LANES = """
SELECT m.series_id, s.name, s.short_name, count(*) AS meetings,
       sum(CASE WHEN m.status = 'held' AND m.is_reported = 1 THEN 1 ELSE 0 END) AS reported,
       max(CASE WHEN m.status = 'held' THEN m.day ELSE 0 END) AS latest
FROM meetings m LEFT JOIN series s ON s.id = m.series_id
WHERE {where}
GROUP BY m.series_id, s.name, s.short_name
ORDER BY m.series_id IS NULL, {order}, s.name
"""
LANE_ORDERS = {"recent": "latest DESC, meetings DESC", "count": "reported DESC, meetings DESC, latest DESC"}
MARKS = """
SELECT m.id AS meeting_id, m.title, m.start_on, m.end_on, {standing} AS standing,
       (SELECT count(DISTINCT r.article_id) FROM reports r WHERE r.meeting_id = m.id) AS articles
FROM meetings m
WHERE {where} ORDER BY m.day DESC, m.id DESC LIMIT ?
"""
COUNTS = "SELECT {standing} AS standing, count(*) FROM meetings m WHERE {where} GROUP BY 1"
TABLE = """
SELECT m.id AS meeting_id, m.day, m.start_on, m.end_on, {standing} AS standing, s.short_name AS dialogue,
       m.title, m.kind, m.edition, m.edition_basis, m.place, m.country,
       (SELECT count(DISTINCT r.article_id) FROM reports r WHERE r.meeting_id = m.id) AS articles
FROM meetings m LEFT JOIN series s ON s.id = m.series_id
WHERE {where} AND (m.day < ? OR (m.day = ? AND m.id < ?))
ORDER BY m.day DESC, m.id DESC LIMIT ?
"""
SIDES = "SELECT meeting_id, party FROM meeting_parties WHERE meeting_id IN ({ids}) ORDER BY party"
HEADS = """
SELECT p.meeting_id, p.party, n.name FROM participants p JOIN people n ON n.id = p.person_id
WHERE p.meeting_id IN ({ids}) AND p.present = 1 ORDER BY p.meeting_id, p.article_id, p.start_at
"""
START = (2**62, 2**62)
ONE_OFF = "One-off meetings"


@dataclass(frozen=True, slots=True)
class Lane:
    """A dialogue with its meetings; `series_id` None is the lane of the one-off meetings."""

    series_id: int | None
    name: str
    short_name: str
    meetings: int
    reported: int
    latest: int


def lanes(db: Connection, filters: Filters, order: LaneOrder = "recent") -> list[Lane]:
    """Every dialogue that the filters leave, one-off meetings last."""
    left = where.told(filters)
    found = db.execute(LANES.format(where=left.sql, order=LANE_ORDERS[order]), left.values)
    return [Lane(row[0], row[1] or ONE_OFF, row[2] or ONE_OFF, *row[3:]) for row in found]


def lane_marks(db: Connection, filters: Filters, shown: list[Lane]) -> pd.DataFrame:
    """The marks of these lanes, at most DRAWN a lane, newest first, with the lane's name as `lane`."""
    frames = []
    for lane in shown:
        belongs = Condition("m.series_id IS NULL") if lane.series_id is None else one_of("m.series_id", [lane.series_id])
        left = where.told(filters) & belongs
        marks = frame(db, MARKS.format(standing=STANDING, where=left.sql), (*left.values, DRAWN))
        frames.append(marks.assign(lane=lane.short_name))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def standing_counts(db: Connection, filters: Filters) -> dict[str, int]:
    """How many meetings were reported, referred to, planned or cancelled; standings without any are left out."""
    left = where.told(filters)
    return {row[0]: int(row[1]) for row in db.execute(COUNTS.format(standing=STANDING, where=left.sql), left.values)}


def meeting_table(
    db: Connection, filters: Filters, standings: tuple[str, ...], before: tuple[int, int] = START
) -> pd.DataFrame:
    """One page of meetings, newest first, below the key (day, meeting); with `sides` and `heads` as lists."""
    left = where.told(filters) & one_of(STANDING, standings)
    key = (before[0], before[0], before[1])
    page = frame(db, TABLE.format(standing=STANDING, where=left.sql), (*left.values, *key, PAGE))
    ids = [int(meeting) for meeting in page["meeting_id"]]
    sides, heads = _sides(db, ids), _heads(db, ids)
    return page.assign(sides=[sides.get(i, []) for i in ids], heads=[heads.get(i, []) for i in ids])


def _sides(db: Connection, ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for meeting, party in db.execute(SIDES.format(ids=", ".join("?" * len(ids))), ids):
        found.setdefault(meeting, []).append(party)
    return found


def _heads(db: Connection, ids: list[int]) -> dict[int, list[str]]:
    """The first person that is named for each side: releases name the head of a delegation first."""
    found: dict[int, dict[str | None, str]] = {}
    for meeting, party, name in db.execute(HEADS.format(ids=", ".join("?" * len(ids))), ids):
        found.setdefault(meeting, {}).setdefault(party, name)
    return {meeting: list(dict.fromkeys(heads.values())) for meeting, heads in found.items()}
