"""The codebook in force, as the folder holds it at this moment, and how far the last change has come."""

from dataclasses import dataclass

import streamlit as st

from parley import codebook, settings
from parley.codebook import Codebook, Files
from parley.codebook.own import read_folder
from parley.errors import CodebookError
from parley.queries import codebooks
from parley.store import recodings
from parley.ui.access import ACTOR, for_those_who_may
from parley.ui.data import now
from parley.ui.plain import plain
from parley.ui.words import counted
from parley.ui.writing import written

SECONDS = 1.0
PROBLEM = "codebook.anew.problem"


@dataclass(frozen=True, slots=True)
class Standing:
    """The desk's own files, the codebook that they make, and what is wrong where they make none."""

    files: Files
    book: Codebook
    problem: str = ""


def in_force() -> Standing:
    """As it stands; the packaged codebook where the desk's own files do not fit."""
    files: Files = ()
    try:
        files = read_folder(settings.from_environment().codebook)
        return Standing(files, codebook.of_files(files))
    except CodebookError as error:
        return Standing(files, codebook.load(), str(error))


def show(one: Standing) -> None:
    """What is wrong with the desk's files, and what still goes on."""
    if one.problem:
        st.error(plain(one.problem), icon=":material/error:")
        st.caption("Until that is mended, Parley goes on with the codebook it last could use. This page shows its own.")
    _reading_anew(one)


def notice() -> None:
    """The same on other pages, where there is something to tell: how much waits to be read anew, or how far that is."""
    _reading_anew(in_force())


def _reading_anew(one: Standing) -> None:
    """How far it is; else why it failed, and what still waits for it."""
    found = now(codebooks.applied)
    if found.goes_on:
        _moving()
        return
    if found.failed:
        st.error(plain(found.failed), icon=":material/error:")
    if not one.problem:
        _older(one.book.version)


def _older(version: str) -> None:
    """How many articles were read by other rules than those in force, and the way to read them by these."""
    others = now(codebooks.read_by_others, version)
    if others:
        articles = f"{counted(others, 'article')} {'was' if others == 1 else 'were'}"
        st.info(
            f"{articles} read by older rules, or by another codebook, than those in force ({plain(version)}). What was "
            "corrected and decided stays when they are read anew.",
            icon=":material/info:",
        )
        st.button("Read them anew", key="codebook.anew", on_click=_read_anew, **for_those_who_may())
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(plain(problem), icon=":material/error:")


def _read_anew() -> None:
    written(lambda db: recodings.ask(db, ACTOR), PROBLEM)


@st.fragment(run_every=SECONDS)
def _moving() -> None:
    found = now(codebooks.applied)
    if not found.goes_on:
        st.rerun()
    share = found.done / found.total if found.total else 0.0
    said = f"Reading everything anew by the rules in force: {found.done:,} of {counted(found.total, 'article')}"
    st.progress(min(1.0, share), text=said)
