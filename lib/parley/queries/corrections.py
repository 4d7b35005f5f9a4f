"""What people decided on a meeting and its articles; and what can be corrected: its fields, a sentence's findings."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from parley.model import STRENGTHS
from parley.queries.meeting import Head, outlet_of
from parley.queries.read import Connection
from parley.store import corrections
from parley.store.corrections import Correction
from parley.store.judged import folded

NAMES = {
    "date": "Date",
    "place": "Place",
    "dialogue": "Dialogue",
    "round": "Round",
    "sides": "Sides",
    "kind": "Kind",
    "status": "Status",
}
"""The fields of a meeting that can be corrected, by their names on screen."""

SENTENCE = """SELECT s.id, s.start_at, s.end_at, SUBSTR(a.text, s.start_at + 1, s.end_at - s.start_at), a.key
    FROM sentences s JOIN articles a ON a.id = s.article_id
    WHERE s.article_id = ? AND s.start_at <= ? AND ? < s.end_at"""
TOPICS = """SELECT k.topic, k.label, MAX(x.strength), MAX(x.by_party), MAX(x.checked)
    FROM mentions x JOIN topics k ON k.id = x.topic_id
    WHERE x.sentence_id = ? GROUP BY k.topic, k.label ORDER BY k.label"""
PROMISES = """SELECT c.actor, c.kind, c.due_on, c.checked FROM commitments c
    WHERE c.article_id = ? AND c.start_at < ? AND ? < c.end_at ORDER BY c.id"""
PEOPLE = """SELECT w.person, t.name, t.office, t.present, MAX(t.checked) FROM participants t
    JOIN people w ON w.id = t.person_id
    WHERE t.article_id = ? AND t.start_at >= ? AND t.start_at < ? GROUP BY w.person, t.name, t.office, t.present
    ORDER BY MIN(t.start_at)"""
MEETINGS = """SELECT r.n, r.meeting_id, r.series, r.kind, r.edition, r.edition_basis, r.start_on, r.end_on, r.parties,
    r.checked FROM reports r WHERE r.article_id = ? AND r.start_at < ? AND ? < r.end_at ORDER BY r.n"""
DECIDED_OF = f"""SELECT r.n, {corrections.COLUMNS} FROM reports r JOIN corrections c ON c.meeting_id = r.meeting_id
    WHERE r.article_id = ? AND c.verdict = 'corrected' AND c.undone_at IS NULL ORDER BY c.id"""
OF_TOPIC = """SELECT DISTINCT a.key, s.start_at, s.end_at, SUBSTR(a.text, s.start_at + 1, s.end_at - s.start_at)
    FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN sentences s ON s.id = x.sentence_id
    JOIN articles a ON a.id = x.article_id WHERE x.meeting_id = ? AND k.topic = ? ORDER BY a.key, s.start_at"""
NAMINGS = """SELECT a.key, COALESCE(o.name, a.title), w.person, t.name, t.office, t.present
    FROM participants t JOIN people w ON w.id = t.person_id JOIN articles a ON a.id = t.article_id
    LEFT JOIN sources o ON o.id = a.source_id
    WHERE w.id = ? AND t.article_id IN (SELECT r.article_id FROM reports r WHERE r.meeting_id = ?)
    ORDER BY a.id, t.present DESC, t.start_at"""


PLACE_AT = "SELECT MIN(r.n) FROM reports r WHERE r.meeting_id = ? AND r.article_id = ?"
ADDED = f"""SELECT a.id, {corrections.COLUMNS} FROM corrections c JOIN articles a ON a.key = c.article_key
    WHERE c.verdict = 'added' AND c.undone_at IS NULL ORDER BY a.id, c.id"""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that some articles give for a field of a meeting, and who they are."""

    value: dict[str, Any]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a sentence: `which` and `n` find it again (see `Anchor`), `said` are its fields."""

    part: Literal["topic", "promise", "person", "meeting"]
    which: str
    label: str
    said: dict[str, Any]
    is_checked: bool
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence with all that was found in it."""

    article_key: str
    start: int
    end: int
    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """How one article of a meeting names a person: `person` is the person's key."""

    article_key: str
    outlet: str
    person: str
    name: str
    office: str | None
    is_present: bool


def namings(db: Connection, meeting: int, person: int) -> tuple[Naming, ...]:
    """How each article that tells of a meeting names a person, the first naming of each."""
    found: dict[str, Naming] = {}
    for key, outlet, which, name, office, is_present in db.execute(NAMINGS, (person, meeting)).fetchall():
        found.setdefault(key, Naming(key, outlet, which, name, office, bool(is_present)))
    return tuple(found.values())


def sentences_of(db: Connection, meeting: int, topic: str) -> tuple[tuple[str, int, int, str], ...]:
    """Article's key, start, end and words of each sentence in which a topic of a meeting stands, copies included."""
    return tuple(tuple(row) for row in db.execute(OF_TOPIC, (meeting, topic)).fetchall())


