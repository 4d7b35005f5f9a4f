"""Documents that were read and wait to be added: what is told of them in a list, and article and coding as JSON."""

HELD = """
ALTER TABLE jobs ADD COLUMN hold INTEGER NOT NULL DEFAULT 0; -- whether what is read of it waits to be added
CREATE INDEX receipts_unreadable ON receipts (id) WHERE outcome = 'unreadable';
CREATE TABLE held (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL UNIQUE REFERENCES receipts (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'waiting', -- waiting, adding (somebody has asked for it), left (kept aside)
    kind TEXT NOT NULL DEFAULT '',         -- what adding it would do, or why not yet; '' until it was looked at
    place INTEGER NOT NULL DEFAULT 9,      -- of its kind in the list
    seen TEXT NOT NULL DEFAULT '',         -- the articles that were there when it was looked at
    asked_by TEXT NOT NULL DEFAULT '',     -- who has asked to add it
    key TEXT NOT NULL DEFAULT '',          -- of its text; '' where it could not be read
    title TEXT NOT NULL DEFAULT '', source TEXT, url TEXT, published_on TEXT,
    told TEXT NOT NULL DEFAULT '{}',       -- what was seen of it, as JSON
    article TEXT NOT NULL DEFAULT '', coding TEXT NOT NULL DEFAULT ''
);
CREATE INDEX held_in_order ON held (state, place, id);
CREATE INDEX held_by_key ON held (key);
"""

# `recalls`: reports no meeting of its own; NULL until it was looked at for that. `returns`: left out, then proposed.
LOOKED_AT = (
    "ALTER TABLE held ADD COLUMN recalls INTEGER",
    "ALTER TABLE held ADD COLUMN returns INTEGER NOT NULL DEFAULT 0",
    """UPDATE held SET returns = 1 WHERE state = 'left' AND kind = 'adds' AND told LIKE '%"returns":true%'""",
)
TAKEN_BACK = """
DELETE FROM held WHERE kind = 'unreadable' AND receipt_id IN (
    SELECT r.id FROM receipts r JOIN batches b ON b.id = r.batch_id WHERE b.taken <> '')
"""
