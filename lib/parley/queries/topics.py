"""How often each topic was discussed: by meetings, articles or sentences, and over time."""

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame
from parley.queries.units import Unit

COUNTED_BY = {"meetings": "x.meeting_id", "articles": "x.article_id", "sentences": "x.sentence_id"}
COUNTS = """SELECT k.topic AS topic, k.label AS label, k.topic_group AS topic_group, k.generic AS generic,
    COUNT(DISTINCT {unit}) AS n
    FROM mentions x JOIN topics k ON k.id = x.topic_id WHERE {condition}
    GROUP BY k.id, k.topic, k.label, k.topic_group, k.generic ORDER BY 5 DESC, 2"""
TREND = """SELECT k.topic AS topic, k.label AS label, k.topic_group AS topic_group, {period} AS period,
    COUNT(DISTINCT {unit}) AS n
    FROM mentions x JOIN topics k ON k.id = x.topic_id LEFT JOIN meetings m ON m.id = x.meeting_id
    WHERE {condition} GROUP BY k.id, k.topic, k.label, k.topic_group, {period} ORDER BY 4, 2"""
PERIODS = {"quarter": "{month} / 100 * 10 + ({month} % 100 + 2) / 3", "year": "{month} / 100"}
DATED = {"quarter": "{month} % 100 > 0", "year": "{month} > 0"}


def topic_counts(db: Connection, unit: Unit, filters: Filters) -> pd.DataFrame:
    """topic, label, topic_group, generic, n: distinct units in which each topic was discussed, most first."""
    condition = _condition(unit, filters)
    return frame(db, COUNTS.format(unit=COUNTED_BY[unit], condition=condition.sql), condition.values)


def topic_trend(db: Connection, unit: Unit, filters: Filters, step: str) -> pd.DataFrame:
    """topic, label, topic_group, period, n: distinct units in which each topic was discussed over time.

    A period is `yyyyq` by quarter, `yyyy` by year.

    What is not known well enough to be placed (no date, or a year where quarters are asked for) is left out.
    """
    month = "m.month" if unit == "meetings" else "x.month"
    dated = where.Condition(DATED[step].format(month=month))
    condition = where.all_of([_condition(unit, filters), dated])
    sql = TREND.format(unit=COUNTED_BY[unit], period=PERIODS[step].format(month=month), condition=condition.sql)
    return frame(db, sql, condition.values)


def months_of(period: int, step: str) -> tuple[int, int]:
    """First and last month of a quarter `yyyyq` or a year `yyyy`; a year takes in what is known by the year alone."""
    if step == "year":
        return period * 100, period * 100 + 12
    year, quarter = divmod(period, 10)
    return year * 100 + quarter * 3 - 2, year * 100 + quarter * 3


def _condition(unit: Unit, filters: Filters) -> where.Condition:
    return where.topic_at_meetings(filters) if unit == "meetings" else where.mentions(filters)
