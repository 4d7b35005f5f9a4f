"""What the filter bar offers: every value of every filter, with how many meetings or articles it stands for."""

from dataclasses import dataclass

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, number


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, the words it is shown by, and how many units hold it, under no filter."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices of all filters, most frequent first."""

    dialogues: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    people: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    without_text: int = 0
    """Meetings that only a spreadsheet tells of."""


DIALOGUES = f"""SELECT s.series, s.short_name, COUNT(m.id) FROM series s
    LEFT JOIN meetings m ON m.series_id = s.id AND {where.COUNTED.sql}
    WHERE s.id IN (SELECT series_id FROM meetings WHERE has_text >= ?)
    GROUP BY s.id, s.series, s.short_name ORDER BY 3 DESC, 2"""
SIDES = f"""SELECT p.party, p.party, SUM(CASE WHEN {where.COUNTED.sql} THEN 1 ELSE 0 END)
    FROM meeting_parties p JOIN meetings m ON m.id = p.meeting_id
    WHERE ({where.COUNTED.sql}) OR m.has_text < ? GROUP BY p.party ORDER BY 3 DESC, 1"""
WITHOUT_TEXT = "SELECT COUNT(*) FROM meetings m WHERE m.has_text = 0"
TOPICS = """SELECT k.topic, k.label, COUNT(DISTINCT x.article_id) FROM topics k
    JOIN mentions x ON x.topic_id = k.id AND x.discussed = 1 GROUP BY k.id, k.topic, k.label ORDER BY k.label"""
TOPICS_KNOWN = "SELECT k.topic, k.label, 0 FROM topics k ORDER BY k.label"
PEOPLE = f"""SELECT w.person, w.name, COUNT(DISTINCT m.id) FROM people w JOIN participants t ON t.person_id = w.id
    JOIN meetings m ON m.id = t.meeting_id WHERE t.present = 1 AND {where.COUNTED.sql}
    GROUP BY w.id, w.person, w.name ORDER BY 3 DESC, 2"""
SOURCES = """SELECT o.name, o.name, COUNT(*) FROM sources o JOIN (SELECT a.source_id, a.id FROM articles a
    UNION SELECT t.source_id, t.article_id FROM same_texts t) p ON p.source_id = o.id
    GROUP BY o.id, o.name ORDER BY 3 DESC, 1"""
LANGUAGES = "SELECT a.language, a.language, COUNT(*) FROM articles a GROUP BY a.language ORDER BY 3 DESC"


def facets(db: Connection, without_text: bool = False) -> Facets:
    """Everything that the filter bar can offer over this database, `without_text` what only spreadsheets name, too."""
    dialogues, sides = choices(db, DIALOGUES, not without_text), choices(db, SIDES, without_text)
    topics, people, sources, languages = (choices(db, sql) for sql in (TOPICS, PEOPLE, SOURCES, LANGUAGES))
    return Facets(dialogues, sides, topics, people, sources, languages, number(db, WITHOUT_TEXT))


def topics_known(db: Connection) -> tuple[Choice, ...]:
    """Every topic of the codebook, whether or not any article tells of it."""
    return choices(db, TOPICS_KNOWN)


def choices(db: Connection, sql: str, *values: int) -> tuple[Choice, ...]:
    """The choices that one statement lists; labels that two values share get a number, as links carry labels."""
    found: list[Choice] = []
    seen: dict[str, int] = {}
    for value, label, count in db.execute(sql, values).fetchall():
        seen[label] = seen.get(label, 0) + 1
        found.append(Choice(value, label if seen[label] == 1 else f"{label} ({seen[label]})", count))
    return tuple(found)


def meetings_found(db: Connection, filters: Filters) -> int:
    """How many held, reported meetings the filters leave."""
    condition = where.meetings(filters)
    return number(db, f"SELECT COUNT(*) FROM meetings m WHERE {condition.sql}", condition.values)
