"""The database says of itself whether it is sound."""

from contextlib import closing

from parley.settings import Settings
from parley.store import reader, writer
from parley.store.open import schema_version
from parley.store.schema import migrations
from parley.store.sqlite import PAGE_BYTES, connect, faults


def test_a_new_database_is_sound_and_has_all_its_tables(settings: Settings) -> None:
    writer(settings).close()
    with closing(reader(settings)) as db:
        assert faults(db) == ()
        assert schema_version(db) == len(migrations._migrations)


def test_a_damaged_one_is_not(settings: Settings) -> None:
    with closing(writer(settings)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meetings'").fetchone()[0]
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with settings.database.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(b"\xff" * 200)
    with closing(connect(settings.database, read_only=True)) as db:
        assert faults(db)
