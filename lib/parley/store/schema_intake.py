"""What comes in, before anything is found in it: documents, uploads, jobs, receipts; and the log."""

INTAKE = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE log (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    target TEXT NOT NULL, detail TEXT NOT NULL DEFAULT ''
);
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, received_at TEXT NOT NULL
);
CREATE TABLE batches (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, actor TEXT NOT NULL, created_at TEXT NOT NULL
);
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    document_id INTEGER NOT NULL REFERENCES documents (id),
    name TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', -- waiting, running, done, failed
    reason TEXT NOT NULL DEFAULT '',       -- why it failed, in words for the user
    done INTEGER NOT NULL DEFAULT 0,       -- articles of this document with a receipt, of `total`
    total INTEGER NOT NULL DEFAULT 0,      -- 0 until the document has been read
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_owner TEXT, lease_until TEXT, created_at TEXT NOT NULL, finished_at TEXT
);
CREATE INDEX jobs_by_state ON jobs (state, id);
CREATE INDEX jobs_by_batch ON jobs (batch_id, id);
CREATE TABLE receipts (
    id INTEGER PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES jobs (id),
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    n INTEGER NOT NULL, -- the article's place in its document, from 0
    name TEXT NOT NULL, outcome TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    UNIQUE (job_id, n)
);
CREATE INDEX receipts_by_batch ON receipts (batch_id, id);
CREATE INDEX receipts_by_article ON receipts (article_id);
CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until TEXT NOT NULL);
"""
