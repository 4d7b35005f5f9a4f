"""What Parley would make of a spreadsheet's first rows, before it is read."""

from typing import Any

import pandas as pd
import streamlit as st

from parley.errors import UnreadableFile
from parley.model import Columns, SheetRow
from parley.queries.sheets import Question
from parley.sheets.meetings import meeting_in
from parley.ui.tables import table
from parley.ui.words import on_dates, side_name

ROWS = 5
LONGEST = 120


def show(question: Question, columns: Columns) -> None:
    """The first rows as meetings or articles; a row that would be refused says why."""
    names, first = question.sheet.names, question.sheet.rows[:ROWS]
    rows = [SheetRow(n, tuple(zip(names, row, strict=True))) for n, row in enumerate(first, 1)]
    one = _meeting if columns.kind == "meetings" else _article
    made = pd.DataFrame([one(row, columns) for row in rows]).fillna("")
    st.markdown("What Parley would make of them:")
    filled = [name for name in made.columns if made[name].astype(bool).any()]
    table(made[filled], f"preview.{question.job}")


def _meeting(row: SheetRow, columns: Columns) -> dict[str, Any]:
    try:
        found = meeting_in(row, columns)
    except UnreadableFile as reason:
        return {"Date": "", "Not read": str(reason)}
    where = ", ".join(part for part in (found.place, side_name(found.country) if found.country else "") if part)
    return {
        "Date": on_dates(found.start, found.end),
        "Sides": ", ".join(map(side_name, found.sides)),
        "Who": ", ".join(part for part in (found.person, found.office) if part),
        "Where": where,
        "Dialogue": found.dialogue,
        "Title": found.title,
        "Note": found.note[:LONGEST],
        "Not read": "",
    }


def _article(row: SheetRow, columns: Columns) -> dict[str, Any]:
    cells = dict(row.cells)
    said = {field: cells[several[0]] for field, several in columns.fields}
    if not said.get("text"):
        return {"Title": said.get("title", ""), "Not read": "This row has no text."}
    names = {"title": "Title", "date": "Date", "source": "Outlet", "text": "Text"}
    return {**{name: said.get(field, "")[:LONGEST] for field, name in names.items()}, "Not read": ""}
