"""Saved views: a page with its filters and search under a name; kept and dropped at once, each told in the log."""

import json
from dataclasses import asdict

from parley.model import Filters
from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, transaction

# A page with its filters (JSON of `Filters`) and the words searched for.
VIEWS = """
CREATE TABLE views (
    id INTEGER PRIMARY KEY, page TEXT NOT NULL, name TEXT NOT NULL, filters TEXT NOT NULL, question TEXT NOT NULL,
    actor TEXT NOT NULL, saved_at TEXT NOT NULL
);
CREATE INDEX views_by_page ON views (page, name);
"""
KEEP = "INSERT INTO views (page, name, filters, question, actor, saved_at) VALUES (?, ?, ?, ?, ?, ?)"
DROP = "DELETE FROM views WHERE id = ?"
NAME = "SELECT page, name FROM views WHERE id = ?"


def keep_view(db: Connection, page: str, name: str, filters: Filters, question: str, actor: str) -> int:
    """Save a view under a name; its number."""
    written = json.dumps({field: value for field, value in asdict(filters).items() if value}, ensure_ascii=False)
    with transaction(db):
        view = int(db.execute(KEEP, (page, name, written, question, actor, now())).lastrowid or 0)
        log(db, actor, "view saved", f"view {view}", page=page, name=name)
        bump(db)
    return view


def drop_view(db: Connection, view: int, actor: str) -> bool:
    """Delete a saved view; False where it is no longer there."""
    with transaction(db):
        held = db.execute(NAME, (view,)).fetchone()
        if held is None:
            return False
        db.execute(DROP, (view,))
        log(db, actor, "view deleted", f"view {view}", page=held[0], name=held[1])
        bump(db)
    return True
