"""What people decided about findings: kept for ever, undone when they say so; the newest that stands is the one heeded.

A correction of an article's finding is kept by the article's key, which outlives the row: an article that is removed
and added again has its corrections. One of a meeting as a whole is kept by the meeting, with the reports it was about.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from parley.store.history import log, now
from parley.store.sqlite import Connection, among, keys

Part = Literal["article", "meeting", "person", "topic", "reading", "promise"]
Verdict = Literal["accepted", "corrected", "rejected", "unsure", "added"]
CHECKED: tuple[Verdict, ...] = ("accepted", "corrected", "added")
"""The verdicts after which a finding counts as checked by a person."""

ADDED_FROM = 1000
"""The place in its article of the first meeting that people added: no rules find so many, so no reading moves it."""

COLUMNS = """c.part, c.verdict, c.article_key, c.meeting_id, c.anchor, c.field, c.before, c.after, c.reason, c.other_id,
    c.actor, c.at, c.undone_at, c.undone_by, c.id, c.together"""
OF_ARTICLE = f"SELECT {COLUMNS} FROM corrections c WHERE c.article_key = ? AND c.undone_at IS NULL ORDER BY c.id"
OF_MEETING = f"SELECT {COLUMNS} FROM corrections c WHERE c.meeting_id = ? AND c.undone_at IS NULL ORDER BY c.id"
ONE = f"SELECT {COLUMNS} FROM corrections c WHERE c.id = ?"
TOGETHER = f"SELECT {COLUMNS} FROM corrections c WHERE c.together = ? AND c.undone_at IS NULL ORDER BY c.id"
HISTORY = f"""
SELECT {COLUMNS} FROM corrections c
WHERE {among("c.article_key")} OR c.meeting_id = ? OR c.other_id = ?
ORDER BY c.id DESC LIMIT ?
"""
KEYS_OF_MEETING = "SELECT DISTINCT a.key FROM reports r JOIN articles a ON a.id = r.article_id WHERE r.meeting_id = ?"
KEEP = """
INSERT INTO corrections (part, verdict, article_key, meeting_id, anchor, field, before, after, reason, other_id,
    actor, at, together)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
HOW_MANY_ADDED = "SELECT COUNT(*) FROM corrections WHERE article_key = ? AND part = 'meeting' AND verdict = 'added'"
FIRST = "UPDATE corrections SET together = id WHERE id = ?"
REPORTS = """
SELECT a.key, r.start_at, r.n FROM reports r JOIN articles a ON a.id = r.article_id
WHERE r.meeting_id = ? ORDER BY a.id, r.n
"""
PIN = "INSERT INTO pins (article_key, start_at, n, correction_id, is_other) VALUES (?, ?, ?, ?, ?)"
UNDO = "UPDATE corrections SET undone_at = ?, undone_by = ? WHERE together = ? AND undone_at IS NULL"
TITLE = """
SELECT coalesce((SELECT title FROM articles WHERE key = :key), (SELECT title FROM held WHERE key = :key),
    (SELECT title FROM meetings WHERE id = :meeting), '')
"""
MOST = 200


@dataclass(frozen=True, slots=True)
class Anchor:
    """What finds a finding again after a new reading.

    `which` is the topic's id, the person's id, or "actor:kind" of a promise. `start`, `end` and `quote` are its
    sentence, looked for by its words where it has moved; without a start, all of the article's that `which` names, and
    people of the name in `quote`, as their ids change with the rules.
    `n` is the place among the article's meetings, where one sentence tells of several.
    """

    which: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A report that a decision on a meeting is about: its article's key, its sentence's start, its place there."""

    article_key: str
    start: int
    n: int
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision on one finding (`field` is empty) or one field of it; or a finding that a person adds.

    `before` and `after` are what JSON can hold: fields of the finding by their names in `parley.model`, or for a
    meeting as a whole by their names in `store.meetings.Report`. What is added says in `after` what it is; there
    "meeting" is the anchor of the meeting that it belongs to (None for none, left out for the one that the article
    reports), and a meeting that "takes" has all that belonged to none.
    """

    part: Part
    verdict: Verdict
    article_key: str | None = None
    meeting_id: int | None = None
    anchor: Anchor = Anchor()
    field: str = ""
    before: Any = None
    after: Any = None
    reason: str = ""
    other_id: int | None = None
    actor: str = ""
    at: str = ""
    undone_at: str | None = None
    undone_by: str | None = None
    id: int = 0
    together: int = 0
    pins: tuple[Pin, ...] = ()

    @property
    def is_checking(self) -> bool:
        """Whether a finding counts as checked by it."""
        return self.verdict in CHECKED


