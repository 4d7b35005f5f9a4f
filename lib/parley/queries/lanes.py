"""The lanes of the timeline: by dialogue, by side or by kind of meeting, and the marks on them."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame
from parley.queries.timeline import TABLE, told, with_people
from parley.queries.where import Condition, one_of

DRAWN = 400
"""So many marks a lane at most: more would lie on top of each other. The table has them all."""

By = Literal["dialogue", "side", "kind"]
LaneOrder = Literal["recent", "count"]

ONE_OFF = "One-off meetings"
WITHOUT_TEXT = "Meetings without text"
NONE_OF: dict[By, str] = {"dialogue": ONE_OFF, "side": "Side not told", "kind": "Kind not told"}
KEYS: dict[By, str] = {"dialogue": "m.series_id", "side": "p.party", "kind": "m.kind"}
SIDES = "LEFT JOIN meeting_parties p ON p.meeting_id = m.id"
APART = "CASE WHEN m.series_id IS NULL AND m.has_text = 0 THEN 1 ELSE 0 END"
"""Meetings without a text that belong to no dialogue have a lane of their own."""
LANES = f"""SELECT listed.lane, s.name, s.short_name, COUNT(DISTINCT listed.id) AS meetings,
    COUNT(DISTINCT CASE WHEN listed.counted = 1 THEN listed.id END) AS reported, MAX(listed.held) AS latest,
    listed.apart, s.series
    FROM (SELECT CASE WHEN {APART} = 1 THEN NULL ELSE {{key}} END AS lane, {APART} AS apart, m.id AS id,
        CASE WHEN m.status = 'held' AND m.is_reported = 1 THEN 1 ELSE 0 END AS counted,
        CASE WHEN m.status = 'held' THEN m.day ELSE 0 END AS held
        FROM meetings m {{sides}} WHERE {{where}}) listed
    LEFT JOIN series s ON {{named}}
    GROUP BY listed.lane, listed.apart, s.name, s.short_name, s.series
    ORDER BY listed.apart, CASE WHEN listed.lane IS NULL THEN 1 ELSE 0 END, {{order}}, s.name, listed.lane"""
LANE_ORDERS = {"recent": "latest DESC, meetings DESC", "count": "reported DESC, meetings DESC, latest DESC"}
YEARS = """SELECT m.day / 10000 AS year, COUNT(*) AS n FROM meetings m WHERE {where} AND m.day > 0
    GROUP BY m.day / 10000 ORDER BY 1"""


@dataclass(frozen=True, slots=True)
class Lane:
    """Meetings of one dialogue, side or kind; `key` None is the lane of those that have none, such as the one-offs.

    `is_apart` is the lane, always the last, of those one-off meetings of which no text is held. `series` is the id of
    a dialogue in the registry.
    """

    key: int | str | None
    name: str
    short_name: str
    meetings: int
    reported: int
    latest: int
    is_apart: bool = False
    by: By = "dialogue"
    series: str | None = None


def lanes(db: Connection, filters: Filters, order: LaneOrder = "recent", by: By = "dialogue") -> tuple[Lane, ...]:
    """Every dialogue, side or kind that the filters leave, what has none last; a meeting is on the lane of each side.

    Sides and kinds are named by their codes.
    """
    left = told(filters)
    sides, named = (SIDES if by == "side" else ""), ("s.id = listed.lane" if by == "dialogue" else "1 = 0")
    sql = LANES.format(key=KEYS[by], sides=sides, named=named, where=left.sql, order=LANE_ORDERS[order])
    return tuple(_lane(by, *row) for row in db.execute(sql, left.values))


def _lane(
    by: By,
    key: int | str | None,
    name: str | None,
    short_name: str | None,
    meetings: int,
    reported: int,
    latest: int,
    apart: int,
    series: str | None,
) -> Lane:
    none = WITHOUT_TEXT if apart else NONE_OF[by]
    known = none if key is None else str(key)
    return Lane(key, name or known, short_name or known, meetings, reported, latest, bool(apart), by, series)


def lane_marks(db: Connection, filters: Filters, shown: tuple[Lane, ...]) -> pd.DataFrame:
    """The meetings of these lanes, at most DRAWN a lane, newest first, with the lane's name as `lane`."""
    frames = []
    for lane in shown:
        left = where.all_of([told(filters), in_lane(lane)])
        marks = frame(db, TABLE.format(where=left.sql), (*left.values, DRAWN))
        frames.append(marks.assign(lane=lane.short_name))
    return with_people(db, pd.concat(frames, ignore_index=True))


def in_lane(lane: Lane) -> Condition:
    """Of `m`: the meeting stands on the lane."""
    if lane.is_apart:
        return Condition(f"{APART} = 1")
    own = _of_key(lane)
    return Condition(f"{own.sql} AND {APART} = 0", own.values)


def _of_key(lane: Lane) -> Condition:
    if lane.by == "side":
        if lane.key is None:
            return Condition("m.id NOT IN (SELECT p.meeting_id FROM meeting_parties p)")
        return where.inside("m.id", "p.meeting_id FROM meeting_parties p", one_of("p.party", [lane.key]))
    column = KEYS[lane.by]
    return Condition(f"{column} IS NULL") if lane.key is None else one_of(column, [lane.key])


def years(db: Connection, filters: Filters, lane: Lane) -> pd.DataFrame:
    """year, n: how many meetings of a lane each year had, earliest first."""
    left = where.all_of([told(filters), in_lane(lane)])
    return frame(db, YEARS.format(where=left.sql), left.values)
