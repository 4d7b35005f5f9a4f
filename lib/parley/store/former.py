"""Meetings that are no more: no other gets their number, and a page that still names one learns what became of it."""

from parley.errors import StoreError
from parley.store.sqlite import Connection

FORMER = (
    """
CREATE TABLE former_meetings (
    id INTEGER PRIMARY KEY,
    into_id INTEGER -- the meeting with which it was joined; NULL where it went with the articles that told of it
)""",
    """
CREATE TRIGGER a_meeting_that_goes_leaves_its_number AFTER DELETE ON meetings
BEGIN INSERT OR REPLACE INTO former_meetings (id) VALUES (OLD.id); END""",
)
DECIDED_ALREADY = "Somebody has just decided this. Open the page again to see how it stands."

NEWEST = """
COALESCE((SELECT MAX(n) FROM (
    SELECT MAX(id) AS n FROM meetings UNION ALL SELECT MAX(id) AS n FROM former_meetings
) AS known), 0)"""
NEXT = f"(SELECT 1 + {NEWEST})"
"""The number of the next meeting, in SQL."""

JOINED = "UPDATE former_meetings SET into_id = ? WHERE id = ?"
BACK = "DELETE FROM former_meetings WHERE id = ?"
FORGET = "DELETE FROM former_meetings WHERE id > ?"
BECAME = "SELECT into_id FROM former_meetings WHERE id = ?"
IS_THERE = "SELECT EXISTS (SELECT 1 FROM meetings WHERE id = ?)"


def newest(db: Connection) -> int:
    """The highest number that any meeting has or had."""
    return int(db.execute(f"SELECT {NEWEST}").fetchone()[0])


def joined(db: Connection, keep: int, gone: int) -> None:
    """Say that a meeting that went is now part of another."""
    db.execute(JOINED, (keep, gone))


def back(db: Connection, meeting: int) -> None:
    """Say that a meeting stands again under its number."""
    db.execute(BACK, (meeting,))


def forget_after(db: Connection, number: int) -> None:
    """Forget meetings that came and went within one change: nobody has seen them."""
    db.execute(FORGET, (number,))


def must_be_there(db: Connection, *meetings: int) -> None:
    """Raises StoreError where one of these is not there any more."""
    if not all(is_there(db, meeting) for meeting in meetings):
        raise StoreError(DECIDED_ALREADY)


def is_there(db: Connection, meeting: int) -> bool:
    """Whether a meeting stands under this number."""
    return bool(db.execute(IS_THERE, (meeting,)).fetchone()[0])


def became(db: Connection, meeting: int) -> int | None:
    """The meeting of which a former one is now part; None where it is gone for good. Raises KeyError for no former."""
    row = db.execute(BECAME, (meeting,)).fetchone()
    if row is None:
        raise KeyError(meeting)
    while row and row[0]:
        meeting = int(row[0])
        row = db.execute(BECAME, (meeting,)).fetchone()
    return meeting if is_there(db, meeting) else None
