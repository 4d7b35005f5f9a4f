"""Opening the database: a writer brings the tables up to date, a reader only reads."""

from pathlib import Path

from sqlite_utils import Database

from parley.errors import StoreError
from parley.settings import Settings
from parley.store.schema import migrations
from parley.store.sqlite import Connection, connect, transaction

APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'parley'"
HAS_MIGRATIONS = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'"


def writer(settings: Settings) -> Connection:
    """A connection that may write; makes the folder, the file and the tables where they are missing."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {settings.data} cannot be made: {error.strerror}.") from error
    db = connect(settings.database)
    try:
        _bring_up_to_date(db, settings.database)
    except BaseException:
        db.close()
        raise
    return db


def reader(settings: Settings) -> Connection:
    """A connection that cannot write. A database that is missing or old is first made or brought up to date."""
    if not settings.database.exists():
        writer(settings).close()
    db = connect(settings.database, read_only=True)
    if _missing(db, settings.database):
        db.close()
        writer(settings).close()
        db = connect(settings.database, read_only=True)
    return db


def schema_version(db: Connection) -> int:
    """How many steps the tables have been through, from the first on; those of an opened database are all there are."""
    return len(db.execute(APPLIED).fetchall())


def _known() -> list[str]:
    return [step.name for step in migrations._migrations]


def _missing(db: Connection, path: Path) -> bool:
    """Whether tables are to be made or changed; StoreError where a newer Parley has already changed them."""
    applied = {row[0] for row in db.execute(APPLIED)} if db.execute(HAS_MIGRATIONS).fetchone()[0] else set()
    if applied - set(_known()):
        raise StoreError(
            f"The database {path} was written by a newer Parley. Update Parley, or name another folder in PARLEY_DATA."
        )
    return applied != set(_known())


def _bring_up_to_date(db: Connection, path: Path) -> None:
    if not _missing(db, path):
        return
    # Two processes may start at once on a new file: the second waits here and finds nothing left to do.
    with transaction(db):
        migrations.apply(Database(db, execute_plugins=False, recursive_triggers=False))
