"""What the overview asks: meetings a quarter, the newest meeting, and the window against which it compares."""

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame, number
from parley.queries.topics import DATED, PERIODS

QUARTERS = """SELECT {period} AS period, COALESCE(s.series, '{one_off}') AS dialogue,
    COALESCE(s.short_name, 'One-off meetings') AS label, COALESCE(s.name, 'One-off meetings') AS full, COUNT(*) AS n
    FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE {condition}
    GROUP BY {period}, s.series, s.short_name, s.name ORDER BY 1, 3"""
NEWEST = "SELECT MAX(m.month) FROM meetings m WHERE m.month % 100 > 0 AND {}"
EDGES = "SELECT MIN(m.day) AS first, MAX(m.day) AS last FROM meetings m WHERE m.day > 0 AND {}"


def meetings_by_quarter(db: Connection, filters: Filters) -> pd.DataFrame:
    """period (`yyyyq`), dialogue, label, full, n: held, reported meetings by the quarter in which they took place."""
    dated = where.Condition(DATED["quarter"].format(month="m.month"))
    condition = where.all_of([where.meetings(filters), dated])
    period = PERIODS["quarter"].format(month="m.month")
    sql = QUARTERS.format(period=period, one_off=where.ONE_OFF, condition=condition.sql)
    return frame(db, sql, condition.values)


def newest_month(db: Connection, filters: Filters) -> int:
    """The month (yyyymm) of the newest meeting under the filters; 0 where none has a month."""
    condition = where.meetings(filters)
    return number(db, NEWEST.format(condition.sql), condition.values)


def first_and_last_day(db: Connection, filters: Filters) -> tuple[int, int]:
    """Days (yyyymmdd) of the earliest and the newest meeting under the filters; 0 and 0 where none is dated."""
    condition = where.meetings(filters)
    row = db.execute(EDGES.format(condition.sql), condition.values).fetchone()
    return int(row[0] or 0), int(row[1] or 0)
