"""What was done at this desk, by whom and when: the log in words, narrowed by person, kind, days and text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from parley.queries.read import Connection, number
from parley.queries.where import Condition, all_of, one_of

PAGE = 50
EVERY = 2**62

LOG = "SELECT id, at, actor, action, target, detail FROM log WHERE {where} ORDER BY id DESC"
HOW_MANY = "SELECT count(*) FROM log WHERE {where}"
ACTORS = "SELECT actor, count(*) FROM log GROUP BY actor ORDER BY count(*) DESC, actor"
ACTIONS = "SELECT action, count(*) FROM log GROUP BY action ORDER BY action"
MARKS = """
SELECT i.key IS NOT NULL, 'article ' || a.id, 'document ' || a.document_id, a.key
FROM articles a LEFT JOIN internal_texts i ON i.key = a.key
"""
HAS_INTERNAL = "SELECT EXISTS (SELECT 1 FROM internal_texts)"

KINDS = {
    "recoded": "all texts read anew",
    "recoding asked for": "reading anew asked for",
    "recoding failed": "reading anew failed",
    "correction undone": "decision undone",
}
TARGETS = {"batch": "upload", "job": "document", "correction": "decision"}
"""Kinds of things as readers call them, where the log's own word is another."""
NAMES = ("name", "title", "quote", "words", "side")
"""What names the thing that a line is about, the best first."""
REASONS = ("reason", "note", "how")
COUNTS = ("documents", "articles", "changes", "files")


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

    `may_leave` the house: it names nothing, or a text that is not internal; or no text is.
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


def is_guarded(db: Connection) -> bool:
    """Whether a text is internal, so that not every line may leave the house."""
    return bool(number(db, HAS_INTERNAL))


def kind_said(action: str) -> str:
    """What the log calls an action, as readers call it."""
    part, _, verdict = action.partition(" ")
    return KINDS.get(action, f"wording {verdict}" if part == "reading" else action)


def _lines(db: Connection, wanted: Wanted, below: int) -> Iterator[Entry]:
    """The lines in words; the text is looked for in the words, in any alphabet, as no database folds them all."""
    public = _public(db)
    left = _condition(wanted, below)
    for row in db.execute(LOG.format(where=left.sql), left.values):
        one = _entry(public, *row)
        if not wanted.text or one.holds(wanted.text):
            yield one


def _condition(wanted: Wanted, below: int) -> Condition:
    days = [Condition("at >= ?", (wanted.since,))] if wanted.since else []
    days += [Condition("at < ?", (wanted.before,))] if wanted.before else []
    return all_of(
        [Condition("id < ?", (below,)), one_of("actor", wanted.actors), one_of("action", wanted.actions), *days]
    )


def _public(db: Connection) -> frozenset[str] | None:
    """What lines call the texts that are not internal, and their documents; None where no text is internal."""
    if not is_guarded(db):
        return None
    rows = db.execute(MARKS).fetchall()
    internal = {mark for is_internal, *marks in rows if is_internal for mark in marks}
    return frozenset(mark for _, *marks in rows for mark in marks if mark) - internal


def _entry(
    public: frozenset[str] | None, key: int, at: str, actor: str, action: str, target: str, detail: str
) -> Entry:
    said: dict[str, Any] = json.loads(detail) if detail else {}
    reason = next((str(said[name]) for name in REASONS if said.get(name)), "")
    names_nothing = not reason and not any(said.get(name) for name in NAMES)
    may_leave = public is None or names_nothing or bool(public & {target, str(said.get("article"))})
    return Entry(key, at, actor, kind_said(action), _about(target, said), reason, may_leave)


def _about(target: str, said: dict[str, Any]) -> str:
    """What a line is about: its name, else "upload 3: 40 documents"; of a decision also the field."""
    named = next((str(said[name]) for name in NAMES if said.get(name)), "")
    if named:
        return f"{named} ({said['field']})" if said.get("field") else named
    kind, mark, rest = target.partition(" ")
    thing = f"{TARGETS.get(kind, kind)}{mark}{rest}"
    counts = [f"{n:,} {name if n > 1 else name[:-1]}" for name in COUNTS if (n := _count(said.get(name, 0)))]
    return f"{thing}: {', '.join(counts)}" if counts else thing


def _count(value: Any) -> int:
    return value if isinstance(value, int) else len(value)
