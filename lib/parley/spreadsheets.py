"""What becomes of a spreadsheet on its way in: its columns are asked for, known from before, or read into meetings."""

from collections import Counter
from collections.abc import Sequence

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Columns, Receipt, RowMeeting, SheetRow
from parley.sheets.columns import from_json
from parley.sheets.countries import is_as_written
from parley.sheets.meetings import Read, meetings_in
from parley.store import Connection
from parley.store.jobs import Job, finish, holding, record
from parley.store.sheets import Written, answer_for, ask, ask_again, write_rows

MOST_NAMED = 6
"""Names without a code that a receipt lists."""
NOT_INTERNAL = "not marked as internal, as rows bear no such mark: files hold these meetings"


def columns_of(job: Job) -> Columns | None:
    """Which columns are which, as the user said when this document or an older copy came in; None where nobody did."""
    return from_json(job.columns) if job.columns else None


def ask_for_columns(db: Connection, job: Job, owner: str, question: NeedsColumns) -> bool:
    """Set the spreadsheet aside with its question; where an older copy was answered, let it go on with that answer.

    Returns True: this document is out of the worker's hands for now.
    """
    with holding(db, job, owner):
        if not answer_for(db, job, question.sheet):
            ask(db, job, question.sheet)
    return True


def is_asked_again(db: Connection, job: Job, owner: str, reason: str) -> bool:
    """Whether the user has been asked once more, as nothing could be read with the columns that were named."""
    with holding(db, job, owner):
        return bool(job.columns) and ask_again(db, job, reason)


def read_rows(rows: Sequence[SheetRow], columns: Columns) -> Sequence[tuple[SheetRow, Read]]:
    """Each row with its meeting, or why it has none; raises UnreadableFile where none has."""
    found = meetings_in(rows, columns)
    if not any(isinstance(meeting, RowMeeting) for _, meeting in found):
        raise UnreadableFile(_none_of(found))
    return found


def take_in(db: Connection, job: Job, owner: str, columns: Columns, found: Sequence[tuple[SheetRow, Read]]) -> bool:
    """Write the meetings of a spreadsheet, all at once, with a receipt for it and one for each row that is none.

    Returns True: the document is finished.
    """
    meetings = [meeting for _, meeting in found if isinstance(meeting, RowMeeting)]
    with holding(db, job, owner):
        written = write_rows(db, job, columns, job.columns, meetings)
        receipts = [_summary(job, written, meetings), *_refused(job, found)]
        record(db, job, 0, receipts, len(receipts))
        finish(db, job)
    return True


def _none_of(found: Sequence[tuple[SheetRow, Read]]) -> str:
    if not found:
        return "The spreadsheet has no rows under its columns. Check that it is the right one."
    row, reason = found[0]
    return f"None of {len(found):,} rows could be read with these columns. Row {row.number}: {reason}"


def _summary(job: Job, written: Written, meetings: Sequence[RowMeeting]) -> Receipt:
    """How many rows are new, changed and as before, and how many sides have no code."""
    parts = [f"{written.new:,} new"]
    parts += [f"{written.changed:,} changed"] if written.changed else []
    parts += [f"{written.same:,} as before"] if written.same else []
    odd = Counter(side for meeting in meetings for side in meeting.sides if is_as_written(side))
    if odd:
        rows = sum(any(is_as_written(side) for side in meeting.sides) for meeting in meetings)
        named = ", ".join(name for name, _ in odd.most_common(MOST_NAMED)) + (", …" if len(odd) > MOST_NAMED else "")
        parts.append(f"{rows:,} with a side kept as written, as there is no code for it ({named})")
    parts += [NOT_INTERNAL] if job.internal else []
    count = len(meetings)
    title = f"{count:,} meeting{'' if count == 1 else 's'} without text"
    return Receipt(job.name, "rows", title=title, reason=" · ".join(parts))


def _refused(job: Job, found: Sequence[tuple[SheetRow, Read]]) -> list[Receipt]:
    return [
        Receipt(f"{job.name}, row {row.number}", "unreadable", reason=str(reason))
        for row, reason in found
        if isinstance(reason, UnreadableFile)
    ]
