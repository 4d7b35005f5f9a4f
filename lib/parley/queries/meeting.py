"""One meeting for its page: its row, the rounds beside it, its people, its agenda and its promises, with sentences."""

import json
from dataclasses import dataclass
from typing import Any

import pandas as pd

from parley.model import Filters
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.read import Connection, frame, number, records, rows_of
from parley.queries.rounds import BY_KIND, rounds
from parley.queries.timeline import COLUMNS
from parley.queries.units import sides_of
from parley.queries.where import ALWAYS, ONCE_AT_MEETING
from parley.store.former import became

FROM_MEETING = "FROM meetings m LEFT JOIN series s ON s.id = m.series_id"
HEAD = f"""SELECT {COLUMNS}, m.has_text AS has_text, m.series_id AS series_id, s.series AS series,
    m.status AS status {FROM_MEETING} WHERE m.id = ?"""
OUTLETS = """SELECT COUNT(*) FROM (
    SELECT a.source_id FROM reports r JOIN articles a ON a.id = r.article_id
    WHERE r.meeting_id = ? AND a.source_id IS NOT NULL
    UNION SELECT t.source_id FROM reports r JOIN same_texts t ON t.article_id = r.article_id
    WHERE r.meeting_id = ? AND t.source_id IS NOT NULL) told"""
COPIES = """SELECT COUNT(DISTINCT r.article_id) + (SELECT COUNT(*) FROM same_texts t WHERE t.article_id IN
    (SELECT e.article_id FROM reports e WHERE e.meeting_id = ?)) FROM reports r WHERE r.meeting_id = ?"""
SAME_TEXTS = """SELECT t.article_id AS article_id, t.title AS article, t.published_on AS published_on, o.name AS source
    FROM same_texts t LEFT JOIN sources o ON o.id = t.source_id
    WHERE t.article_id IN (SELECT r.article_id FROM reports r WHERE r.meeting_id = ?) ORDER BY t.day, t.id"""
BESIDE = f"""SELECT {COLUMNS}, m.status AS status {FROM_MEETING}
    WHERE m.series_id = ? AND m.id <> ? AND m.day > 0 AND m.status <> 'cancelled'
    AND (m.is_reported = 1 OR m.has_text = 0) ORDER BY m.day, m.id"""
PEOPLE = f"""SELECT t.person_id AS person_id, w.person AS person, w.name AS name, t.name AS written,
    t.office AS office, t.party AS party, t.present AS present, a.language AS language, {FROM_ARTICLE},
    {SPAN.format("s")}, s.start_at AS at,
    t.start_at - s.start_at AS mark_start, t.end_at - s.start_at AS mark_end, '' AS topics
    FROM participants t JOIN people w ON w.id = t.person_id JOIN articles a ON a.id = t.article_id {OUTLET}
    JOIN sentences s ON s.article_id = a.id AND s.start_at <= t.start_at AND t.start_at < s.end_at
    WHERE t.meeting_id = ? OR (t.present = 0 AND t.article_id IN
        (SELECT r.article_id FROM reports r WHERE r.meeting_id = ? AND r.focal = 1))
    ORDER BY t.present DESC, CASE a.language WHEN 'en' THEN 0 ELSE 1 END, a.id, t.start_at"""
AGENDA = f"""SELECT k.topic AS topic, k.label AS label, k.topic_group AS topic_group, x.strength AS strength,
    x.by_party AS by_party, x.about AS about, x.discussed AS discussed, x.sentence_id AS sentence_id,
    {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at,
    x.start_at - s.start_at AS mark_start, x.end_at - s.start_at AS mark_end, '' AS topics
    FROM mentions x JOIN sentences s ON s.id = x.sentence_id JOIN articles a ON a.id = x.article_id {OUTLET}
    JOIN topics k ON k.id = x.topic_id WHERE x.meeting_id = ? AND {{once}}
    ORDER BY k.id, a.day, a.id, s.start_at, x.start_at"""


@dataclass(frozen=True, slots=True)
class Head:
    """A meeting's own row with its sides, how many outlets tell of it in how many copies, and the rounds beside it."""

    row: dict[str, Any]
    sides: tuple[str, ...]
    outlets: int
    copies: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Seated:
    """A person of one side: the office held that day, and whether present or only spoken of."""

    person_id: int
    name: str
    office: str | None
    party: str | None
    is_present: bool


@dataclass(frozen=True, slots=True)
class AgendaTopic:
    """A topic of the meeting: the rank of its firmest wording, whose voice that is, and who tells of it."""

    topic: str
    label: str
    group: str
    strength: int
    by: str | None
    about: tuple[str, ...]
    is_discussed: bool
    sentences: int
    outlets: tuple[tuple[str, int], ...]
    """Each outlet with the rank of its own firmest wording."""


