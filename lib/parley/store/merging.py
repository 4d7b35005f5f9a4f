"""Reports into meetings: finds the meeting that a report tells of, and keeps the meeting's row as its reports say."""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from parley.store import pins
from parley.store.chosen import SETTING, Chosen, choose
from parley.store.corrections import of_meeting
from parley.store.days import interval
from parley.store.decided import corrected_fields, decided
from parley.store.former import NEXT, joined
from parley.store.meetings import PLANS_WAIT_DAYS, Report, same_meeting, told_together
from parley.store.pins import Tie
from parley.store.sqlite import Connection
from parley.store.told_since import told_since
from parley.store.words import series_row

LIKELY = """
SELECT meeting_id FROM reports WHERE series_key = :series AND edition = :edition
UNION
SELECT meeting_id FROM reports WHERE series_key = :series AND start_on BETWEEN :first AND :last
UNION
SELECT meeting_id FROM reports WHERE series_key = :series AND start_on = :year
UNION
SELECT meeting_id FROM reports WHERE series_key = :series AND start_on IS NULL AND status = 'planned'
UNION
SELECT meeting_id FROM reports WHERE series_key = :series AND start_on BETWEEN :announced AND :waited
UNION
SELECT meeting_id FROM reports WHERE parties = :parties AND start_on BETWEEN :first AND :last
UNION
SELECT m.id FROM meetings m JOIN series s ON s.id = m.series_id
WHERE s.series = :series AND m.id IN (SELECT c.meeting_id FROM corrections c WHERE c.meeting_id IS NOT NULL)
UNION
SELECT m.id FROM meetings m
WHERE m.start_on BETWEEN :first AND :last
AND m.id IN (SELECT c.meeting_id FROM corrections c WHERE c.meeting_id IS NOT NULL)
"""
REPORTS = """
SELECT r.article_id, r.focal, r.status, r.kind, r.parties, r.series_key AS series, r.series AS series_name, r.edition,
       r.edition_basis, r.start_on AS start, r.end_on AS "end", r.place, r.country, a.published_on AS published,
       r.date_start_at IS NOT NULL OR r.start_on IS NULL AS is_dated,
       CASE WHEN EXISTS (
           SELECT 1 FROM pins p JOIN corrections c ON c.id = p.correction_id
           WHERE p.article_key = a.key AND p.n = r.n AND p.start_at = r.start_at AND c.undone_at IS NULL
           AND CASE p.is_other WHEN 1 THEN c.other_id ELSE c.meeting_id END = r.meeting_id
       ) THEN r.meeting_id ELSE 0 END AS pin
FROM reports r JOIN articles a ON a.id = r.article_id WHERE r.meeting_id = ? ORDER BY r.article_id, r.n
"""
PEOPLE = """
SELECT p.article_id, w.person, p.party FROM participants p JOIN people w ON w.id = p.person_id
WHERE p.meeting_id = ? AND p.present = 1
"""
NEW = f"""
INSERT INTO meetings (id, kind, status, day, month, title, is_reported) VALUES ({NEXT}, 'other', 'held', 0, 0, '', 0)
"""
SET = f"UPDATE meetings SET series_id = ?, {SETTING} WHERE id = ?"
OF_A_MEETING = ("reports", "participants", "mentions", "commitments")
MOVE = tuple(f"UPDATE {table} SET meeting_id = ? WHERE meeting_id = ?" for table in OF_A_MEETING)
PART = tuple(f"{statement} AND article_id = ?" for statement in MOVE)
DROP = "DELETE FROM meetings WHERE id = ?"
DROP_PARTIES = "DELETE FROM meeting_parties WHERE meeting_id = ?"
PARTY = "INSERT INTO meeting_parties (meeting_id, party) VALUES (?, ?)"
SERIES_OF_MENTIONS = "UPDATE mentions SET series_id = ? WHERE meeting_id = ?"
# A topic's day is its meeting's; where the text ties it to none, the article's; else that of the article's meeting.
DAY_OF_A_TOPIC = """COALESCE(
    NULLIF((SELECT m.day FROM meetings m WHERE m.id = x.meeting_id), 0),
    NULLIF((SELECT a.day FROM articles a WHERE a.id = x.article_id), 0),
    (SELECT MIN(m.day) FROM reports r JOIN meetings m ON m.id = r.meeting_id
     WHERE r.article_id = x.article_id AND r.focal = 1 AND m.day > 0),
    0)"""
