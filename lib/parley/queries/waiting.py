"""Documents that wait to be added: how many of each kind, a page of them, and which of them are clear."""

import json
from dataclasses import dataclass, field
from typing import Any

from parley.model import Article, Coding
from parley.queries.growth import Growth
from parley.queries.read import Connection
from parley.store.held import KINDS
from parley.store.kept import from_json

PAGE = 20
CLEAR = ("new", "adds", "copy", "none")
"""What needs nobody: adding these leaves no question open."""

COUNTS = "SELECT place, count(*) FROM held WHERE state = 'waiting' GROUP BY place"
HOW_MANY = "SELECT count(*) FROM held WHERE state = ?"
RETURNS = "SELECT count(*) FROM held WHERE state = 'left' AND kind = 'adds' AND returns = 1"
NUMBERS = "SELECT id FROM held WHERE state = 'waiting' AND place BETWEEN ? AND ? ORDER BY id"
LISTED = """
SELECT h.id, h.place, h.kind, h.title, h.source, h.published_on, r.name, r.id, r.batch_id,
       r.reason, EXISTS (SELECT 1 FROM internal_texts i WHERE i.key = h.key), h.told
FROM held h JOIN receipts r ON r.id = h.receipt_id
WHERE h.state = ? AND {kind} AND (h.place, h.id) > (?, ?) ORDER BY h.place, h.id LIMIT ?
"""
TOLD = "SELECT told FROM trials WHERE id = ?"
ONE = "SELECT id, article, coding, state, told FROM held WHERE id = ? AND article <> ''"
IN_ORDER = "SELECT id FROM held WHERE state = 'waiting' AND article <> '' ORDER BY place, id"
NOT_YET = 9
"""The place of documents that nobody has looked at yet."""


@dataclass(frozen=True, slots=True)
class Row:
    """A waiting document: what it is, and what was seen of it when it was tried (see `store.trial.Outcome`)."""

    id: int
    place: int
    kind: str
    title: str
    source: str | None
    published_on: str | None
    name: str
    receipt_id: int
    batch_id: int
    reason: str
    internal: int = 0
    """1 where it is the house's own."""
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def becomes(self) -> str:
        """What adding it would make of it, whether or not it needs a person first."""
        return str(self.told.get("becomes", self.kind))


def waiting_counts(db: Connection) -> dict[str, int]:
    """How many documents wait, by kind in the order of the list; "" for those not looked at yet."""
    told = dict(db.execute(COUNTS).fetchall())
    names = {**dict(enumerate(KINDS)), NOT_YET: ""}
    return {name: told[place] for place, name in names.items() if told.get(place)}


def how_many(db: Connection, state: str) -> int:
    """How many documents are being added ("adding"), or were left out ("left")."""
    return int(db.execute(HOW_MANY, (state,)).fetchone()[0])


def how_many_return(db: Connection) -> int:
    """How many documents were left out without a meeting of which another text tells by now."""
    return int(db.execute(RETURNS).fetchone()[0])


def how_many_unseen(db: Connection) -> int:
    """How many documents that wait have not been looked at yet."""
    return waiting_counts(db).get("", 0)


def clear_ones(db: Connection) -> tuple[int, ...]:
    """The documents that are clear at this moment."""
    first, last = (KINDS.index(kind) for kind in (CLEAR[0], CLEAR[-1]))
    return tuple(row[0] for row in db.execute(NUMBERS, (first, last)))


def waiting_rows(
    db: Connection, kind: str = "", after: tuple[int, int] = (-1, 0), *, state: str = "waiting", most: int = PAGE
) -> list[Row]:
    """One page of documents of a kind ("" for all) below the row `after` (its place and id)."""
    where, about = ("h.place = ?", (KINDS.index(kind),)) if kind else ("1 = 1", ())
    rows = db.execute(LISTED.format(kind=where), (state, *about, *after, most))
    return [Row(*(*row[:-1], json.loads(row[-1]))) for row in rows]


def trial_told(db: Connection, number: int) -> Growth | None:
    """What a trial that the worker runs has shown; None as long as it has not."""
    row = db.execute(TOLD, (number,)).fetchone()
    return from_json(Growth, row[0]) if row and row[0] else None


@dataclass(frozen=True, slots=True)
class Document:
    """A waiting document in full, as it was read."""

    id: int
    article: Article
    coding: Coding
    state: str
    told: dict[str, Any]


def document(db: Connection, number: int) -> Document | None:
    """The waiting document with this number; None where it is added, or could not be read."""
    row = db.execute(ONE, (number,)).fetchone()
    if row is None:
        return None
    return Document(row[0], from_json(Article, row[1]), from_json(Coding, row[2]), row[3], json.loads(row[4]))


def in_order(db: Connection) -> tuple[int, ...]:
    """All documents that can be opened, in the order of the list: those that need a person first."""
    return tuple(row[0] for row in db.execute(IN_ORDER))
