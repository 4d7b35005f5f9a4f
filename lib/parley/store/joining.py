"""Two meetings made one, or one made two, because a person said so; and back. In the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.errors import ParleyError, StoreError
from parley.store.corrections import Correction, Pin, correct, pins_of
from parley.store.former import DECIDED_ALREADY, back, must_be_there
from parley.store.merging import NEW, PART, join, parted_from, refresh, settle
from parley.store.pins import APART, ONE, are_held_apart
from parley.store.sqlite import Connection

NEW_AS = (
    "INSERT INTO meetings (id, kind, status, day, month, title, is_reported) VALUES (?, 'other', 'held', 0, 0, '', 0)"
)
TELLS = "SELECT EXISTS (SELECT 1 FROM reports WHERE meeting_id = ? AND article_id = ?)"
NUMBER = "SELECT id FROM articles WHERE key = ?"
DECIDED = {
    column: f"SELECT id FROM corrections WHERE {column} = ? ORDER BY id" for column in ("meeting_id", "other_id")
}
BACK = {column: f"UPDATE corrections SET {column} = ? WHERE id = ?" for column in DECIDED}
BETWEEN = f"""
SELECT id FROM corrections WHERE field = '{APART}' AND undone_at IS NULL
AND ((meeting_id = ? AND other_id = ?) OR (meeting_id = ? AND other_id = ?))
"""
LIFT = "UPDATE corrections SET undone_at = ?, undone_by = ? WHERE id = ?"
STAND = "UPDATE corrections SET undone_at = NULL, undone_by = NULL WHERE id = ?"
PINS = "SELECT article_key, start_at, n FROM pins WHERE correction_id = ? ORDER BY id"
OWN_REPORT = "UPDATE reports SET meeting_id = ? WHERE meeting_id = ? AND article_id = ? AND start_at = ? AND n = ?"
IS_TOLD = "SELECT EXISTS (SELECT 1 FROM reports WHERE meeting_id = ? AND article_id = ?)"
IS_COVERED = f"""
SELECT EXISTS (SELECT 1 FROM pins own
    JOIN pins p ON p.article_key = own.article_key AND p.start_at = own.start_at AND p.n = own.n
    JOIN corrections c ON c.id = p.correction_id
    WHERE own.correction_id = ? AND c.id > ? AND c.undone_at IS NULL AND c.field IN ('{ONE}', '{APART}'))
"""
RELEASE = f"""
DELETE FROM pins WHERE article_key = ? AND start_at = ? AND n = ? AND is_other = 0 AND correction_id IN (
    SELECT id FROM corrections WHERE meeting_id = ? AND undone_at IS NULL AND field NOT IN ('{ONE}', '{APART}'))
"""
MADE_AT = "SELECT at, actor FROM corrections WHERE id = ?"
TOLD = """
SELECT m.id, s.short_name, m.start_on, m.end_on, m.place, m.edition, m.status,
       (SELECT COUNT(DISTINCT r.article_id) FROM reports r WHERE r.meeting_id = m.id)
FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE m.id = ?
"""
SIDES = "SELECT party FROM meeting_parties WHERE meeting_id = ? ORDER BY party"
COUNTED = "SELECT COUNT(*) FROM meetings m WHERE m.status = 'held' AND m.is_reported = 1 AND m.has_text = 1"


@dataclass(frozen=True, slots=True)
class Told:
    """What a meeting's row says, who sat there, and how many articles tell of it."""

    id: int
    dialogue: str | None
    start_on: str | None
    end_on: str | None
    place: str | None
    edition: int | None
    status: str
    articles: int
    sides: tuple[str, ...] = ()


def make_one(db: Connection, keep: int, gone: int, reason: str, actor: str) -> int:
    """Let two meetings be one from now on, under the number of the first; the number of the decision.

    Raises StoreError, as all these do, where the meetings are not as the person saw them any more.
    """
    must_be_there(db, keep, gone)
    apart = [row[0] for row in db.execute(BETWEEN, (keep, gone, gone, keep))]
    theirs, own = pins_of(db, gone), pins_of(db, keep)
    before: dict[str, Any] = {
        "gone": gone,
        "reports": [[pin.article_key, pin.n] for pin in theirs],
        "decided": {column: [row[0] for row in db.execute(sql, (gone,))] for column, sql in DECIDED.items()},
        "apart": apart,
    }
    decision = Correction("meeting", "corrected", meeting_id=keep, field=ONE, before=before, reason=reason)
    number = correct(db, replace(decision, pins=(*own, *theirs)), actor)
    for lifted in apart:
        db.execute(LIFT, (*db.execute(MADE_AT, (number,)).fetchone(), lifted))
    join(db, keep, gone)
    refresh(db, [keep])
    return number


