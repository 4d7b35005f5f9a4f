"""The tables of copies: identical texts from elsewhere, sketches, alike pairs, and who of them is the original."""

from sqlite_utils import Database

from parley.store.copies import link_copies

COPIES = """
CREATE TABLE same_texts (
    id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    title TEXT NOT NULL, source_id INTEGER REFERENCES sources (id), url TEXT, published_on TEXT, day INTEGER NOT NULL,
    document_id INTEGER REFERENCES documents (id), batch_id INTEGER REFERENCES batches (id),
    is_sample INTEGER NOT NULL DEFAULT 0, added_at TEXT NOT NULL
);
CREATE INDEX same_texts_by_article ON same_texts (article_id);
CREATE INDEX same_texts_by_source ON same_texts (source_id, article_id);
CREATE INDEX same_texts_by_document ON same_texts (document_id);
CREATE TABLE sketches (
    hash INTEGER NOT NULL, day INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, day, article_id)
) WITHOUT ROWID;
CREATE INDEX sketches_by_article ON sketches (article_id);
CREATE TABLE likenesses (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    shared INTEGER NOT NULL, size INTEGER NOT NULL, other_size INTEGER NOT NULL, -- in runs of words
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE INDEX likenesses_by_other ON likenesses (other_id);
CREATE TABLE copy_groups (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,  -- 0 the original itself, then its copies in the order of their dates
    share REAL NOT NULL  -- of the article's own text, what stands in the original
);
CREATE INDEX copy_groups_by_original ON copy_groups (original_id, n, article_id);
"""
HELD = "SELECT id FROM articles ORDER BY id"


def make_copies(db: Database) -> None:
    """Make the tables, and find the copies among the articles already held."""
    for statement in COPIES.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
    for (article_id,) in db.conn.execute(HELD).fetchall():
        link_copies(db.conn, article_id)
