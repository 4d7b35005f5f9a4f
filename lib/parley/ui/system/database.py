"""The database: which file it is, how large, what it holds, and which SQLite keeps it."""

from pathlib import Path

import streamlit as st

from parley import __version__, codebook, settings
from parley.errors import CodebookError
from parley.queries import system
from parley.store.sqlite import SQLITE_VERSION, journal_of
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.words import counted

KEPT = {"wal": "write-ahead log (WAL)", "delete": "rollback journal, as this SQLite has no safe write-ahead log"}
BESIDE = ("", "-wal")


def show() -> None:
    """File, size, contents and versions, a line each."""
    section("database", "Database")
    file = settings.from_environment().database
    held = [_counted(name, count) for name, count in now(system.counts).items()]
    version = ".".join(map(str, SQLITE_VERSION))
    journal = now(journal_of)
    for name, said in (
        ("File", f"{file.name}, {size_in_words(size_of(file))}"),
        ("Holds", ", ".join(held)),
        ("SQLite", f"{version}, {KEPT.get(journal, journal)}"),
        ("Codebook", _codebook()),
        ("Parley", __version__),
    ):
        st.markdown(f"**{name}**: {plain(said)}")


def _codebook() -> str:
    """The version of the codebook, or why the desk's own cannot be used."""
    try:
        return codebook.load(settings.from_environment().codebook).version
    except CodebookError as error:
        return str(error)


def _counted(name: str, count: int) -> str:
    if name == "others":
        return f"{count:,} more referred to, planned or without text"
    return counted(count, name.removesuffix("s"))


def size_of(file: Path) -> int:
    """Bytes of the database and of what it has not yet written into its file."""
    parts = [file.with_name(file.name + ending) for ending in BESIDE]
    return sum(part.stat().st_size for part in parts if part.exists())


def size_in_words(size: int) -> str:
    """ "512 kB", "3.4 MB", "1.2 GB"."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size / 1000:.0f} kB"
