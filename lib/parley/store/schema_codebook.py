"""Every state of the desk's own codebook that was saved, with its files, so that it travels with the database."""

VERSIONS = """
CREATE TABLE codebook_versions (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,
    version TEXT NOT NULL, -- the codebook's, as articles name it
    files TEXT NOT NULL,   -- name and text of each file, as a JSON list of pairs
    told TEXT NOT NULL     -- what it says otherwise than the state before, as a JSON list of lines
);
CREATE TRIGGER codebook_versions_are_never_changed BEFORE UPDATE ON codebook_versions
BEGIN SELECT RAISE(ABORT, 'a saved codebook stays as it was'); END;
CREATE TRIGGER codebook_versions_are_never_cut BEFORE DELETE ON codebook_versions
BEGIN SELECT RAISE(ABORT, 'a saved codebook stays as it was'); END;
"""
