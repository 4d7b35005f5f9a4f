"""Every saved state of the codebook with the way back to it, and the codebook as files out and in."""

import re
from datetime import datetime
from pathlib import PurePath

import streamlit as st

from parley.codebook import Files
from parley.codebook.written import whole
from parley.errors import CodebookError
from parley.queries import codebooks
from parley.queries.codebooks import Version
from parley.ui import export
from parley.ui.access import who
from parley.ui.codebook import draft
from parley.ui.codebook.standing import Standing
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.words import counted, on_date

YAML = "application/yaml"
A_PAGE, SHOWN, UPLOAD = 10, "codebook.versions.shown", "codebook.upload"
MOST_LINES, MOST_BYTES = 12, 1_000_000
NAMED = re.compile(r"\w[\w.-]*\.ya?ml")


def show(standing: Standing) -> None:
    """The states on the left, files on the right."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        _states(standing)
    with right:
        _out(standing)
        _in(standing)
    draft.trouble()


def _states(standing: Standing) -> None:
    section("versions", "Versions")
    found = now(codebooks.versions)
    st.markdown(f"In force: **{plain(standing.book.version)}**")
    if not found:
        st.markdown("No change has been saved here yet.")
        return
    if found[0].files != standing.files:
        st.warning(
            "The files in the folder are not those saved last: somebody changed them there, or this database "
            "came from another machine. The next change saved here keeps them as a version too.",
            icon=":material/warning:",
        )
    limit = int(st.session_state.get(SHOWN, A_PAGE))
    for one in found[:limit]:
        _state(one, standing)
    if len(found) > limit:
        st.button("Show more", key="codebook.versions.more", on_click=_more, args=(limit,))


def _more(limit: int) -> None:
    st.session_state[SHOWN] = limit + A_PAGE


def _state(one: Version, standing: Standing) -> None:
    with st.container(border=True, key=f"codebook-version-{one.id}"):
        moment = datetime.fromisoformat(one.at).astimezone()
        when = f"{on_date(moment.date().isoformat())}, {moment:%H:%M}"
        st.markdown(f"**{plain(one.reason)}**  \n:gray[{plain(f'{when} · {who(one.actor)} · {one.version}')}]")
        if one.told:
            st.markdown("\n".join(f"- {plain(line)}" for line in one.told[:MOST_LINES]))
        if len(one.told) > MOST_LINES:
            st.caption(f"and {len(one.told) - MOST_LINES} more changes")
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Back to this",
                key=f"codebook.back.{one.id}",
                disabled=one.files == standing.files,
                on_click=draft.of_files,
                args=(standing.files, lambda: one.files, f"Back to “{one.reason}”"),
            )
            for name, text in one.files:
                _file(plain(name), name, text, f"codebook.old.{one.id}.{name}")


def _out(standing: Standing) -> None:
    section("taken-away", "Take it away")
    if not standing.files:
        st.markdown("Your desk has no additions of its own yet.")
    with st.container(horizontal=True, gap="small"):
        for name, text in standing.files:
            _file(f"Your {plain(name)}", name, text, f"codebook.own.{name}")
        export.file(
            "The whole codebook",
            "codebook.yaml",
            YAML,
            lambda: whole(standing.book),
            key="codebook.whole",
            explained="Every topic, dialogue and person, in the form in which it can be read in again.",
        )
    size = (counted(len(standing.book.topics), "topic"), counted(len(standing.book.series), "dialogue"))
    st.caption(f"{size[0]} and {size[1]}, as YAML.")


def _file(words: str, name: str, text: str, key: str) -> None:
    """A file of the codebook: names and phrases, which a person gave; no document stands in it."""
    export.file(words, name, YAML, lambda: text, key=key, icon=":material/download:")


def _in(standing: Standing) -> None:
    section("brought-in", "Bring a file in")
    st.caption(
        "A file of topics, phrases, series, names or people. It is checked first, and you see what would move "
        "before anything is saved. A file of the same name is replaced."
    )
    given = st.file_uploader("YAML file", type=["yaml", "yml"], key=UPLOAD)
    if given is not None:
        name, data = given.name, given.getvalue()
        st.button(
            "See what would move",
            key="codebook.bring",
            type="primary",
            on_click=draft.of_files,
            args=(standing.files, lambda: with_file(standing.files, name, data), f"{name} brought in"),
        )


def with_file(files: Files, name: str, data: bytes) -> Files:
    """The files with one more, or in place of the one of its name; raises CodebookError where it is no such file."""
    bare = PurePath(name.replace("\\", "/")).name
    if not NAMED.fullmatch(bare):
        raise CodebookError(f'"{bare}" cannot be the name of a file of the codebook. Name it like "arctic.yaml".')
    if len(data) > MOST_BYTES:
        raise CodebookError(f"{bare} is larger than a megabyte, and so no codebook. Choose another file.")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise CodebookError(f"{bare} is not UTF-8 text. Save it as UTF-8.") from error
    return tuple(sorted((dict(files) | {bare: text}).items()))