def correct(db: Connection, correction: Correction, actor: str, together: int | None = None) -> int:
    """Keep a decision, in the caller's transaction; its number. `together` is the first one of those made in one go.

    One on a meeting as a whole is about all that its reports tell, unless it names others.
    """
    correction = _placed(db, correction)
    written = (
        *(correction.part, correction.verdict, correction.article_key, correction.meeting_id),
        *(_json(asdict(correction.anchor)), correction.field, _json(correction.before), _json(correction.after)),
        *(correction.reason.strip(), correction.other_id, actor, now(), together or 0),
    )
    number = int(db.execute(KEEP, written).lastrowid or 0)
    if together is None:
        db.execute(FIRST, (number,))
    pins = correction.pins or (pins_of(db, correction.meeting_id) if correction.meeting_id else ())
    db.executemany(PIN, [(pin.article_key, pin.start, pin.n, number, int(pin.is_other)) for pin in pins])
    told = {"title": _title(db, correction), **_told(correction)}
    log(db, actor, f"{correction.part} {correction.verdict}", f"correction {number}", **told)
    return number


def _title(db: Connection, correction: Correction) -> str:
    """The title of the text that is decided on, held or waiting, else of the meeting."""
    about = {"key": correction.article_key, "meeting": correction.meeting_id}
    return str(db.execute(TITLE, about).fetchone()[0])


def _placed(db: Connection, correction: Correction) -> Correction:
    """A meeting that is added gets a place in its article that none had before, the undone included."""
    if (correction.part, correction.verdict) != ("meeting", "added") or correction.anchor.n is not None:
        return correction
    n = ADDED_FROM + int(db.execute(HOW_MANY_ADDED, (correction.article_key,)).fetchone()[0])
    return replace(correction, anchor=replace(correction.anchor, n=n))


def pins_of(db: Connection, meeting_id: int, *, is_other: bool = False) -> tuple[Pin, ...]:
    """The reports of a meeting as a decision names them."""
    return tuple(Pin(key, start, n, is_other) for key, start, n in db.execute(REPORTS, (meeting_id,)))


def one(db: Connection, number: int) -> Correction:
    """The decision with this number."""
    return of_row(db.execute(ONE, (number,)).fetchone())


def together(db: Connection, number: int) -> tuple[Correction, ...]:
    """A decision and those made in one go with it, as far as they stand."""
    row = db.execute(ONE, (number,)).fetchone()
    return tuple(of_row(told) for told in db.execute(TOGETHER, (row[-1],))) if row else ()


def undo(db: Connection, number: int, actor: str) -> tuple[Correction, ...]:
    """Take back a decision and those made in one go with it, in the caller's transaction; those it was until now."""
    standing = together(db, number)
    if standing:
        db.execute(UNDO, (now(), actor, standing[0].together))
        about = {"title": _title(db, standing[0]), "article": standing[0].article_key, "field": standing[0].field}
        log(db, actor, "correction undone", f"correction {number}", corrections=[one.id for one in standing], **about)
    return standing


def of_article(db: Connection, key: str) -> tuple[Correction, ...]:
    """The decisions on this article's findings that stand, oldest first."""
    return tuple(of_row(row) for row in db.execute(OF_ARTICLE, (key,)))


def of_meeting(db: Connection, meeting_id: int) -> tuple[Correction, ...]:
    """The decisions on a meeting as a whole that stand, oldest first."""
    return tuple(of_row(row) for row in db.execute(OF_MEETING, (meeting_id,)))


def keys_of_meeting(db: Connection, meeting_id: int) -> list[str]:
    """The keys of the articles that tell of a meeting."""
    return [row[0] for row in db.execute(KEYS_OF_MEETING, (meeting_id,))]


def history(
    db: Connection, *, article_keys: Sequence[str] = (), meeting_id: int | None = None, most: int = MOST
) -> tuple[Correction, ...]:
    """Who decided what, when and why, the undone too, newest first; of a meeting with those on its articles."""
    these = [*article_keys, *(keys_of_meeting(db, meeting_id) if meeting_id is not None else [])]
    return tuple(of_row(row) for row in db.execute(HISTORY, (keys(these), meeting_id, meeting_id, most)))


def newest(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """Of decisions on one finding, oldest first, the one that is heeded for each field."""
    return {correction.field: correction for correction in corrections}


def of_row(row: Sequence[Any]) -> Correction:
    """The decision that a row of `COLUMNS` tells."""
    part, verdict, key, meeting, anchor, field, before, after, *rest = row
    told = (Anchor(**json.loads(anchor)), field, json.loads(before), json.loads(after))
    return Correction(part, verdict, key, meeting, *told, *rest)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _told(correction: Correction) -> dict[str, Any]:
    """What the log says of a decision."""
    said = {
        "article": correction.article_key,
        "meeting": correction.meeting_id,
        "which": correction.anchor.which,
        "field": correction.field,
        "before": correction.before,
        "after": correction.after,
        "reason": correction.reason.strip(),
    }
    return {name: value for name, value in said.items() if value not in (None, "")}
