"""What the desk could show to anybody: one connection reads as if its internal documents were not there.

Temporary tables and views stand before the tables of the same names. What no internal document touches is read where it
lies; a meeting of which both internal and other documents tell is told again, by the others alone, and the topics of
all articles that report it get their days anew. Of a promise nothing is said that rests on an internal sentence.

Read as they are, for they are the desk's and no document's: what people decided of meetings and people, the codebook,
the rows of spreadsheets, which bear no mark, and the log, of which queries.log tells what may leave. Names of outlets
and dialogues stay in their tables; screens name those alone of which something is left.
"""

from collections.abc import Iterable

from parley.store.chosen import SETTING, choose
from parley.store.merging import DAY_OF_A_TOPIC, reports_of
from parley.store.sqlite import Connection, may_write
from parley.store.words import fullest

# An internal text that was taken away, or waits, may still have given the sentence by which a promise was kept.
HAS_ANY = "SELECT EXISTS (SELECT 1 FROM internal_texts)"
OF_AN_ARTICLE = ("sentences", "reports", "participants", "commitments", "same_texts")
KEPT = "article_id NOT IN (SELECT h.article_id FROM hidden h)"
# A meeting's row and its sides rest on all reports of it; so do the days of the topics of all who report it.
OF_A_MEETING = {
    "meetings": ("id", "id IN (SELECT r.meeting_id FROM reports r)"),
    "meeting_parties": ("meeting_id", "meeting_id IN (SELECT r.meeting_id FROM reports r)"),
}
HIDDEN = (
    """CREATE TEMP TABLE hidden AS
    SELECT a.id AS article_id FROM main.articles a JOIN main.internal_texts i ON i.key = a.key""",
    "CREATE UNIQUE INDEX temp.hidden_articles ON hidden (article_id)",
    """CREATE TEMP TABLE touched AS SELECT DISTINCT r.meeting_id FROM main.reports r
    WHERE r.article_id IN (SELECT h.article_id FROM hidden h)""",
    "CREATE UNIQUE INDEX temp.touched_meetings ON touched (meeting_id)",
    """CREATE TEMP VIEW articles AS SELECT * FROM main.articles
    WHERE id NOT IN (SELECT h.article_id FROM hidden h)""",
    *(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {KEPT}" for table in OF_AN_ARTICLE),
    f"""CREATE TEMP TABLE copy_groups AS SELECT article_id, FIRST_VALUE(article_id) OVER one AS original_id,
    ROW_NUMBER() OVER one - 1 AS n, share FROM main.copy_groups WHERE {KEPT}
    WINDOW one AS (PARTITION BY original_id ORDER BY n, article_id)""",
    # Nobody is named whom the other documents do not name.
    """CREATE TEMP TABLE people AS SELECT * FROM main.people
    WHERE id IN (SELECT p.person_id FROM participants p)""",
    "CREATE UNIQUE INDEX temp.people_left ON people (id)",
    "CREATE INDEX temp.people_left_by_key ON people (person)",
    *(
        f"CREATE TEMP TABLE retold_{table} AS SELECT * FROM main.{table} "
        f"WHERE {key} IN (SELECT t.meeting_id FROM touched t) AND {left}"
        for table, (key, left) in OF_A_MEETING.items()
    ),
    *(
        f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} "
        f"WHERE {key} NOT IN (SELECT t.meeting_id FROM touched t) UNION ALL SELECT * FROM retold_{table}"
        for table, (key, _) in OF_A_MEETING.items()
    ),
    f"""CREATE TEMP TABLE retold_mentions AS SELECT * FROM main.mentions WHERE {KEPT} AND article_id IN
    (SELECT r.article_id FROM main.reports r JOIN touched t ON t.meeting_id = r.meeting_id)""",
    """CREATE TEMP TABLE aside AS SELECT h.article_id FROM hidden h UNION
    SELECT r.article_id FROM main.reports r JOIN touched t ON t.meeting_id = r.meeting_id""",
    "CREATE UNIQUE INDEX temp.articles_aside ON aside (article_id)",
    """CREATE TEMP VIEW mentions AS SELECT * FROM main.mentions
    WHERE article_id NOT IN (SELECT o.article_id FROM aside o) UNION ALL SELECT * FROM retold_mentions""",
    # What was said of a promise, and by which sentence: also of texts that wait, or were taken away.
    """CREATE TEMP VIEW promise_states AS SELECT * FROM main.promise_states
    WHERE article_key NOT IN (SELECT i.key FROM main.internal_texts i)
    AND (by_key IS NULL OR by_key NOT IN (SELECT i.key FROM main.internal_texts i))""",
)
NAMED = """SELECT p.person_id, p.name FROM participants p WHERE p.person_id IN
    (SELECT o.person_id FROM main.participants o WHERE o.article_id IN (SELECT h.article_id FROM hidden h))
    ORDER BY p.id"""
RENAME = "UPDATE people SET name = ? WHERE id = ?"
RETOLD = "SELECT id FROM retold_meetings"
SERIES = "SELECT id FROM series WHERE series = ?"
SET = f"UPDATE retold_meetings SET series_id = ?, {SETTING} WHERE id = ?"
DROP_PARTIES = "DELETE FROM retold_meeting_parties WHERE meeting_id = ?"
PARTY = "INSERT INTO retold_meeting_parties (meeting_id, party) VALUES (?, ?)"
SERIES_OF_MENTIONS = "UPDATE retold_mentions SET series_id = ? WHERE meeting_id = ?"
PLACE_MENTIONS = f"UPDATE retold_mentions AS x SET day = {DAY_OF_A_TOPIC}"
MONTHS_OF_MENTIONS = "UPDATE retold_mentions SET month = day / 100"


def hide_internal(db: Connection) -> None:
    """From now on this connection, and no other, reads without the internal documents; nothing is changed."""
    if not db.execute(HAS_ANY).fetchone()[0]:
        return
    with may_write(db):
        for statement in HIDDEN:
            db.execute(statement)
        _tell_again(db, [row[0] for row in db.execute(RETOLD)])
        _name_again(db)


def _tell_again(db: Connection, meetings: Iterable[int]) -> None:
    """Choose the values of these meetings from what is left of their reports."""
    for meeting in meetings:
        chosen = choose(reports_of(db, meeting))
        row = db.execute(SERIES, (chosen.series,)).fetchone()
        series = row[0] if row else None
        db.execute(SET, (series, *chosen.values, meeting))
        db.execute(DROP_PARTIES, (meeting,))
        db.executemany(PARTY, [(meeting, party) for party in chosen.parties])
        db.execute(SERIES_OF_MENTIONS, (series, meeting))
    db.execute(PLACE_MENTIONS)
    db.execute(MONTHS_OF_MENTIONS)


def _name_again(db: Connection) -> None:
    """Show everybody whom an internal document names too under the fullest of the names that the others give."""
    given: dict[int, list[str]] = {}
    for person, name in db.execute(NAMED):
        given.setdefault(person, []).append(name)
    db.executemany(RENAME, [(fullest(names), person) for person, names in given.items()])
