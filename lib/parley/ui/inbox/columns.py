"""A spreadsheet that needs its user: what its rows are, and which of its columns are which."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from parley.model import Columns, SheetKind
from parley.queries import sheets
from parley.queries.sheets import Question
from parley.sheets.columns import FIELDS, NEEDED, as_json, from_json, made
from parley.sheets.dates import has_slashes
from parley.sheets.guess import guessed, likely_kind, month_first_in
from parley.store import Connection
from parley.store.sheets import answer, leave_out
from parley.ui.access import ACTOR, may_correct
from parley.ui.data import now
from parley.ui.inbox import preview
from parley.ui.inbox.intake import PROBLEM
from parley.ui.plain import plain
from parley.ui.tables import table
from parley.ui.words import counted
from parley.ui.writing import written

MOST = 5
"""Spreadsheets that are asked about at once."""
ROWS, ABREAST = 5, 3
KINDS: dict[SheetKind, str] = {
    "articles": "An article or release, with its text",
    "meetings": "A meeting, without a text",
}
LOOKS = {
    "articles": "It looks like articles: a column holds long texts.",
    "meetings": "It looks like meetings: there are dates, and countries or people.",
    None: "Neither its names nor its cells say what the rows are.",
}
LABELS = {
    **{"text": "Text", "title": "Title", "source": "Outlet", "link": "Link", "language": "Language"},
    **{"date": "Date", "end": "Last day", "id": "Its own id", "person": "Who", "office": "Office"},
    **{"sides": "Sides", "place": "Place", "country": "Country where they met", "dialogue": "Dialogue", "note": "Note"},
}
HELP = {
    "id": "A newer copy of the spreadsheet updates its rows by this id, and doubles none.",
    "sides": "States or organisations that met. One column or several.",
    "date": "The day, the month or the year; of a stay, its first day.",
}


def show(most: int = MOST) -> None:
    """The spreadsheets that wait for their user, newest first; the first one is open."""
    waiting = now(sheets.questions, most)
    for n, question in enumerate(waiting):
        head = f"**{plain(question.name)}** needs you: which columns are which?"
        with st.expander(head, expanded=n == 0, icon=":material/help:", key=f"columns.{question.job}"):
            _ask(question)
    more = now(sheets.how_many_questions) - len(waiting)
    if more > 0:
        st.caption(f"{counted(more, 'more spreadsheet')} will be asked about after these.")


def _ask(question: Question) -> None:
    """The first rows, what a row is, which columns are which, what that makes of them, and the answer."""
    if question.reason:
        st.warning(plain(question.reason), icon=":material/warning:")
    sheet, before = question.sheet, from_json(question.answered) if question.answered else None
    st.markdown(f"{counted(sheet.count, 'row')}. The first of them:")
    table(pd.DataFrame(sheet.rows[:ROWS], columns=list(sheet.names)), f"sample.{question.job}")
    kind = st.segmented_control(
        "What is a row?",
        list(KINDS),
        format_func=KINDS.__getitem__,
        default=before.kind if before else None,
        key=f"kind.{question.job}",
        help="Articles are read for topics, meetings and people. Rows of meetings are kept as they are, "
        "shown when you ask for meetings without text, and never counted among the others.",
    )
    st.caption("Filled in as you answered for the same columns before." if before else LOOKS[likely_kind(sheet)])
    columns = _columns(question, kind, before if before and before.kind == kind else None) if kind else None
    if columns:
        preview.show(question, columns)
    if not may_correct():
        return
    with st.container(horizontal=True):
        label = f"Read {counted(sheet.count, 'row')} as {kind}" if kind else "Read these rows"
        st.button(
            label,
            type="primary",
            key=f"answer.{question.job}",
            on_click=_answer,
            args=(question.job, columns),
            disabled=columns is None,
        )
        leave = f"leave.{question.job}"
        st.button("Leave it out", type="tertiary", key=leave, on_click=_leave, args=(question.job,))


def _columns(question: Question, kind: SheetKind, before: Columns | None) -> Columns | None:
    """The widgets that say which columns are which, filled in as guessed or as answered before; None until enough."""
    place, sheet = f"{question.job}.{kind}", question.sheet
    offered = {field: before.of(field) for field in FIELDS[kind]} if before else guessed(sheet, kind)
    fields: dict[str, Sequence[str]] = {}
    asked = FIELDS[kind]
    rows = [st.columns(ABREAST) for _ in range(-(-len(asked) // ABREAST))]  # so that a phone keeps their order
    for n, field in enumerate(asked):
        with rows[n // ABREAST][n % ABREAST]:
            fields[field] = _column(field, kind, sheet.names, offered.get(field, ()), place)
    always = _always(place, before) if kind == "meetings" else ""
    month_first = _order(question, kind, fields[NEEDED[kind]] if kind == "meetings" else fields["date"], before, place)
    older = _older(question, place) if kind == "meetings" else ""
    if not fields[NEEDED[kind]]:
        st.caption(f"Choose the column that holds the {LABELS[NEEDED[kind]].lower()}: nothing can be read without it.")
        return None
    return made(kind, fields, always=always, month_first=month_first, sheet=older)


def _column(field: str, kind: SheetKind, names: Sequence[str], offered: Sequence[str], place: str) -> Sequence[str]:
    """The column, or for sides the columns, of one field."""
    label = LABELS[field] + (" (needed)" if field == NEEDED[kind] else "")
    known = [name for name in offered if name in names]
    key = f"column.{place}.{field}"
    if field == "sides":
        return st.multiselect(label, names, default=known, key=key, help=HELP["sides"], placeholder="None")
    index = names.index(known[0]) if known else None
    chosen = st.selectbox(label, names, index=index, key=key, help=HELP.get(field), placeholder="None")
    return (chosen,) if chosen else ()


def _always(place: str, before: Columns | None) -> str:
    return st.text_input(
        "Another side of every meeting",
        value=before.always if before else "",
        placeholder="As in a list of visits to one country: United States",
        key=f"always.{place}",
        help="A state or organisation that no column names, as it is the same in every row.",
    ).strip()


def _order(question: Question, kind: SheetKind, columns: Sequence[str], before: Columns | None, place: str) -> bool:
    """Whether the month stands before the day; asked only where dates are written with slashes, as 03/04/2024."""
    at = [question.sheet.names.index(column) for column in columns]
    cells = [row[n] for row in question.sheet.rows for n in at]
    if kind == "articles" or not has_slashes(cells):
        return False
    month_first = before.month_first if before else month_first_in(question.sheet, columns)
    chosen = st.segmented_control(
        "Dates such as 03/04/2024 mean",
        ["3 April", "4 March"],
        default="4 March" if month_first else "3 April",
        required=True,
        key=f"order.{place}",
    )
    return chosen == "4 March"


def _older(question: Question, place: str) -> str:
    """The spreadsheet of which this is a newer copy; "" for none."""
    if not question.older:
        return ""
    chosen = st.selectbox(
        "Is it a newer copy of one that was read before?",
        question.older,
        index=0 if question.is_newer else None,
        placeholder="No, it is another one",
        key=f"older.{place}",
        help="A newer copy updates the rows of the older one by their own ids.",
    )
    return chosen or ""


def _answer(job: int, columns: Columns) -> None:
    _do(lambda db: answer(db, job, columns, as_json(columns), ACTOR))


def _leave(job: int) -> None:
    _do(lambda db: leave_out(db, job, ACTOR))


def _do(change: Callable[[Connection], None]) -> None:
    """One short transaction; what stands against it is told on the page."""
    written(change, PROBLEM)