def value_of(field: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """What a report, or a meeting's own row, says of a field, in the form of a correction; None where nothing."""
    said: dict[str, dict[str, Any]] = {
        "date": {"start": row["start_on"], "end": row["end_on"]},
        "place": {"place": row["place"], "country": row["country"]},
        "dialogue": {"series": row.get("series_key"), "series_name": row["series"]},
        "round": {"edition": int(row["edition"]) if row["edition"] else None, "edition_basis": row["edition_basis"]},
        "kind": {"kind": row["kind"]},
        "status": {"status": row["status"]},
    }
    if field == "sides":
        sides = json.loads(row["parties"])
        return {"parties": sides} if sides else None
    value = said[field]
    return value if any(value.values()) else None


def now_said(field: str, head: Head) -> dict[str, Any] | None:
    """What the meeting's own row says of a field."""
    row = head.row
    series = {"series_key": row["series"], "series": row["full_name"] or row["dialogue"]}
    return value_of(field, {**row, **series, "parties": json.dumps(head.sides)})


def stated(field: str, told: Sequence[dict[str, Any]]) -> tuple[Stated, ...]:
    """Each value that the articles of `accounts.reports` give for a field, with their outlets, most told first."""
    found: dict[str, tuple[dict[str, Any], list[str]]] = {}
    for row in told:
        value = value_of(field, row)
        if value is not None:
            found.setdefault(json.dumps(value, sort_keys=True), (value, []))[1].append(outlet_of(row))
    ranked = sorted(found.values(), key=lambda one: -len(one[1]))
    return tuple(Stated(value, tuple(dict.fromkeys(outlets))) for value, outlets in ranked)


def history(db: Connection, meeting: int) -> tuple[Correction, ...]:
    """Who decided what on a meeting and in its articles, the undone too, newest first."""
    return corrections.history(db, meeting_id=meeting)  # type: ignore[arg-type]


def held_in(db: Connection, article: int, starts: tuple[int, ...]) -> tuple[Held, ...]:
    """All that was found in the sentences of an article in which these characters stand."""
    found: dict[int, Held] = {}
    for start in starts:
        for sentence, first, end, text, key in db.execute(SENTENCE, (article, start, start)).fetchall():
            findings = (
                *(_topic(row) for row in db.execute(TOPICS, (sentence,))),
                *(_promise(row) for row in db.execute(PROMISES, (article, end, first))),
                *(_person(row) for row in db.execute(PEOPLE, (article, first, end))),
                *(_meeting(row) for row in db.execute(MEETINGS, (article, end, first))),
            )
            found[sentence] = Held(key, first, end, text, findings)
    return tuple(found.values())


def decided_of(db: Connection, article: int) -> dict[int, tuple[Correction, ...]]:
    """What people decided on the meetings as a whole of which an article tells, by their places there, oldest first."""
    found: dict[int, tuple[Correction, ...]] = {}
    for n, *row in db.execute(DECIDED_OF, (article,)).fetchall():
        found[int(n)] = (*found.get(int(n), ()), corrections.of_row(row))
    return found


def place_at(db: Connection, meeting: int, article: int) -> int | None:
    """The place in an article of what it tells of a meeting; None where it does not."""
    found = db.execute(PLACE_AT, (meeting, article)).fetchone()[0]
    return None if found is None else int(found)


def added(db: Connection) -> dict[tuple[int, str], tuple[Correction, ...]]:
    """What people added, by the article and the words of the sentence, as they stand whatever the letters' case."""
    found: dict[tuple[int, str], tuple[Correction, ...]] = {}
    for article, *row in db.execute(ADDED).fetchall():
        one = corrections.of_row(row)
        place = (int(article), folded(one.anchor.quote))
        found[place] = (*found.get(place, ()), one)
    return found


def key_of(db: Connection, article: int) -> str:
    """The key of an article, which outlives its row."""
    return str(db.execute("SELECT a.key FROM articles a WHERE a.id = ?", (article,)).fetchone()[0])


def decided_in(db: Connection, key: str) -> tuple[Correction, ...]:
    """What stands of the decisions on an article, oldest first."""
    return corrections.of_article(db, key)  # type: ignore[arg-type]


def _topic(row: Sequence[Any]) -> Finding:
    topic, label, strength, by, checked = row
    return Finding("topic", topic, label, {"strength": STRENGTHS[strength], "by": by}, bool(checked))


def _promise(row: Sequence[Any]) -> Finding:
    actor, kind, due, checked = row
    return Finding("promise", f"{actor}:{kind}", "Promise", {"actor": actor, "kind": kind, "due": due}, bool(checked))


def _person(row: Sequence[Any]) -> Finding:
    person, name, office, present, checked = row
    return Finding("person", person, name, {"office": office, "present": bool(present)}, bool(checked))


def _meeting(row: Sequence[Any]) -> Finding:
    n, meeting, series, kind, edition, basis, start, end, parties, checked = row
    said = {"meeting": meeting, "dialogue": series, "kind": kind, "edition": edition, "edition_basis": basis}
    said |= {"start": start, "end": end, "parties": json.loads(parties), "title": "Meeting"}
    return Finding("meeting", "", "", said, bool(checked), n)
