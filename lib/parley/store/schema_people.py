"""Whom namings are of because a person said so: spellings put together, namesakes parted."""

ALIASES = (
    """
CREATE TABLE person_aliases (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL,         -- who the namings were of until then
    article_key TEXT,             -- the article whose namings are meant; NULL for all, in articles to come as well
    into_person TEXT NOT NULL,    -- whom they are of from then on
    names TEXT NOT NULL,          -- JSON: the names of both as they were shown
    together INTEGER NOT NULL,    -- the first of those decided in one go, undone in one go
    reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT, undone_by TEXT
)""",
    "CREATE INDEX person_aliases_by_person ON person_aliases (person)",
    "CREATE INDEX person_aliases_by_whom ON person_aliases (into_person)",
    "CREATE INDEX person_aliases_together ON person_aliases (together)",
    """
CREATE TRIGGER person_aliases_are_never_changed
BEFORE UPDATE OF person, article_key, into_person, names, reason, actor, at ON person_aliases
BEGIN SELECT RAISE(ABORT, 'what was said of people is only undone'); END""",
    """
CREATE TRIGGER person_aliases_are_never_cut BEFORE DELETE ON person_aliases
BEGIN SELECT RAISE(ABORT, 'what was said of people is only undone'); END""",
)
