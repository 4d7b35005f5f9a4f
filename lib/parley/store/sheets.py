"""Spreadsheets: the question which columns are which, its answer, and the meetings that their rows tell of.

A row that comes again updates its meeting by the spreadsheet's own id; one that is gone from a newer copy stays.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from parley.errors import StoreError
from parley.model import Columns, RowMeeting, Sheet
from parley.store.days import day_of, month_of
from parley.store.former import NEXT
from parley.store.history import bump, log, now
from parley.store.jobs import Job
from parley.store.sqlite import Connection, transaction
from parley.store.words import series_row, series_slug

ASK = """
UPDATE jobs SET state = 'asking', reason = '', question = ?, columns = '', lease_owner = NULL, lease_until = NULL
WHERE id = ?
"""
KEEP_QUESTION = """
UPDATE jobs SET state = 'waiting', question = ?, columns = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?
"""
ASK_AGAIN = """
UPDATE jobs SET state = 'asking', reason = ?, columns = '', lease_owner = NULL, lease_until = NULL
WHERE id = ? AND question <> ''
"""
ANSWER = "UPDATE jobs SET state = 'waiting', reason = '', columns = ?, attempts = 0 WHERE id = ? AND state = 'asking'"
SERIES = "SELECT series, name, short_name FROM series"
QUESTION = "SELECT name, question FROM jobs WHERE id = ?"
LEAVE = "UPDATE jobs SET state = 'failed', reason = ?, finished_at = ? WHERE id = ? AND state = 'asking'"
LEFT_OUT = """
INSERT INTO receipts (job_id, batch_id, n, name, outcome, reason)
SELECT id, batch_id, 0, name, 'unreadable', ? FROM jobs WHERE id = ?
"""
NEW_SHEET = """
INSERT INTO sheets (name, kind, names, columns, actor, answered_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, names = excluded.names, columns = excluded.columns,
    actor = excluded.actor, answered_at = excluded.answered_at
"""
SHEET = "SELECT id, names, columns FROM sheets WHERE name = ?"
KNOWN = "SELECT external_id, meeting_id, cells FROM sheet_rows WHERE sheet_id = ?"
NEW_MEETING = f"""
INSERT INTO meetings (id, kind, status, day, month, title, is_reported, has_text)
VALUES ({NEXT}, 'visit', 'held', 0, 0, '', 0, 0)
"""
MEETING = """
UPDATE meetings SET series_id = ?, start_on = ?, end_on = ?, day = ?, month = ?, place = ?, country = ?, title = ?
WHERE id = ?
"""
ROW = """
INSERT INTO sheet_rows (meeting_id, sheet_id, external_id, n, cells, person, office, note, document_id, batch_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (meeting_id) DO UPDATE SET n = excluded.n, cells = excluded.cells, person = excluded.person,
    office = excluded.office, note = excluded.note, document_id = excluded.document_id, batch_id = excluded.batch_id
"""
DROP_SIDES = "DELETE FROM meeting_parties WHERE meeting_id = ?"
SIDE = "INSERT INTO meeting_parties (meeting_id, party) VALUES (?, ?)"
LEFT = "You chose to leave this spreadsheet out. Upload it again if you need it after all."


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the rows of a spreadsheet: meetings new, changed, and as they were."""

    new: int
    changed: int
    same: int


def ask(db: Connection, job: Job, sheet: Sheet) -> None:
    """Set a spreadsheet aside until its user has said which columns are which."""
    db.execute(ASK, (_question(sheet), job.id))
    log(db, job.actor, "columns asked for", f"document {job.document_id}", name=job.name)


def ask_again(db: Connection, job: Job, reason: str) -> bool:
    """Ask once more where no row could be read with the columns named; False where nobody was asked."""
    return bool(db.execute(ASK_AGAIN, (reason, job.id)).rowcount)


def answer(db: Connection, job_id: int, columns: Columns, kept: str, actor: str) -> None:
    """Say which columns of a waiting spreadsheet are which, `kept` being the same as JSON.

    Raises StoreError where it waits no more.
    """
    with transaction(db):
        if db.execute(ANSWER, (kept, job_id)).rowcount != 1:
            raise StoreError("Somebody has answered this already.")
        if columns.kind == "articles":  # those of meetings are remembered with their rows
            name, question = db.execute(QUESTION, (job_id,)).fetchone()
            remember(db, name, columns, json.loads(question)["names"], kept, actor)
        log(db, actor, "columns named", f"job {job_id}", columns=kept)


def leave_out(db: Connection, job_id: int, actor: str) -> None:
    """End the question without an answer: the spreadsheet is not read."""
    with transaction(db):
        if db.execute(LEAVE, (LEFT, now(), job_id)).rowcount != 1:
            raise StoreError("Somebody has answered this already.")
        db.execute(LEFT_OUT, (LEFT, job_id))
        log(db, actor, "spreadsheet left out", f"job {job_id}")


def answer_for(db: Connection, job: Job, sheet: Sheet) -> bool:
    """Answer for the user where a spreadsheet of this name and with these columns was answered before."""
    row = db.execute(SHEET, (job.name,)).fetchone()
    if row is None or row[1] != _listed(sheet.names):
        return False
    db.execute(KEEP_QUESTION, (_question(sheet), row[2], job.id))
    log(db, job.actor, "columns known from before", f"document {job.document_id}", name=job.name)
    return True


def remember(db: Connection, name: str, columns: Columns, names: Sequence[str], kept: str, actor: str) -> None:
    """Keep an answer, also as JSON, for the next spreadsheet with these columns."""
    db.execute(NEW_SHEET, (name, columns.kind, _listed(names), kept, actor, now()))


def write_rows(db: Connection, job: Job, columns: Columns, kept: str, meetings: Sequence[RowMeeting]) -> Written:
    """Write the meetings of a spreadsheet, of which there is one at least: new ones, and those whose row has changed.

    `kept` are the columns as JSON. To be called in a transaction: all are written, or none.
    """
    names = [column for column, _ in meetings[0].row.cells]
    name = columns.sheet or _own_name(db, job.name, meetings)
    before = db.execute(SHEET, (name,)).fetchone()
    remember(db, name, columns, names, kept, job.actor)
    sheet = int(db.execute(SHEET, (name,)).fetchone()[0])
    known = {row[0]: (row[1], row[2]) for row in db.execute(KNOWN, (sheet,))}
    is_read_anew = before is not None and before[2] != kept
    told = {"new": 0, "changed": 0, "same": 0}
    series = partial(_series_of, db, {})
    for meeting in meetings:
        own, held = known.get(meeting.id, (0, ""))
        cells = _listed(meeting.row.cells)
        became = "new" if not own else "changed" if is_read_anew or held != cells else "same"
        told[became] += 1
        if became != "same":
            own = own or int(db.execute(NEW_MEETING).lastrowid or 0)
            _write(db, own, meeting, series(meeting.dialogue))
        told_by = (meeting.person, meeting.office, meeting.note, job.document_id, job.batch_id)
        db.execute(ROW, (own, sheet, meeting.id, meeting.row.number, cells, *told_by))
    bump(db)
    log(db, job.actor, "spreadsheet of meetings read", f"document {job.document_id}", name=name, **told)
    return Written(**told)


def _own_name(db: Connection, name: str, meetings: Sequence[RowMeeting]) -> str:
    """The name under which a file keeps its ids: its own, unless another spreadsheet has that name already."""
    names = _listed([column for column, _ in meetings[0].row.cells])
    cells = {meeting.id: meeting.row.cells for meeting in meetings}
    for n in count(1):
        tried = name if n == 1 else f"{name} ({n})"
        held = db.execute(SHEET, (tried,)).fetchone()
        if held is None:
            return tried
        shared = [(json.loads(old), cells[row]) for row, _, old in db.execute(KNOWN, (held[0],)) if row in cells]
        alike = sum(_is_like(old, new) for old, new in shared)
        # Numbers from 1 stand in many lists: the rows behind the ids must be the same ones, corrected here and there.
        if 2 * alike >= len(shared) and (held[1] == names or 2 * len(shared) > len(cells)):
            return tried
    raise AssertionError("there is always a next number")


def _is_like(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> bool:
    """Whether a row is an older one, corrected: half of its cells at least stand as they stood."""
    before = dict(old)
    filled = [(column, cell) for column, cell in new if cell]
    return 2 * sum(before.get(column) == cell for column, cell in filled) >= len(filled)


def _write(db: Connection, own: int, meeting: RowMeeting, series: int | None) -> None:
    days = (meeting.start, meeting.end, day_of(meeting.start), month_of(meeting.start))
    title = meeting.title or " · ".join(part for part in (meeting.person, "–".join(meeting.sides)) if part)
    db.execute(MEETING, (series, *days, meeting.place, meeting.country, title or "Meeting", own))
    db.execute(DROP_SIDES, (own,))
    db.executemany(SIDE, [(own, side) for side in meeting.sides])


def _series_of(db: Connection, known: dict[str, int], dialogue: str) -> int | None:
    """The row of a dialogue that a cell names: the registry's by its names, else one of its own; None for none."""
    if not dialogue:
        return None
    if dialogue not in known:
        told = dialogue.casefold()
        named = (row for row in db.execute(SERIES) if told in {part.casefold() for part in row})
        key, name, _ = next(named, (series_slug(dialogue), dialogue, dialogue))
        known[dialogue] = series_row(db, key or "dialogue", name)
    return known[dialogue]


def _question(sheet: Sheet) -> str:
    return _listed({"names": sheet.names, "rows": sheet.rows, "count": sheet.count})


def _listed(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)
