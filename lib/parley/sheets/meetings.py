"""A row of a spreadsheet of meetings into a meeting without a text, or the reason why it is none."""

import hashlib
import json
from collections.abc import Iterable

from parley.errors import UnreadableFile
from parley.model import Columns, RowMeeting, SheetRow
from parley.sheets.countries import party_named, sides_in
from parley.sheets.dates import days_in

OWN = ("date", "end", "person", "sides", "place", "country", "dialogue", "title")
"""What tells two rows apart where the spreadsheet has no ids of its own."""

Read = RowMeeting | UnreadableFile


def meetings_in(rows: Iterable[SheetRow], columns: Columns) -> list[tuple[SheetRow, Read]]:
    """Each row with its meeting, or why it has none; of two rows with one id the second is refused."""
    seen: dict[str, int] = {}
    found: list[tuple[SheetRow, Read]] = []
    for row in rows:
        try:
            meeting = meeting_in(row, columns)
            if meeting.id in seen:
                raise UnreadableFile(_twice(meeting, seen[meeting.id], columns))
            seen[meeting.id] = row.number
            found.append((row, meeting))
        except UnreadableFile as reason:
            found.append((row, reason))
    return found


def meeting_in(row: SheetRow, columns: Columns) -> RowMeeting:
    """The meeting of a row; raises UnreadableFile where it has no date that can be read."""
    said = {field: _words(row, several) for field, several in columns.fields}
    start, end = days_in(said.get("date", ""), said.get("end", ""), month_first=columns.month_first)
    always = (party_named(columns.always),) if columns.always else ()
    named = [side for column in columns.of("sides") for side in sides_in(dict(row.cells).get(column, ""))]
    country = said.get("country", "")
    return RowMeeting(
        id=said.get("id") or _own_id(said),
        row=row,
        start=start,
        end=end,
        sides=tuple(dict.fromkeys([*named, *always])),
        person=said.get("person", ""),
        office=said.get("office", ""),
        place=said.get("place") or None,
        country=party_named(country) if country else None,
        dialogue=said.get("dialogue", ""),
        title=said.get("title", ""),
        note=said.get("note", ""),
    )


def _words(row: SheetRow, columns: Iterable[str]) -> str:
    cells = dict(row.cells)
    return "; ".join(cell for column in columns if (cell := cells.get(column, "").strip()))


def _own_id(said: dict[str, str]) -> str:
    """An id made of what the row says, so that the same row is known again."""
    told = json.dumps([said.get(field, "") for field in OWN], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def _twice(meeting: RowMeeting, first: int, columns: Columns) -> str:
    if columns.of("id"):
        return f"Its own id “{meeting.id}” stands in row {first} already."
    return f"It says the same as row {first}."
