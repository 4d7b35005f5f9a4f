"""Meetings that only a spreadsheet tells of, the row behind each, and spreadsheets that need their user."""

import json
from dataclasses import dataclass

from parley.model import Filters, Sheet
from parley.queries import where
from parley.queries.read import Connection, number
from parley.queries.where import one_of

ROW = """SELECT s.name, r.n, r.cells FROM sheet_rows r JOIN sheets s ON s.id = r.sheet_id
    WHERE r.meeting_id = ?"""
QUESTIONS = (
    """SELECT j.id, j.name, j.reason, j.question FROM jobs j WHERE j.state = 'asking' ORDER BY j.id DESC LIMIT ?"""
)
WAITING = "SELECT COUNT(*) FROM jobs j WHERE j.state = 'asking'"
ANSWERED = "SELECT s.id, s.name, s.kind, s.columns FROM sheets s WHERE s.names = ? ORDER BY s.answered_at DESC"
SHARED = "SELECT COUNT(*) FROM sheet_rows r WHERE r.sheet_id = ? AND {}"


@dataclass(frozen=True, slots=True)
class RowFacts:
    """The row behind a meeting without a text: its spreadsheet, its number there, and its cells as written."""

    sheet: str
    number: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A spreadsheet whose user must say which columns are which.

    `answered` is the latest answer for the same columns, as JSON. `older` are spreadsheets of meetings with the same
    columns, that of which this is surely a newer copy first, if `is_newer`. `reason` says why it is asked again.
    """

    job: int
    name: str
    reason: str
    sheet: Sheet
    answered: str = ""
    older: tuple[str, ...] = ()
    is_newer: bool = False


def how_many_without_text(db: Connection, filters: Filters) -> int:
    """How many meetings without a text the filters leave."""
    condition = where.without_text(filters)
    return number(db, f"SELECT COUNT(*) FROM meetings m WHERE {condition.sql}", condition.values)


def row_facts(db: Connection, meeting: int) -> RowFacts | None:
    """The row behind a meeting without a text; None where an article tells of it."""
    row = db.execute(ROW, (meeting,)).fetchone()
    return RowFacts(row[0], int(row[1]), tuple((name, cell) for name, cell in json.loads(row[2]))) if row else None


def questions(db: Connection, most: int) -> list[Question]:
    """The newest spreadsheets that wait for their user."""
    return [_question(db, *row) for row in db.execute(QUESTIONS, (most,)).fetchall()]


def how_many_questions(db: Connection) -> int:
    """How many spreadsheets wait for their user."""
    return number(db, WAITING)


def _question(db: Connection, job: int, name: str, reason: str, asked: str) -> Question:
    told = json.loads(asked)
    sheet = Sheet(tuple(told["names"]), tuple(tuple(row) for row in told["rows"]), int(told["count"]))
    answered = db.execute(ANSWERED, (json.dumps(told["names"], ensure_ascii=False),)).fetchall()
    older = sorted(
        ((not _shares_ids(db, row[0], sheet), n, row[1]) for n, row in enumerate(answered) if row[2] == "meetings")
    )
    is_newer = bool(older) and not older[0][0]
    return Question(
        job, name, reason, sheet, answered[0][3] if answered else "", tuple(row[2] for row in older), is_newer
    )


def _shares_ids(db: Connection, sheet_id: int, sheet: Sheet) -> bool:
    """Whether most of the first rows have an id that the older spreadsheet knows."""
    cells = sorted({cell for row in sheet.rows for cell in row if cell})
    known = one_of("r.external_id", cells)
    shared = number(db, SHARED.format(known.sql), (sheet_id, *known.values)) if cells else 0
    return 2 * shared > len(sheet.rows)
