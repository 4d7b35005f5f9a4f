"""Requests to read every stored article anew by the codebook as it now is, and how far each has come."""

RECODINGS = """
CREATE TABLE recodings (
    id INTEGER PRIMARY KEY, actor TEXT NOT NULL, asked_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',  -- waiting, done, failed
    reason TEXT NOT NULL DEFAULT '',        -- why it failed, in words for the user
    version TEXT NOT NULL DEFAULT '',       -- the codebook's, once begun
    last_id INTEGER NOT NULL DEFAULT 0,     -- articles up to this one have been read anew
    told TEXT NOT NULL DEFAULT '{}',        -- what changed so far, as JSON
    finished_at TEXT
);
"""
RECODING_CHANGES = (
    """
CREATE TABLE recoding_changes (
    id INTEGER PRIMARY KEY, recoding_id INTEGER NOT NULL REFERENCES recodings (id),
    article_id INTEGER NOT NULL, title TEXT NOT NULL, part TEXT NOT NULL,
    said TEXT NOT NULL -- JSON: what is gone, and what is new
)""",
    "CREATE INDEX recoding_changes_by_request ON recoding_changes (recoding_id, id)",
)
