"""Rows -> DataFrame, from a connection that only reads."""

from collections.abc import Iterable
from typing import Any, Protocol

import pandas as pd


class Connection(Protocol):
    """What a query needs of a database: to run one statement with bound values."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any:
        """Run the statement; the cursor that comes back has `description` and `fetchall()`."""


def frame(db: Connection, sql: str, values: Iterable[str | int] = ()) -> pd.DataFrame:
    """The rows of a statement under its own column names. (pandas' `read_sql` knows only the stdlib's connections.)"""
    cursor = db.execute(sql, tuple(values))
    return pd.DataFrame(cursor.fetchall(), columns=[column[0] for column in cursor.description])


def records(data: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts, None where the database held nothing (pandas makes it NaN)."""
    return [{str(k): None if v != v else v for k, v in row.items()} for row in data.to_dict("records")]


def number(db: Connection, sql: str, values: Iterable[str | int] = ()) -> int:
    """The one number that a statement gives; 0 for none."""
    row = db.execute(sql, tuple(values)).fetchone()
    return int(row[0] or 0) if row else 0
