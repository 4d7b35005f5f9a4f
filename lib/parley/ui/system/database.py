"""The database: how large it is, what it holds, how it keeps a change safe, and whether it is sound."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from parley import __version__, codebook, settings
from parley.errors import CodebookError
from parley.queries import system
from parley.store.open import schema_version
from parley.store.sqlite import SQLITE_VERSION, faults, journal_of
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.words import counted, moment

KEPT = {
    "wal": "go into a log beside the file first (WAL), so that nobody who reads waits, and a power cut loses nothing "
    "that was finished",
    "delete": "go into the file itself, with what was there before beside it until all is written: this SQLite has no "
    "safe log (WAL), so whoever reads may wait a moment while something is written",
}
CHECKED = "system.checked"
"""In the session: when the file was checked, and the faults found."""


def show() -> None:
    """A line for each fact, and the check."""
    section("database", "Database")
    for name, said in facts():
        st.markdown(f"**{name}**: {plain(said)}")
    _check()


def facts() -> list[tuple[str, str]]:
    """Size, contents, originals, how changes are kept, and versions, in words."""
    file, held = settings.from_environment().database, dict(now(system.counts))
    uploads, files = held.pop("uploads"), held.pop("files")
    journal, version = now(journal_of), ".".join(map(str, SQLITE_VERSION))
    originals = size_in_words(now(system.size_of_originals))
    brought = f"{counted(files, 'file')} in {counted(uploads, 'upload')}, {originals}"
    return [
        ("Size", size_said(file)),
        ("Holds", ", ".join(_counted(name, count) for name, count in held.items())),
        ("Originals", f"{brought}, kept unchanged beside it" if files else "no file was uploaded yet"),
        ("Changes", KEPT.get(journal, journal)),
        ("Tables", f"version {now(schema_version)}, as this Parley needs them"),
        ("Versions", f"Parley {__version__}, codebook {_codebook()}, SQLite {version}"),
    ]


def _check() -> None:
    """The whole file read through, when a person asks for it: a large one takes some seconds."""
    st.button("Check the database", key="system.check", icon=":material/health_and_safety:", on_click=_run)
    if CHECKED not in st.session_state:
        return
    at, found = st.session_state[CHECKED]
    if not found:
        st.success(f"Sound: no fault in any table or index, {plain(at)}.", icon=":material/task_alt:")
        return
    st.error(
        plain(f"Damaged, {at}: {'; '.join(found)}. Stop Parley, keep a copy of the file, and restore a backup."),
        icon=":material/error:",
    )


def _run() -> None:
    st.session_state[CHECKED] = (moment(datetime.now(UTC)), now(faults))


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


def size_said(file: Path) -> str:
    """The size of the file, and of the log with changes that are not yet moved into it: "6 MB in parley.db"."""
    log = file.with_name(f"{file.name}-wal")
    beside = log.stat().st_size if log.exists() else 0
    said = f"{size_in_words(file.stat().st_size)} in the file {file.name}"
    return f"{said}, and {size_in_words(beside)} in the log of changes beside it" if beside else said


def size_in_words(size: int) -> str:
    """ "512 kB", "3.4 MB", "1.2 GB"."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size / 1000:.0f} kB"
