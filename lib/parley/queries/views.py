"""The views that were saved for a page."""

import json
from dataclasses import dataclass, fields
from typing import Any

from parley.model import Filters
from parley.queries.read import Connection

VIEWS = "SELECT v.id, v.name, v.filters, v.question FROM views v WHERE v.page = ? ORDER BY v.name, v.id"
FIELDS = {field.name for field in fields(Filters)}


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: its number and name, the filters and the words searched for."""

    id: int
    name: str
    filters: Filters
    question: str


def saved_views(db: Connection, page: str) -> tuple[View, ...]:
    """The views of a page by their names."""
    rows = db.execute(VIEWS, (page,)).fetchall()
    return tuple(View(row[0], row[1], _filters(row[2]), row[3]) for row in rows)


def _filters(written: str) -> Filters:
    """Filters from JSON; a field that this version does not know is left out."""
    found: dict[str, Any] = {name: value for name, value in json.loads(written).items() if name in FIELDS}
    several = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Filters(**(found | several))
