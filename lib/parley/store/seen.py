"""What a reader has been shown already, so that it is not shown again. No finding rests on it: no log, no revision."""

from parley.store.sqlite import Connection

IS_SEEN = "SELECT count(*) FROM meta WHERE key = ?"
KEEP = "INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING"
FORGET = "DELETE FROM meta WHERE key = ?"


def is_seen(db: Connection, actor: str, what: str) -> bool:
    """Whether this reader has seen it, or did not want to."""
    return bool(db.execute(IS_SEEN, (_key(actor, what),)).fetchone()[0])


def set_seen(db: Connection, actor: str, what: str, *, seen: bool = True) -> None:
    """Keep that this reader has seen it; or forget it, so that it is shown again."""
    db.execute(KEEP if seen else FORGET, (_key(actor, what),))


def _key(actor: str, what: str) -> str:
    return f"seen.{what}.{actor}"
