"""What was done at this desk, by whom and when: the log in words, narrowed by person, kind, days and text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from parley.queries.read import Connection, number
from parley.queries.where import Condition, all_of, one_of
from parley.store.sqlite import part_of

PAGE = 50
EVERY = 2**62

NAMES = ("name", "title", "quote", "words", "side")
"""What names the thing that a line is about, the best first."""
FIELDS = {
    **{"one": "one meeting", "apart": "two meetings", "published_on": "date of publication", "by": "whose words"},
    **{"strength": "how firm", "actor": "who", "due": "deadline", "party": "side", "present": "at the meeting"},
}
"""Fields of a decision as readers call them, where the log's own word is another."""
REASONS = ("reason", "note", "how")
COUNTS = ("documents", "articles", "changes", "files")

IS_GUARDED = """(EXISTS (SELECT 1 FROM internal_texts) OR EXISTS (SELECT 1 FROM batches b WHERE b.internal = 1))"""
PUBLIC = "a.key NOT IN (SELECT i.key FROM internal_texts i)"
# A followed dialogue may be one of which internal documents alone tell.
NAMES_NOTHING = " AND ".join(
    (
        "l.target NOT LIKE 'dialogue %'",
        *(f"COALESCE({part_of('l.detail', name)}, '') IN ('', 0)" for name in (*NAMES, *REASONS)),
    )
)
# Of a document nothing may be told where one of its texts is internal, or where it came with an internal upload too.
NAMES_WHAT_IS_PUBLIC = f"""
EXISTS (SELECT 1 FROM articles a WHERE a.key = {part_of("l.detail", "article")} AND {PUBLIC})
OR l.target LIKE 'article %'
AND EXISTS (SELECT 1 FROM articles a WHERE a.id = CAST(substr(l.target, 9) AS INTEGER) AND {PUBLIC})
OR l.target LIKE 'document %'
AND EXISTS (SELECT 1 FROM articles a WHERE a.document_id = CAST(substr(l.target, 10) AS INTEGER))
AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.document_id = CAST(substr(l.target, 10) AS INTEGER) AND NOT {PUBLIC})
AND CAST(substr(l.target, 10) AS INTEGER) NOT IN
    (SELECT j.document_id FROM jobs j JOIN batches b ON b.id = j.batch_id WHERE b.internal = 1)
"""
MAY_LEAVE = f"(NOT {IS_GUARDED} OR {NAMES_NOTHING} OR {NAMES_WHAT_IS_PUBLIC})"

LOG = f"SELECT id, at, actor, action, target, detail, {MAY_LEAVE} FROM log l WHERE {{where}} ORDER BY id DESC"
HOW_MANY = "SELECT count(*) FROM log l WHERE {where}"
ACTORS = "SELECT actor, count(*) FROM log GROUP BY actor ORDER BY count(*) DESC, actor"
ACTIONS = "SELECT action, count(*) FROM log GROUP BY action ORDER BY action"

KINDS = {
    "recoded": "all texts read anew",
    "recoding asked for": "reading anew asked for",
    "recoding failed": "reading anew failed",
    "correction undone": "decision undone",
}
TARGETS = {"batch": "upload", "job": "document", "correction": "decision"}
"""Kinds of things as readers call them, where the log's own word is another."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: by these people, of these kinds, from one instant and before another, with this text; empty is any.

    Instants are ISO text in UTC, as the log has them.
    """

    actors: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    since: str = ""
    before: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log in words.

    `may_leave` the house: it names nothing, or a text that is not internal; or no text and no upload is.
    """

    id: int
    at: str
    actor: str
    what: str
    about: str
    reason: str
    may_leave: bool = True

    def holds(self, text: str) -> bool:
        """Whether what is read in the line holds the text, whatever its case."""
        return text.casefold() in f"{self.what}\n{self.about}\n{self.reason}".casefold()


def entries(db: Connection, wanted: Wanted, below: int | None = None, most: int = PAGE) -> list[Entry]:
    """A page of lines, newest first, below the line `below`."""
    return list(islice(_lines(db, wanted, EVERY if below is None else below), most))


def how_many(db: Connection, wanted: Wanted) -> int:
    """How many lines there are of these."""
    if wanted.text:
        return sum(1 for _ in _lines(db, wanted, EVERY))
    left = _condition(wanted, EVERY)
    return number(db, HOW_MANY.format(where=left.sql), left.values)


def actors(db: Connection) -> dict[str, int]:
    """Who did something, with the number of their lines, the busiest first."""
    return dict(db.execute(ACTORS).fetchall())


def actions(db: Connection) -> dict[str, int]:
    """What was done, as the log calls it, with the number of its lines."""
    return dict(db.execute(ACTIONS).fetchall())


def how_many_stay(db: Connection, wanted: Wanted) -> int:
    """How many of these may name an internal document, and so leave the house only where they are ticked."""
    if wanted.text:
        return sum(not one.may_leave for one in _lines(db, wanted, EVERY))
    left = _condition(wanted, EVERY)
    return number(db, HOW_MANY.format(where=f"({left.sql}) AND NOT {MAY_LEAVE}"), left.values)


def kind_said(action: str) -> str:
    """What the log calls an action, as readers call it."""
    part, _, verdict = action.partition(" ")
    return KINDS.get(action, f"wording {verdict}" if part == "reading" else action)


def _lines(db: Connection, wanted: Wanted, below: int) -> Iterator[Entry]:
    """The lines in words; the text is looked for in the words, in any alphabet, as no database folds them all."""
    left = _condition(wanted, below)
    for row in db.execute(LOG.format(where=left.sql), left.values):
        one = _entry(*row)
        if not wanted.text or one.holds(wanted.text):
            yield one


def _condition(wanted: Wanted, below: int) -> Condition:
    days = [Condition("at >= ?", (wanted.since,))] if wanted.since else []
    days += [Condition("at < ?", (wanted.before,))] if wanted.before else []
    return all_of(
        [Condition("id < ?", (below,)), one_of("actor", wanted.actors), one_of("action", wanted.actions), *days]
    )


def _entry(key: int, at: str, actor: str, action: str, target: str, detail: str, may_leave: int) -> Entry:
    said: dict[str, Any] = json.loads(detail) if detail else {}
    reason = next((str(said[name]) for name in REASONS if said.get(name)), "")
    return Entry(key, at, actor, kind_said(action), _about(target, said), reason, bool(may_leave))


def _about(target: str, said: dict[str, Any]) -> str:
    """What a line is about: its name, else "upload 3: 40 documents"; of a decision also the field."""
    named = next((str(said[name]) for name in NAMES if said.get(name)), "")
    if named:
        field = FIELDS.get(str(said.get("field")), said.get("field"))
        return f"{named} ({field})" if field else named
    kind, mark, rest = target.partition(" ")
    thing = f"{TARGETS.get(kind, kind)}{mark}{rest}"
    counts = [f"{n:,} {name if n > 1 else name[:-1]}" for name in COUNTS if (n := _count(said.get(name, 0)))]
    return f"{thing}: {', '.join(counts)}" if counts else thing


def _count(value: Any) -> int:
    return value if isinstance(value, int) else len(value)
