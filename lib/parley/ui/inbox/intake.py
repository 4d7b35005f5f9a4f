"""What a user brings: files or a pasted text, filed for the worker in one short transaction."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from parley import settings
from parley.errors import ParleyError
from parley.litter import is_litter
from parley.store.intake import Kind, accept
from parley.ui.access import ACTOR, READ_ONLY, may_correct
from parley.ui.inbox import progress
from parley.ui.internal import MEANS
from parley.ui.plain import plain
from parley.ui.words import counted
from parley.ui.writing import writing

ROUND, LATEST, PROBLEM = "inbox.round", "inbox.latest", "inbox.problem"
EARLIEST = date(1800, 1, 1)
ROWS_ARE_NOT = "Meetings of a spreadsheet bear no such mark: what you download holds them."
INTERNAL = "Internal: leave out of exports"
INTERNAL_MEANS = f"Marks each document of this upload. {MEANS} {ROWS_ARE_NOT}"
SHEETS = (".csv", ".tsv", ".xls", ".xlsx")
AT_ONCE = (
    "Each document then counts on every screen as soon as it has been read. You can still take the whole upload back."
)


def show() -> None:
    """Three ways in: files, a whole folder, or a text from the clipboard."""
    if not may_correct():
        st.info(READ_ONLY, icon=":material/lock:")
        return
    files, folder, text = st.tabs(["Upload files", "Upload a folder", "Paste a text"])
    with files:
        _files()
    with folder:
        _folder()
    with text:
        _text()
    if PROBLEM in st.session_state:
        st.error(plain(st.session_state.pop(PROBLEM)))


def _files() -> None:
    """Files of any kind, as what cannot be read says why; a new key after each upload empties the field."""
    key = f"inbox.files.{st.session_state.get(ROUND, 0)}"
    brought = st.file_uploader(
        "Articles and releases: text, HTML, PDF, Word, slides, mail, spreadsheet, JSON lines, zip",
        accept_multiple_files=True,
        key=key,
    )
    _how(key, brought)
    st.button(
        f"Read {len(brought)} files" if len(brought) > 1 else "Read this file" if brought else "Read files",
        type="primary",
        key="inbox.upload",
        on_click=_file_all,
        args=(key,),
        disabled=not brought,
    )


def _folder() -> None:
    """A folder with all that lies in it and below; what programs left there is counted, and not filed."""
    key = f"inbox.folder.{st.session_state.get(ROUND, 0)}"
    brought = st.file_uploader(
        "A folder of articles and press releases, with the folders in it", accept_multiple_files="directory", key=key
    )
    meant = [upload for upload in brought if not is_litter(upload.name)]
    _how(key, meant)
    st.button(
        f"Read {counted(len(meant), 'file')}" if meant else "Read the folder",
        type="primary",
        key="inbox.upload_folder",
        on_click=_file_folder,
        args=(key,),
        disabled=not meant,
    )
    if len(meant) < len(brought):
        st.caption(f"{counted(len(brought) - len(meant), 'file')} hidden or left by programs, so not read.")


def _how(key: str, brought: Sequence[Any]) -> None:
    """What becomes of several documents, in one line; the way around it, and whose they are."""
    st.caption("Several documents or a zip wait below until you add them; one is added at once.")
    with st.container(horizontal=True, key=f"how-{key.replace('.', '-')}"):
        st.toggle("Add everything at once", key=f"at_once.{key}", help=AT_ONCE)
        own = st.checkbox(INTERNAL, key=f"own.{key}", help=INTERNAL_MEANS)
    if own and any(upload.name.casefold().endswith(SHEETS) for upload in brought):
        st.warning(ROWS_ARE_NOT, icon=":material/table_rows:")


def _text() -> None:
    """A text, and what is known of it; only the text is needed."""
    with st.form("inbox.paste", border=False):
        st.text_area("Text of the article", key="paste.text", height=220, placeholder="Paste the whole text here")
        left, middle, right = st.columns([5, 4, 3])
        left.text_input("Title", key="paste.title", placeholder="Optional: else the first line")
        middle.text_input("Outlet", key="paste.source", placeholder="Optional")
        right.date_input("Date of publication", value=None, min_value=EARLIEST, format="DD.MM.YYYY", key="paste.date")
        st.checkbox(INTERNAL, key="paste.own", help=MEANS)
        st.form_submit_button("Read this text", type="primary", key="inbox.read_text", on_click=_file_text)


def _file_all(key: str) -> None:
    """File what the field holds."""
    _file_several(key, st.session_state.get(key) or ())


def _file_folder(key: str) -> None:
    """File what the folder holds, without what programs left there."""
    _file_several(key, [upload for upload in st.session_state.get(key) or () if not is_litter(upload.name)])


def _file_several(key: str, uploads: Sequence[Any]) -> None:
    """File these; several together wait once they are read, unless their reader wants them at once."""
    documents = [(upload.name, upload.getvalue()) for upload in uploads]
    state = st.session_state
    hold = waits([name for name, _ in documents]) and not state[f"at_once.{key}"]
    _file(documents, "upload", hold=hold, internal=bool(state[f"own.{key}"]))


def waits(names: Sequence[str]) -> bool:
    """Whether files handed in together wait before they are added: two or more, or a zip."""
    return len(names) > 1 or any(name.casefold().endswith(".zip") for name in names)


def _file_text() -> None:
    """File the pasted text, as one JSON line where more than the text was given."""
    state = st.session_state
    text = str(state.get("paste.text") or "").strip()
    if not text:
        state[PROBLEM] = "There is no text yet: paste one into the field first."
        return
    document = as_document(text, state["paste.title"], state["paste.source"], state["paste.date"])
    if _file([document], "paste", internal=bool(state["paste.own"])):
        state["paste.own"] = False
        state["paste.text"], state["paste.title"], state["paste.source"], state["paste.date"] = "", "", "", None


def as_document(text: str, title: str, source: str, published: date | None) -> tuple[str, bytes]:
    """Name and bytes of a pasted text: plain, or with its title, outlet and date as one JSON line."""
    given: dict[str, Any] = {"title": title.strip(), "source": source.strip()}
    given["date"] = published.isoformat() if published else ""
    known = {name: value for name, value in given.items() if value}
    name = known.get("title") or text.splitlines()[0][:80]
    if not known:
        return f"{name}.txt", text.encode()
    if "title" not in known:
        known["title"] = name
    return f"{name}.jsonl", (json.dumps({**known, "text": text}, ensure_ascii=False) + "\n").encode()


def _file(documents: Sequence[tuple[str, bytes]], kind: Kind, *, hold: bool = False, internal: bool) -> bool:
    """One upload, in one short transaction; whether it was filed."""
    here = settings.from_environment()
    try:
        with writing() as db:
            st.session_state[LATEST] = accept(db, here, documents, kind, ACTOR, hold=hold, internal=internal)
    except ParleyError as error:
        st.session_state[PROBLEM] = str(error)
        return False
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[progress.FILED] = True
    return True
