"""What happened around the meetings, as a desk notes it: elections, sanctions packages, wars."""

CONTEXT = """
CREATE TABLE context_events (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    first_on TEXT NOT NULL, last_on TEXT,       -- ISO, as exact as known; no last day where it is the first
    sides TEXT NOT NULL, dialogues TEXT NOT NULL, -- JSON lists of codes and of ids in the registry; empty is all
    link TEXT NOT NULL,
    actor TEXT NOT NULL, at TEXT NOT NULL, removed_at TEXT, removed_by TEXT
)
"""
