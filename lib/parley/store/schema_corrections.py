"""What people decide about what Parley found: kept beside the findings, so that every reading anew heeds it."""

from sqlite_utils import Database

CORRECTIONS = (
    """
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    article_key TEXT,             -- of the article decided on, which outlives its row; NULL for a meeting as a whole
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL,
    other_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL, -- the meeting from which it is held apart
    together INTEGER NOT NULL,    -- the first of the corrections made in one go, undone in one go
    part TEXT NOT NULL,           -- article, meeting, person, topic, reading, promise
    anchor TEXT NOT NULL,         -- JSON that finds it again after a new reading
    field TEXT NOT NULL,          -- '' is the finding as a whole
    verdict TEXT NOT NULL,        -- accepted, corrected, rejected, unsure, added
    before TEXT NOT NULL, after TEXT NOT NULL, -- JSON
    reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT, undone_by TEXT
)""",
    "CREATE INDEX corrections_by_article ON corrections (article_key, id)",
    "CREATE INDEX corrections_by_meeting ON corrections (meeting_id, id)",
    "CREATE INDEX corrections_held_apart ON corrections (other_id)",
    "CREATE INDEX corrections_made_together ON corrections (together)",
    """
CREATE TRIGGER corrections_are_undone_and_never_cut BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'a correction is undone, never deleted'); END""",
    # The reports before a person's eyes when a meeting was decided on: they belong to it from then on.
    """
CREATE TABLE pins (
    id INTEGER PRIMARY KEY, article_key TEXT NOT NULL, start_at INTEGER NOT NULL, n INTEGER NOT NULL,
    correction_id INTEGER NOT NULL REFERENCES corrections (id),
    is_other INTEGER NOT NULL DEFAULT 0 -- 1 where it tells of the meeting held apart
)""",
    "CREATE INDEX pins_by_article ON pins (article_key, n)",
    "CREATE INDEX pins_by_correction ON pins (correction_id)",
    *(
        f"ALTER TABLE {table} ADD COLUMN checked INTEGER NOT NULL DEFAULT 0"
        for table in ("reports", "participants", "mentions", "commitments")
    ),
    *(
        f"CREATE INDEX {table}_checked ON {table} (meeting_id, article_id) WHERE checked = 1"
        for table in ("reports", "participants", "mentions", "commitments")
    ),
    "ALTER TABLE articles ADD COLUMN read_on TEXT",  # the date of publication as read, whatever was corrected
    "ALTER TABLE articles ADD COLUMN read_basis TEXT",
    "UPDATE articles SET read_on = published_on, read_basis = published_basis",
)


def make_corrections(db: Database) -> None:
    """Make the tables, and the columns that say which findings a person has checked."""
    for statement in CORRECTIONS:
        db.conn.execute(statement)
