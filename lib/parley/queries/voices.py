"""Who raised what: at how many meetings each topic came up in the voice of each side."""

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame

VOICED = """SELECT k.topic AS topic, k.label AS label, k.topic_group AS topic_group, k.generic AS generic,
    COALESCE(x.by_party, '') AS voice, COUNT(DISTINCT x.meeting_id) AS n
    FROM mentions x JOIN topics k ON k.id = x.topic_id WHERE {}
    GROUP BY k.id, k.topic, k.label, k.topic_group, k.generic, COALESCE(x.by_party, '') ORDER BY 6 DESC, 2, 5"""


def voiced(db: Connection, filters: Filters) -> pd.DataFrame:
    """topic, label, topic_group, generic, voice, n: meetings by topic and voice, most first.

    A voice is a side's code, "joint" for all sides together, or "" where it is not said whose; at one meeting a topic
    may have several.
    """
    condition = where.topic_at_meetings(filters)
    return frame(db, VOICED.format(condition.sql), condition.values)
