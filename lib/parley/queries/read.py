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
    names, columns = [str(name) for name in data.columns], [data[name].tolist() for name in data.columns]
    return [
        {name: None if value != value else value for name, value in zip(names, row, strict=True)}
        for row in zip(*columns, strict=True)
    ]


def rows_of(db: Connection, sql: str, values: Iterable[str | int] = ()) -> list[dict[str, Any]]:
    """The rows of a statement as dicts."""
    cursor = db.execute(sql, tuple(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def number(db: Connection, sql: str, values: Iterable[str | int] = ()) -> int:
    """The one number that a statement gives; 0 for none."""
    row = db.execute(sql, tuple(values)).fetchone()
    return int(row[0] or 0) if row else 0
