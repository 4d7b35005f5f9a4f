"""What became of promises, as people say it: each change with a sentence or a note, its actor and time, and undone."""

from dataclasses import dataclass
from typing import Literal

from parley.errors import StoreError
from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, transaction

ADD = """
INSERT INTO promise_states (article_key, start_at, quote, state, by_key, by_start, by_quote, note, actor, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
STANDING = """
SELECT state, by_key, by_start, by_quote FROM promise_states
WHERE article_key = ? AND start_at = ? AND quote = ? AND undone_at IS NULL ORDER BY id DESC
"""
UNDO = "UPDATE promise_states SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL"
SIDE = "INSERT INTO meta (key, value) VALUES ('our_side', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
NO_SIDE = "DELETE FROM meta WHERE key = 'our_side'"

Said = Literal["kept", "lapsed", "open", "refused"]
SAID_ALREADY = "It stands so already: somebody has said it."
REASON = "Say why: choose a sentence, or write a note."


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence wherever its article is read anew: the key of the article's text, where it begins, and its words."""

    article_key: str
    start: int
    quote: str


def say(db: Connection, of: Sentence, state: Said, actor: str, *, by: Sentence | None = None, note: str = "") -> int:
    """Say what became of a promise, with the sentence that tells it or a note; the number of the change.

    Raises StoreError where neither is given, or where the promise already stands so: somebody has just said it.
    """
    if by is None and not note.strip():
        raise StoreError(REASON)
    told = (by.article_key, by.start, by.quote) if by else (None, None, None)
    with transaction(db):
        _is_news(db, of, state, by)
        values = (of.article_key, of.start, of.quote, state, *told, note.strip(), actor, now())
        change = int(db.execute(ADD, values).lastrowid or 0)
        log(db, actor, f"promise {state}", f"promise change {change}", quote=of.quote, note=note.strip())
        bump(db)
    return change


def _is_news(db: Connection, of: Sentence, state: Said, by: Sentence | None) -> None:
    """That a sentence did not keep it is said once of each sentence, and is no state of the promise."""
    told = db.execute(STANDING, (of.article_key, of.start, of.quote)).fetchall()
    if state == "refused":
        is_known = by is not None and ("refused", by.article_key, by.start, by.quote) in told
    else:
        is_known = next((row[0] for row in told if row[0] != "refused"), None) == state
    if is_known:
        raise StoreError(SAID_ALREADY)


def undo(db: Connection, change: int, actor: str) -> bool:
    """Take a change back; False where it already was."""
    with transaction(db):
        if not db.execute(UNDO, (now(), actor, change)).rowcount:
            return False
        log(db, actor, "promise change undone", f"promise change {change}")
        bump(db)
    return True


def set_our_side(db: Connection, party: str | None, actor: str) -> None:
    """Whose desk this is, by the code of the side; None for nobody's."""
    with transaction(db):
        db.execute(SIDE, (party,)) if party else db.execute(NO_SIDE)
        log(db, actor, "our side set", "desk", side=party or "")
        bump(db)
