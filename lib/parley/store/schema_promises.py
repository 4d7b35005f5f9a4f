"""What people say became of a promise: kept, lapsed, open again, or not kept by what was proposed."""

PROMISES = (
    """
CREATE TABLE promise_states (
    id INTEGER PRIMARY KEY,
    article_key TEXT NOT NULL,  -- of the article with the promise's sentence; outlives removal and readings anew
    start_at INTEGER NOT NULL, quote TEXT NOT NULL,
    state TEXT NOT NULL,        -- kept, lapsed, open; refused: the sentence given does not tell that it was kept
    by_key TEXT, by_start INTEGER, by_quote TEXT,  -- the sentence that tells it, in another article
    note TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT, undone_by TEXT
)""",
    """
CREATE INDEX promise_states_by_sentence ON promise_states (article_key, start_at)""",
    """
CREATE TRIGGER promise_states_are_never_changed
BEFORE UPDATE OF article_key, start_at, quote, state, by_key, by_start, by_quote, note, actor, at ON promise_states
BEGIN SELECT RAISE(ABORT, 'what was said of a promise is only undone'); END""",
    """
CREATE TRIGGER promise_states_are_never_cut BEFORE DELETE ON promise_states
BEGIN SELECT RAISE(ABORT, 'what was said of a promise is only undone'); END""",
)
