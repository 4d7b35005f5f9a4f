"""Decisions that two names are one person's, or that one name is two people's: kept for ever, undone when people say.

A decision says whose the namings of a person are from then on: everywhere, or in one article, by its key. They are
followed in the order in which they were made, so each means what its reader saw.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.model import Coding, Participant
from parley.store.corrections import Correction
from parley.store.history import log, now
from parley.store.sqlite import Connection

COLUMNS = "id, person, article_key, into_person, names, together, reason, actor, at, undone_at, undone_by"
STANDING = f"""
SELECT {COLUMNS} FROM person_aliases
WHERE undone_at IS NULL AND (article_key IS NULL OR article_key = ?) ORDER BY id
"""
OF_PERSON = f"""
SELECT {COLUMNS} FROM person_aliases WHERE person = ? OR into_person = ? ORDER BY id DESC LIMIT 100
"""
TOGETHER = f"SELECT {COLUMNS} FROM person_aliases WHERE together = ? AND undone_at IS NULL ORDER BY id"
KEEP = """
INSERT INTO person_aliases (person, article_key, into_person, names, together, reason, actor, at)
VALUES (?, ?, ?, ?, 0, ?, ?, ?)
"""
FIRST = "UPDATE person_aliases SET together = ? WHERE id = ?"
UNDO = "UPDATE person_aliases SET undone_at = ?, undone_by = ? WHERE together = ? AND undone_at IS NULL"
NAME = "SELECT name FROM people WHERE person = ?"
NAMING = """
SELECT DISTINCT a.id, a.key FROM participants p
JOIN people w ON w.id = p.person_id JOIN articles a ON a.id = p.article_id
WHERE w.person = ? ORDER BY a.id
"""
IS_NAMED = """
SELECT EXISTS (SELECT 1 FROM people WHERE person = ?) OR EXISTS (SELECT 1 FROM person_aliases WHERE into_person = ?)
"""


@dataclass(frozen=True, slots=True)
class Alias:
    """One decision on namings: whose they were, in which article (None for all), whose they are; `names` of both."""

    person: str
    into: str
    names: tuple[str, str]
    article_key: str | None = None
    reason: str = ""
    id: int = 0
    together: int = 0
    actor: str = ""
    at: str = ""
    undone_at: str | None = None
    undone_by: str | None = None


def keep(db: Connection, aliases: Sequence[Alias], actor: str) -> int:
    """Keep decisions made in one go, in the caller's transaction; the number by which they are undone."""
    first = 0
    for one in aliases:
        names = json.dumps(one.names, ensure_ascii=False)
        told = (one.person, one.article_key, one.into, names, one.reason.strip(), actor, now())
        number = int(db.execute(KEEP, told).lastrowid or 0)
        first = first or number
        db.execute(FIRST, (first, number))
    one = aliases[0]
    what = "one person of two" if one.article_key is None else "two people of one"
    log(db, actor, what, f"people {first}", name=" and ".join(dict.fromkeys(one.names)), reason=one.reason.strip())
    return first


def undo(db: Connection, together: int, actor: str) -> tuple[Alias, ...]:
    """Take back decisions made in one go, in the caller's transaction; those that stood until now."""
    standing = tuple(_of(row) for row in db.execute(TOGETHER, (together,)))
    if standing:
        db.execute(UNDO, (now(), actor, together))
        names = " and ".join(dict.fromkeys(standing[0].names))
        log(db, actor, "decision on people undone", f"people {together}", name=names)
    return standing


def whom(db: Connection, together: int) -> tuple[str, ...]:
    """Whom the decisions made in one go are about, as far as they stand."""
    return tuple(dict.fromkeys(_of(row).into for row in db.execute(TOGETHER, (together,))))


def of_article(db: Connection, key: str) -> tuple[Alias, ...]:
    """The decisions that hold for the namings of this article, oldest first."""
    return tuple(_of(row) for row in db.execute(STANDING, (key,)))


def of_person(db: Connection, person: str) -> tuple[Alias, ...]:
    """What was decided on this person, the undone too, newest first."""
    return tuple(_of(row) for row in db.execute(OF_PERSON, (person, person)))


def shown_name(db: Connection, person: str) -> str | None:
    """The name under which somebody is shown; None where no article names them."""
    row = db.execute(NAME, (person,)).fetchone()
    return str(row[0]) if row else None


def naming(db: Connection, person: str) -> list[tuple[int, str]]:
    """The articles that name a person: number and key."""
    return [(int(number), str(key)) for number, key in db.execute(NAMING, (person,)).fetchall()]


def now_called(db: Connection, person: str) -> str:
    """Under which key somebody stands now, whom a link may still name by the one put together with it."""
    return followed(person, of_article(db, ""))


def followed(person: str, aliases: Iterable[Alias]) -> str:
    """Whose the namings of this person are, by these decisions, oldest first."""
    for one in aliases:
        if one.person == person:
            person = one.into
    return person


def as_decided(coding: Coding, aliases: Sequence[Alias]) -> Coding:
    """The coding with everybody under the key that people decided."""
    if not aliases:
        return coding

    def named(people: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(replace(one, person_id=followed(one.person_id, aliases)) for one in people)

    meetings = (replace(meeting, participants=named(meeting.participants)) for meeting in coding.meetings)
    return replace(coding, meetings=tuple(meetings), spoken_of=named(coding.spoken_of))


def on_people(corrections: Sequence[Correction], aliases: Sequence[Alias]) -> tuple[Correction, ...]:
    """Corrections that look for a person under the key that people decided, whenever they were made."""
    if not aliases:
        return tuple(corrections)
    return tuple(
        replace(one, anchor=replace(one.anchor, which=followed(one.anchor.which, aliases)))
        if one.part == "person"
        else one
        for one in corrections
    )


def new_key(db: Connection, person: str) -> str:
    """A key that nobody has, for somebody who was taken for this person."""
    base, _, number = person.partition("~")
    n = int(number or 1) + 1
    while db.execute(IS_NAMED, (f"{base}~{n}", f"{base}~{n}")).fetchone()[0]:
        n += 1
    return f"{base}~{n}"


def _of(row: Sequence[Any]) -> Alias:
    number, person, key, into, names, together, reason, actor, at, undone_at, undone_by = row
    first, second = json.loads(names)
    return Alias(person, into, (first, second), key, reason, number, together, actor, at, undone_at, undone_by)
