"""Spreadsheets whose user says which columns are which, and the meetings that only their rows tell of."""

SHEETS = """
ALTER TABLE jobs ADD COLUMN question TEXT NOT NULL DEFAULT ''; -- a spreadsheet's columns and first rows, as JSON
ALTER TABLE jobs ADD COLUMN columns TEXT NOT NULL DEFAULT '';  -- which column is which, as JSON; '' where nobody said
CREATE TABLE sheets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, -- under which it keeps its own ids: the file's name, or that of an older copy
    kind TEXT NOT NULL,        -- articles, meetings
    names TEXT NOT NULL,       -- the columns' names, as JSON
    columns TEXT NOT NULL,     -- which column is which, as answered last
    actor TEXT NOT NULL, answered_at TEXT NOT NULL
);
CREATE INDEX sheets_by_names ON sheets (names, answered_at);
CREATE TABLE sheet_rows (
    meeting_id INTEGER PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    sheet_id INTEGER NOT NULL REFERENCES sheets (id),
    external_id TEXT NOT NULL,
    n INTEGER NOT NULL,        -- the row's number in the spreadsheet
    cells TEXT NOT NULL,       -- the row as written: pairs of column and cell, as JSON
    person TEXT NOT NULL, office TEXT NOT NULL, note TEXT NOT NULL,
    document_id INTEGER REFERENCES documents (id), batch_id INTEGER REFERENCES batches (id),
    UNIQUE (sheet_id, external_id)
);
CREATE INDEX sheet_rows_by_batch ON sheet_rows (batch_id);
CREATE INDEX meetings_without_text ON meetings (has_text, day);
"""