PLACE_MENTIONS = f"""
UPDATE mentions AS x SET day = {DAY_OF_A_TOPIC}
WHERE article_id IN (SELECT article_id FROM reports WHERE meeting_id = ?) OR article_id = ?
"""
MONTHS_OF_MENTIONS = """
UPDATE mentions SET month = day / 100
WHERE article_id IN (SELECT article_id FROM reports WHERE meeting_id = ?) OR article_id = ?
"""

# An agenda announced for a meeting to come was not yet discussed (CODEBOOK.md, `meeting`): as people decided, else as
# the article tells of the meeting.
DISCUSSED = "UPDATE mentions SET discussed = ? WHERE meeting_id = ?"
DISCUSSED_AS_TOLD = """
UPDATE mentions SET discussed = COALESCE(
    (SELECT CASE r.status WHEN 'held' THEN 1 ELSE 0 END FROM reports r
     WHERE r.article_id = mentions.article_id AND r.meeting_id = mentions.meeting_id ORDER BY r.n LIMIT 1),
    discussed)
WHERE meeting_id = ?
"""

AROUND = timedelta(days=31)
"""How far from a report's date another may put the same talks: the width of a month, for dates without a day."""


def find_meeting(db: Connection, report: Report, tie: Tie = Tie()) -> int:  # noqa: B008  (a frozen value)
    """The row of the meeting that a report tells of; a new one where no other report tells of it.

    Where a report shows that two rows are one meeting (one had the round, the other the date), they become one. What
    a person decided comes first.
    """
    if tie.meeting_id:
        return tie.meeting_id
    likely = {meeting: reports_of(db, meeting) for meeting in _likely(db, report) if meeting not in tie.apart}
    answers = {meeting: same_meeting(report, told) for meeting, told in likely.items()}
    sure = [meeting for meeting, answer in answers.items() if answer == "same"]
    perhaps = [meeting for meeting, answer in answers.items() if answer == "perhaps"]
    if not sure:
        return perhaps[0] if len(perhaps) == 1 else int(db.execute(NEW).lastrowid or 0)
    keep, *others = sorted(sure)
    for other in others:
        apart = any(same_meeting(told, likely[keep]) == "other" for told in likely[other])
        if not apart and not pins.are_held_apart(db, keep, other):
            join(db, keep, other)
            likely[keep] += likely[other]
    return keep


def reports_of(db: Connection, meeting_id: int) -> list[Report]:
    """What each article says of a meeting, first told first; where a person decided, they all say that."""
    present: dict[int, set[tuple[str, str | None]]] = {}
    for article, person, party in db.execute(PEOPLE, (meeting_id,)):
        present.setdefault(article, set()).add((person, party))
    cursor = db.execute(REPORTS, (meeting_id,))
    columns = [column[0] for column in cursor.description]
    told = [_report(dict(zip(columns, row, strict=True)), present) for row in cursor]
    corrections = of_meeting(db, meeting_id)
    return decided(told, corrections, told_since(db, meeting_id)) if corrected_fields(corrections) else told


def statuses(db: Connection, meeting_ids: Iterable[int]) -> dict[int, str]:
    """Whether meetings were held, are planned or cancelled, where a person said so of the meeting."""
    known = {meeting: reports_of(db, meeting) for meeting in pins.with_a_status(db, meeting_ids)}
    return {meeting: reports[0].status for meeting, reports in known.items() if reports}


