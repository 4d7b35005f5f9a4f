"""The rows that findings point to: topics and series of the codebook, sources, people."""

import json
import re
from collections.abc import Sequence

from parley.codebook import Codebook, Series
from parley.store.sqlite import Connection

TOPIC = """
INSERT INTO topics (topic, label, topic_group, generic) VALUES (?, ?, ?, ?)
ON CONFLICT (topic) DO UPDATE SET label = excluded.label, topic_group = excluded.topic_group, generic = excluded.generic
WHERE topics.label <> excluded.label OR topics.topic_group <> excluded.topic_group
   OR topics.generic <> excluded.generic
"""
SERIES = """
INSERT INTO series (series, name, short_name, sides, levels) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (series) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, sides = excluded.sides,
    levels = excluded.levels
WHERE series.name <> excluded.name OR series.short_name <> excluded.short_name OR series.sides <> excluded.sides
   OR series.levels <> excluded.levels
"""
NEW_SERIES = "INSERT INTO series (series, name, short_name) VALUES (?, ?, ?) ON CONFLICT (series) DO NOTHING"
SERIES_ID = "SELECT id FROM series WHERE series = ?"
NEW_TOPIC = "INSERT INTO topics (topic, label, topic_group) VALUES (?, ?, ?) ON CONFLICT (topic) DO NOTHING"
TOPIC_ID = "SELECT id FROM topics WHERE topic = ?"
NEW_SOURCE = "INSERT INTO sources (name) VALUES (?) ON CONFLICT (name) DO NOTHING"
SOURCE_ID = "SELECT id FROM sources WHERE name = ?"
PERSON = "SELECT id, name FROM people WHERE person = ?"
NEW_PERSON = "INSERT INTO people (person, name) VALUES (?, ?)"
RENAME = "UPDATE people SET name = ? WHERE id = ?"
WRITTEN = """
SELECT w.id, w.name, p.name FROM people w JOIN participants p ON p.person_id = w.id
WHERE w.person IN (SELECT person FROM person_aliases UNION SELECT into_person FROM person_aliases) ORDER BY p.id
"""
ARTICLE = re.compile(r"^(?:the|joint statement (?:of|on) the) ")
AMERICA = re.compile(r"(?<!\w)(?:united states|u\.s\.|usa?)(?!\w)")
AMERICA_LAST = re.compile(r"^([^\s–-]+) ?[–-] ?u\.s\. ")
UNUSED = (
    "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM participants p WHERE p.person_id = people.id)",
    "DELETE FROM sources WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.source_id = sources.id)"
    " AND NOT EXISTS (SELECT 1 FROM same_texts t WHERE t.source_id = sources.id)",
)


def fill_words(db: Connection, book: Codebook) -> int:
    """Bring the topics and series of the codebook into their tables; how many rows are new or have changed.

    Rows already there keep their ids.
    """
    topics = db.executemany(TOPIC, [(t.id, t.label, t.group, int(t.generic)) for t in book.topics]).rowcount
    series = db.executemany(SERIES, [_as_row(entry) for entry in book.series]).rowcount
    return int(topics + series)


def _as_row(entry: Series) -> tuple[str, ...]:
    return entry.id, entry.name, entry.short_name, json.dumps(entry.parties), json.dumps(entry.levels)


def series_slug(name: str) -> str:
    """A key for a series that the registry does not know, made of its name's letters and digits.

    One format is written in several ways: "The United States-Norway Dialogue", "Norway – U.S. Dialogue".
    """
    said = AMERICA.sub("u.s.", ARTICLE.sub("", name.casefold()))
    return re.sub(r"[\W_]+", "-", AMERICA_LAST.sub(r"u.s.-\1 ", said)).strip("-")


def series_row(db: Connection, key: str, name: str) -> int:
    """The row of a series; a new one is made where the registry does not know it."""
    db.execute(NEW_SERIES, (key, name, name))
    return int(db.execute(SERIES_ID, (key,)).fetchone()[0])


def topic_row(db: Connection, topic: str) -> int:
    """The row of a topic; one that the codebook no longer has keeps its id as its label."""
    row = db.execute(TOPIC_ID, (topic,)).fetchone()
    if row is None:
        db.execute(NEW_TOPIC, (topic, topic, "other"))
        row = db.execute(TOPIC_ID, (topic,)).fetchone()
    return int(row[0])


def source_row(db: Connection, name: str | None) -> int | None:
    """The row of an outlet; None where the article names none."""
    if not name:
        return None
    db.execute(NEW_SOURCE, (name,))
    return int(db.execute(SOURCE_ID, (name,)).fetchone()[0])


def person_row(db: Connection, person: str, name: str) -> int:
    """The row of a person, whose shown name becomes the fullest one met, in Latin letters where there is one."""
    row = db.execute(PERSON, (person,)).fetchone()
    if row is None:
        return int(db.execute(NEW_PERSON, (person, name)).lastrowid or 0)
    if _fullness(name) > _fullness(row[1]):
        db.execute(RENAME, (name, row[0]))
    return int(row[0])


def name_again(db: Connection) -> None:
    """Show everybody whom people put together or parted under the fullest name that is theirs now."""
    given: dict[int, tuple[str, list[str]]] = {}
    for number, shown, written in db.execute(WRITTEN).fetchall():
        given.setdefault(number, (shown, []))[1].append(written)
    for number, (shown, names) in given.items():
        if (best := fullest(names)) != shown:
            db.execute(RENAME, (best, number))


def drop_unused(db: Connection) -> None:
    """Forget people and outlets that no article names any more."""
    for statement in UNUSED:
        db.execute(statement)


def fullest(names: Sequence[str]) -> str:
    """The name to show of those that texts give somebody: the longest, in Latin letters where there is one."""
    return max(names, key=_fullness)


def _fullness(name: str) -> tuple[bool, int]:
    return not re.search("[Ѐ-ӿ]", name), len(name)