def head(db: Connection, meeting: int) -> Head | None:
    """The meeting with this number; None where there is none (any more)."""
    found = rows_of(db, HEAD, (meeting,))
    if not found:
        return None
    beside = _beside(db, found[0])
    sides = sides_of(db, (meeting,)).get(meeting, ())
    outlets = number(db, OUTLETS, (meeting, meeting))
    copies = number(db, COPIES, (meeting, meeting)) - int(found[0]["articles"])
    return Head(found[0], sides, outlets, copies, *beside)


@dataclass(frozen=True, slots=True)
class Former:
    """A meeting that is no more; `now` is the number of the one with which it was joined, if any."""

    now: int | None


def former(db: Connection, meeting: int) -> Former | None:
    """What became of a meeting that is not here; None where none ever had this number."""
    try:
        return Former(became(db, meeting))  # type: ignore[arg-type]
    except KeyError:
        return None


def _beside(db: Connection, row: dict[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The rounds before and after, like with like: leaders with leaders, as the page of the dialogue compares them."""
    if not row["series"] or not row["day"]:
        return None, None
    held = {one.id: one.level for one in rounds(db, Filters(dialogues=(row["series"],))).get(row["series"], ())}

    def is_alike(other: dict[str, Any]) -> bool:
        """Of what is no round that an article reports, the kind of meeting is all that tells its level."""
        if row["meeting_id"] in held and other["meeting_id"] in held:
            return held[row["meeting_id"]] == held[other["meeting_id"]]
        return BY_KIND.get(row["kind"]) == BY_KIND.get(other["kind"])

    others = [other for other in rows_of(db, BESIDE, (row["series_id"], row["meeting_id"])) if is_alike(other)]
    here = (row["day"], row["meeting_id"])
    past = [other for other in others if (other["day"], other["meeting_id"]) < here]
    return past[-1] if past else None, next((other for other in others if other not in past), None)


def people(db: Connection, meeting: int) -> pd.DataFrame:
    """A row for each naming of a person present, or spoken of by an article that reports the meeting."""
    return frame(db, PEOPLE, (meeting, meeting))


def seats(named: pd.DataFrame) -> tuple[Seated, ...]:
    """Each person of `people` once, in the order in which the articles name them: releases name the head first.

    One article's "present" outweighs others that only speak of the person.
    """
    return tuple(_seat(int(str(person)), rows) for person, rows in named.groupby("person_id", sort=False))


def _seat(person: int, rows: pd.DataFrame) -> Seated:
    first = records(rows)
    office = next((row["office"] for row in first if row["office"]), None)
    party = next((row["party"] for row in first if row["party"]), None)
    return Seated(person, first[0]["name"], office, party, bool(rows["present"].max()))


def agenda(db: Connection, meeting: int) -> pd.DataFrame:
    """A row for each passage on a topic that was dealt with at the meeting, with its sentence; copies add nothing."""
    return frame(db, AGENDA.format(once=ONCE_AT_MEETING.format("x")), (meeting,))


def agenda_with_copies(db: Connection, meeting: int) -> pd.DataFrame:
    """The same with what copies repeat: what an outlet tells by a copy, it does not leave out."""
    return frame(db, AGENDA.format(once=ALWAYS.sql), (meeting,))


def topics_told(passages: pd.DataFrame) -> tuple[AgendaTopic, ...]:
    """Each topic of `agenda` once, the most told first within its group."""
    told: dict[str, list[dict[str, Any]]] = {}
    for row in records(passages):
        told.setdefault(str(row["topic"]), []).append(row)
    topics = [_topic(topic, listed) for topic, listed in told.items()]
    return tuple(sorted(topics, key=lambda topic: (-topic.sentences, topic.label)))


def _topic(topic: str, listed: list[dict[str, Any]]) -> AgendaTopic:
    firmest = max(listed, key=lambda row: row["strength"])
    about = (thing for row in listed for thing in json.loads(row["about"]))
    return AgendaTopic(
        topic=topic,
        label=firmest["label"],
        group=firmest["topic_group"],
        strength=int(firmest["strength"]),
        by=firmest["by_party"],
        about=tuple(dict.fromkeys(about)),
        is_discussed=any(row["discussed"] for row in listed),
        sentences=len({row["sentence_id"] for row in listed}),
        outlets=_firmest_by_outlet(listed),
    )


def _firmest_by_outlet(passages: list[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
    firmest: dict[str, int] = {}
    for row in passages:
        firmest[outlet_of(row)] = max(firmest.get(outlet_of(row), 0), int(row["strength"]))
    return tuple(firmest.items())


def same_texts(db: Connection, meeting: int) -> list[dict[str, Any]]:
    """From where else the text of an article of this meeting came, word for word: its title, outlet and date there."""
    return rows_of(db, SAME_TEXTS, (meeting,))


def outlet_of(row: dict[str, Any]) -> str:
    """Who tells it: the outlet; where the article names none, its title."""
    return str(row["source"] or row["article"])