def take_out(db: Connection, meeting: int, articles: Sequence[int], reason: str, actor: str) -> int:
    """Let what these articles tell be a meeting of its own; the number of the decision."""
    if not any(db.execute(TELLS, (meeting, article)).fetchone()[0] for article in articles):
        raise StoreError(DECIDED_ALREADY)
    own = int(db.execute(NEW).lastrowid or 0)
    _part(db, meeting, own, articles)
    parted_from(db, meeting, own)
    pins = (*pins_of(db, own), *pins_of(db, meeting, is_other=True))
    before = {"reports": [[pin.article_key, pin.n] for pin in pins if not pin.is_other]}
    decision = Correction("meeting", "corrected", meeting_id=own, other_id=meeting, field=APART, before=before)
    number = correct(db, replace(decision, reason=reason, pins=pins), actor)
    settle(db, [meeting])
    refresh(db, [own])
    return number


def hold_apart(db: Connection, one: int, other: int, reason: str, actor: str) -> int:
    """Keep two meetings two, whatever a new article or a new reading says; the number of the decision."""
    must_be_there(db, one, other)
    if are_held_apart(db, one, other):
        raise StoreError(DECIDED_ALREADY)
    pins: tuple[Pin, ...] = (*pins_of(db, one), *pins_of(db, other, is_other=True))
    decision = Correction("meeting", "corrected", meeting_id=one, other_id=other, field=APART, reason=reason, pins=pins)
    return correct(db, decision, actor)


def take_back(db: Connection, decisions: Iterable[Correction]) -> set[int]:
    """Make two of what such decisions made one, and one of what they made two; they have just been undone.

    The numbers of the articles that tell of both of two: which of their people and topics belong where, a new reading
    says. Raises ParleyError where a later decision that stands would at once bring back what is undone.
    """
    anew: set[int] = set()
    for one in decisions:
        is_parting = one.field == APART and one.before
        if (one.field == ONE or is_parting) and db.execute(IS_COVERED, (one.id, one.id)).fetchone()[0]:
            raise ParleyError(
                "A later decision made one meeting or two of these reports. Undo the later decision first."
            )
        if one.field == ONE and one.meeting_id:
            anew |= _make_two(db, one.meeting_id, one)
        elif is_parting and one.meeting_id and one.other_id:
            join(db, one.other_id, one.meeting_id)
            refresh(db, [one.other_id])
    return anew


def _make_two(db: Connection, keep: int, decision: Correction) -> set[int]:
    before: dict[str, Any] = decision.before
    gone = int(before["gone"])
    db.execute(NEW_AS, (gone,))
    back(db, gone)
    own = db.execute(PINS, (decision.id,)).fetchall()
    theirs = own[len(own) - len(before["reports"]) :]
    both = _part_reports(db, keep, gone, theirs)
    for column, sql in BACK.items():
        db.executemany(sql, [(gone, number) for number in before["decided"][column]])
    db.executemany(STAND, [(number,) for number in before["apart"]])
    # What was decided on both since stays with the first: it no longer holds the other's reports.
    db.executemany(RELEASE, [(*pin, keep) for pin in theirs])
    parted_from(db, keep, gone)
    settle(db, [keep])
    refresh(db, [gone])
    return both


def _part_reports(db: Connection, keep: int, gone: int, theirs: Sequence[tuple[str, int, int]]) -> set[int]:
    """Move these reports, with all of their articles that tell of `gone` alone; the articles that tell of both."""
    articles: set[int] = set()
    for key, start, n in theirs:
        for (article,) in db.execute(NUMBER, (key,)).fetchall():
            db.execute(OWN_REPORT, (gone, keep, article, start, n))
            articles.add(article)
    both = {one for one in articles if db.execute(IS_TOLD, (keep, one)).fetchone()[0]}
    _part(db, keep, gone, sorted(articles - both))
    return both


def _part(db: Connection, meeting: int, own: int, articles: Sequence[int]) -> None:
    for statement in PART:
        db.executemany(statement, [(own, meeting, article) for article in articles])


def told(db: Connection, meetings: Iterable[int]) -> tuple[Told, ...]:
    """What the rows of these meetings say; those that are there."""
    rows = (db.execute(TOLD, (meeting,)).fetchone() for meeting in meetings)
    return tuple(
        replace(Told(*row), sides=tuple(side for (side,) in db.execute(SIDES, (row[0],)))) for row in rows if row
    )


def how_many_meetings(db: Connection) -> int:
    """How many meetings are counted: held, reported, with a text."""
    return int(db.execute(COUNTED).fetchone()[0])
