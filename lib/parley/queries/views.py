"""The views that were saved."""

import json
from dataclasses import dataclass, fields
from typing import Any

from parley.model import Filters
from parley.queries.read import Connection

VIEWS = "SELECT v.id, v.name, v.filters, v.question, v.page FROM views v ORDER BY v.name, v.id"
FIELDS = {field.name for field in fields(Filters)}


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: its number and name, the filters, the words searched for, and the page that it was saved on."""

    id: int
    name: str
    filters: Filters
    question: str
    page: str


def saved_views(db: Connection) -> tuple[View, ...]:
    """All views by their names: filters hold on every page."""
    rows = db.execute(VIEWS).fetchall()
    return tuple(View(row[0], row[1], _filters(row[2]), row[3], row[4]) for row in rows)


def _filters(written: str) -> Filters:
    """Filters from JSON; a field that this version does not know is left out."""
    found: dict[str, Any] = {name: value for name, value in json.loads(written).items() if name in FIELDS}
    several = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Filters(**(found | several))