def _report(row: dict[str, Any], present: dict[int, set[tuple[str, str | None]]]) -> Report:
    """A row of `REPORTS` as the merge compares it."""
    return Report(
        **row
        | {
            "focal": bool(row["focal"]),
            "parties": tuple(json.loads(row["parties"])),
            "people": frozenset(present.get(row["article_id"], ())),
            "is_dated": bool(row["is_dated"]),
        }
    )


def refresh(db: Connection, meeting_ids: Iterable[int]) -> None:
    """Choose each meeting's values again from its reports; a meeting that no article tells of any more goes."""
    for meeting_id in sorted(set(meeting_ids)):
        reports = reports_of(db, meeting_id)
        if reports:
            _write(db, meeting_id, choose(reports))
            if pins.with_a_status(db, [meeting_id]):
                db.execute(DISCUSSED, (int(reports[0].status == "held"), meeting_id))
        else:
            db.execute(DROP, (meeting_id,))


def settle(db: Connection, meeting_ids: Iterable[int]) -> None:
    """After reports were taken away: part what only they held together, then refresh each meeting."""
    for meeting_id in sorted(set(meeting_ids)):
        _, *parted = told_together(reports_of(db, meeting_id)) or [[]]
        for group in parted:
            own = int(db.execute(NEW).lastrowid or 0)
            for statement in PART:
                db.executemany(statement, [(own, meeting_id, report.article_id) for report in group])
            parted_from(db, meeting_id, own)
            refresh(db, [own])
        refresh(db, [meeting_id])


def parted_from(db: Connection, meeting: int, own: int) -> None:
    """Of two that were one: where one was decided to be planned or held, the other's topics follow its own articles."""
    known = pins.with_a_status(db, [meeting, own])
    db.executemany(DISCUSSED_AS_TOLD, [(one,) for one in (meeting, own) if known and one not in known])


def place_mentions(db: Connection, *, meeting_id: int = 0, article_id: int = 0) -> None:
    """Give the topics of these articles the days by which screens filter them."""
    db.execute(PLACE_MENTIONS, (meeting_id, article_id))
    db.execute(MONTHS_OF_MENTIONS, (meeting_id, article_id))


def _likely(db: Connection, report: Report) -> list[int]:
    """The meetings that the rules need to look at: an index finds them, however many reports there are."""
    days = interval(report.start, report.end)
    values = {
        "series": report.series,
        "edition": report.edition,
        "parties": json.dumps(report.parties) if report.parties else None,
        "first": (days[0] - AROUND).isoformat()[:7] if days else None,  # "2023-08" sorts before all its days
        "year": days[0].isoformat()[:4] if days else None,
        **_awaited(report),
        "last": (days[1] + AROUND).isoformat() if days else None,
    }
    return [row[0] for row in db.execute(LIKELY, values)]


def _awaited(report: Report) -> dict[str, str | None]:
    """The days within which talks announced without a day may have been held."""
    announced = interval(report.published) if report.status == "planned" and not report.start else None
    last = announced[0] + timedelta(days=PLANS_WAIT_DAYS) if announced else None
    return {"announced": announced[0].isoformat() if announced else None, "waited": last.isoformat() if last else None}


def join(db: Connection, keep: int, gone: int) -> None:
    """Make one meeting of two: all that points to `gone` points to `keep`, which is to be refreshed."""
    for statement in MOVE:
        db.execute(statement, (keep, gone))
    pins.move(db, keep, gone)
    db.execute(DROP, (gone,))
    joined(db, keep, gone)


def _write(db: Connection, meeting_id: int, chosen: Chosen) -> None:
    series = series_row(db, chosen.series, chosen.series_name or chosen.series) if chosen.series else None
    db.execute(SET, (series, *chosen.values, meeting_id))
    db.execute(DROP_PARTIES, (meeting_id,))
    db.executemany(PARTY, [(meeting_id, party) for party in chosen.parties])
    db.execute(SERIES_OF_MENTIONS, (series, meeting_id))
    place_mentions(db, meeting_id=meeting_id)
