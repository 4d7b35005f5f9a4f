"""Meetings for the timeline: how they stand to their articles, one of them, and all as a table, page by page."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, frame, rows_of
from parley.queries.where import ALWAYS, ONCE_AT_MEETING, Condition, one_of

PAGE = 50
START = (2**62, 2**62)

STANDING = """CASE WHEN m.has_text = 0 THEN 'no_text'
    WHEN m.status = 'cancelled' THEN 'cancelled' WHEN m.status = 'planned' THEN 'planned'
    WHEN m.is_reported = 1 THEN 'reported' ELSE 'referred' END"""
COLUMNS = f"""m.id AS meeting_id, m.day AS day, m.title AS title, m.kind AS kind, m.start_on AS start_on,
    m.end_on AS end_on, m.place AS place, m.country AS country, m.edition AS edition,
    m.edition_basis AS edition_basis, s.short_name AS dialogue, s.name AS full_name, {STANDING} AS standing,
    (SELECT COUNT(DISTINCT COALESCE(y.original_id, r.article_id)) FROM reports r
     LEFT JOIN copy_groups y ON y.article_id = r.article_id WHERE r.meeting_id = m.id) AS articles"""
TABLE = f"""SELECT {COLUMNS} FROM meetings m LEFT JOIN series s ON s.id = m.series_id WHERE {{where}}
    ORDER BY m.day DESC, m.id DESC LIMIT ?"""
SPREADSHEET_PEOPLE = "SELECT r.meeting_id, r.person FROM sheet_rows r WHERE r.person <> '' AND {where}"
COUNTS = f"SELECT {STANDING} AS standing, COUNT(*) FROM meetings m WHERE {{where}} GROUP BY 1"
SIDES = "SELECT p.meeting_id, p.party FROM meeting_parties p WHERE {where} ORDER BY p.meeting_id, p.party"
PEOPLE = """SELECT t.meeting_id AS meeting_id, t.party AS party, w.name AS name, t.office AS office
    FROM participants t JOIN people w ON w.id = t.person_id
    WHERE t.present = 1 AND {where} ORDER BY t.meeting_id, t.article_id, t.start_at"""
TOPICS = f"""SELECT k.label, COUNT(DISTINCT x.sentence_id) FROM mentions x JOIN topics k ON k.id = x.topic_id
    WHERE x.meeting_id = ? AND {ONCE_AT_MEETING.format("x")} GROUP BY k.id, k.label, k.generic
    ORDER BY k.generic, 2 DESC, 1"""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting with who was there (name, office, side) and what it dealt with (topic, sentences)."""

    row: dict[str, Any]
    sides: tuple[str, ...]
    people: tuple[tuple[str, str | None, str | None], ...]
    topics: tuple[tuple[str, int], ...]


def told(filters: Filters) -> Condition:
    """Of `m`: every meeting that an article tells of, reported or only referred to, under all filters.

    Also those that only a spreadsheet tells of, where the filters ask for them.
    """
    kinds = [where.meetings(filters), where.referred_to(filters)]
    kinds += [where.without_text(filters)] if filters.without_text else []
    return Condition("(" + " OR ".join(f"({kind.sql})" for kind in kinds) + ")", sum((k.values for k in kinds), ()))


def standing_counts(db: Connection, filters: Filters) -> dict[str, int]:
    """How many meetings were reported, referred to, planned or cancelled; standings without any are left out."""
    left = told(filters)
    return {row[0]: int(row[1]) for row in db.execute(COUNTS.format(where=left.sql), left.values)}


def meeting_table(
    db: Connection,
    filters: Filters,
    standings: tuple[str, ...],
    words: str,
    before: tuple[int, int] = START,
    most: int | None = None,
) -> pd.DataFrame:
    """One page of meetings, newest first, below the key (day, meeting), whose names hold the words."""
    below = Condition("(m.day < ? OR (m.day = ? AND m.id < ?))", (before[0], before[0], before[1]))
    left = where.all_of([told(filters), one_of(STANDING, standings), named(words), below])
    return with_people(db, frame(db, TABLE.format(where=left.sql), (*left.values, most or PAGE)))


def named(words: str) -> Condition:
    """Of `m`: the title, place, dialogue or a person at the table holds the words."""
    if not words.strip():
        return ALWAYS
    sign = "!"
    like = f"%{''.join(sign + c if c in '%_!' else c for c in words.strip())}%"
    people = "SELECT t.meeting_id FROM participants t JOIN people w ON w.id = t.person_id WHERE t.present = 1"
    series = "SELECT n.id FROM series n WHERE n.name LIKE ? ESCAPE '!' OR n.short_name LIKE ? ESCAPE '!'"
    return Condition(
        f"(m.title LIKE ? ESCAPE '!' OR m.place LIKE ? ESCAPE '!' OR m.series_id IN ({series})"
        f" OR m.id IN ({people} AND w.name LIKE ? ESCAPE '!'))",
        (like,) * 5,
    )


def with_people(db: Connection, meetings: pd.DataFrame) -> pd.DataFrame:
    """The meetings with `sides` (codes) and `heads` (the first person named for each side), as tuples."""
    ids = tuple(int(meeting) for meeting in meetings["meeting_id"])
    sides, heads = _sides(db, ids), _heads(db, ids)
    listed = {"sides": [sides.get(i, ()) for i in ids], "heads": [heads.get(i, ()) for i in ids]}
    return meetings.assign(**{name: pd.Series(values, dtype=object) for name, values in listed.items()})


def meeting_facts(db: Connection, meeting: int) -> MeetingFacts | None:
    """One meeting with its people and topics; None where there is none (any more)."""
    found = rows_of(db, TABLE.format(where="m.id = ?"), (meeting, 1))
    if not found:
        return None
    people = db.execute(PEOPLE.format(where="t.meeting_id = ?"), (meeting,)).fetchall()
    seated = {name: (name, office, party) for _, party, name, office in reversed(people)}
    topics = tuple((label, int(count)) for label, count in db.execute(TOPICS, (meeting,)))
    return MeetingFacts(found[0], _sides(db, (meeting,)).get(meeting, ()), tuple(reversed(seated.values())), topics)


def _sides(db: Connection, ids: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    these = one_of("p.meeting_id", ids)
    found: dict[int, tuple[str, ...]] = {}
    for meeting, party in db.execute(SIDES.format(where=these.sql), these.values) if ids else ():
        found[meeting] = (*found.get(meeting, ()), party)
    return found


def _heads(db: Connection, ids: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """The first person that is named for each side: releases name the head of a delegation first."""
    these = one_of("t.meeting_id", ids)
    found: dict[int, dict[str | None, str]] = {}
    for meeting, party, name, _ in db.execute(PEOPLE.format(where=these.sql), these.values) if ids else ():
        found.setdefault(meeting, {}).setdefault(party, name)
    rows = one_of("r.meeting_id", ids)
    for meeting, name in db.execute(SPREADSHEET_PEOPLE.format(where=rows.sql), rows.values) if ids else ():
        found.setdefault(meeting, {}).setdefault(None, name)
    return {meeting: tuple(dict.fromkeys(heads.values())) for meeting, heads in found.items()}
