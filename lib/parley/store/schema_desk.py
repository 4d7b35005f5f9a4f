"""Uploads that are taken back, trials of many documents at once, and who looks at which text at this moment."""

DESK = """
ALTER TABLE batches ADD COLUMN taken TEXT NOT NULL DEFAULT ''; -- asked (the worker is to take it back), done
ALTER TABLE batches ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
ALTER TABLE batches ADD COLUMN taken_at TEXT NOT NULL DEFAULT '';
CREATE INDEX batches_to_take ON batches (id) WHERE taken = 'asked';
CREATE INDEX articles_by_batch ON articles (batch_id);
CREATE INDEX same_texts_by_batch ON same_texts (batch_id);
CREATE TABLE trials (
    id INTEGER PRIMARY KEY, actor TEXT NOT NULL, asked_at TEXT NOT NULL,
    ids TEXT NOT NULL,              -- the documents to try, as JSON
    told TEXT NOT NULL DEFAULT ''   -- what adding them would add, as JSON; '' until it was tried
);
CREATE TABLE looking (
    key TEXT NOT NULL, session TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (key, session)
);
"""
