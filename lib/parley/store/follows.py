"""Which dialogues a reader follows: written at once, one line in the log each time."""

from parley.store.history import bump, log, now
from parley.store.sqlite import Connection, transaction

FOLLOWS = """
CREATE TABLE follows (
    actor TEXT NOT NULL, series TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (actor, series)
)"""
ADD = "INSERT INTO follows (actor, series, since) VALUES (?, ?, ?) ON CONFLICT (actor, series) DO NOTHING"
DROP = "DELETE FROM follows WHERE actor = ? AND series = ?"


def follow(db: Connection, actor: str, series: str, *, wanted: bool) -> bool:
    """Follow a dialogue (its id in the registry), or no longer; whether that changed anything."""
    with transaction(db):
        changed = db.execute(ADD, (actor, series, now())) if wanted else db.execute(DROP, (actor, series))
        if not changed.rowcount:
            return False
        log(db, actor, "dialogue followed" if wanted else "dialogue no longer followed", f"dialogue {series}")
        bump(db)
    return True
