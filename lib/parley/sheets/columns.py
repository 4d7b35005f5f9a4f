"""What a user says of a spreadsheet's columns: on screen, on a command line or in a file, checked and kept as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from parley.errors import ParleyError
from parley.model import Columns, SheetKind

FIELDS: dict[SheetKind, tuple[str, ...]] = {
    "articles": ("text", "title", "date", "source", "link", "language", "id"),
    "meetings": (*("date", "end", "id", "person", "office", "sides", "place", "country", "dialogue", "title", "note"),),
}
"""The fields that a spreadsheet of articles and one of meetings can have."""

NEEDED: dict[SheetKind, str] = {"articles": "text", "meetings": "date"}
"""The field without which a row tells nothing."""

SETTINGS = {"always", "order", "sheet", "rows"}


def made(kind: SheetKind, fields: Mapping[str, Iterable[str]], **more: Any) -> Columns:
    """Columns of these fields, in the order of FIELDS; raises ParleyError for one unknown, or missing and needed."""
    unknown = set(fields) - set(FIELDS[kind])
    if unknown:
        known = ", ".join(FIELDS[kind])
        raise ParleyError(f"Rows of {kind} have no field “{min(unknown)}”. The fields are: {known}.")
    held = {field: tuple(column for column in fields.get(field, ()) if column) for field in FIELDS[kind]}
    if not held[NEEDED[kind]]:
        raise ParleyError(f"Say which column holds the {NEEDED[kind]}: rows of {kind} need it.")
    return Columns(kind, tuple((field, several) for field, several in held.items() if several), **more)


def in_line(kind: SheetKind, line: str) -> Columns:
    """Columns from `date=visit date, sides=country+partner, always=US, order=month first`.

    Raises ParleyError with what is wrong.
    """
    parts = [part.strip() for part in line.split(",") if part.strip()]
    wrong = next((part for part in parts if "=" not in part), None)
    if wrong:
        raise ParleyError(f"“{wrong}” does not say field=column. An example: date=visit date, sides=country.")
    pairs = (part.partition("=") for part in parts)
    return from_mapping(kind, {field.strip(): columns.strip() for field, _, columns in pairs})


def from_mapping(kind: SheetKind, given: Mapping[str, Any]) -> Columns:
    """Columns from fields and settings (`always`, `order`, `sheet`) as YAML or a command line gives them.

    Several columns of one field are a list, or stand with "+" between them.
    """
    order = str(given.get("order", "day first"))
    if order not in {"day first", "month first"}:
        raise ParleyError(f"The order of day and month is “day first” or “month first”, not “{order}”.")
    fields = {field: _several(columns) for field, columns in given.items() if field not in SETTINGS}
    return made(
        kind,
        fields,
        always=str(given.get("always") or ""),
        month_first=order == "month first",
        sheet=str(given.get("sheet") or ""),
    )


def _several(columns: object) -> Sequence[str]:
    if isinstance(columns, list | tuple):
        return [str(column) for column in columns]
    return [column.strip() for column in str(columns).split("+")]


def as_json(columns: Columns) -> str:
    """The columns as the store keeps them."""
    kept = {
        "rows": columns.kind,
        "always": columns.always,
        "order": "month first" if columns.month_first else "day first",
        "sheet": columns.sheet,
        **{field: list(several) for field, several in columns.fields},
    }
    return json.dumps(kept, ensure_ascii=False)


def from_json(kept: str) -> Columns:
    """The columns that `as_json` has written."""
    given = json.loads(kept)
    return from_mapping(given["rows"], given)
