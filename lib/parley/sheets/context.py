"""Context events from a CSV file: date, to, title, sides and link; every row that cannot be read is named."""

import csv
from io import StringIO

from parley.errors import UnreadableFile
from parley.model import ContextEvent
from parley.sheets.countries import is_as_written, sides_in
from parley.sheets.dates import days_in, is_month_first, shown

NAMES = {
    "date": {"date", "from", "start", "day"},
    "to": {"to", "end", "until"},
    "title": {"title", "event", "text", "what"},
    "sides": {"sides", "side", "countries", "country"},
    "link": {"link", "url", "source"},
}
LONGEST_TITLE, MOST_ROWS, MOST_TOLD = 200, 2_000, 8
HEAD = "date,to,title,sides"


def events_in(data: bytes) -> tuple[ContextEvent, ...]:
    """The events of a CSV file. Raises UnreadableFile, naming each row that is wrong; then none is to be added."""
    rows = _rows(data)
    columns = _columns(rows[0])
    body = [row for row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row[1])]
    if not body:
        raise UnreadableFile("The file has a first line with names, and no event below it.")
    if len(body) > MOST_ROWS:
        raise UnreadableFile(f"The file holds {len(body):,} events; Parley takes {MOST_ROWS:,} at a time.")
    cells = [(n, {name: _cell(row, at) for name, at in columns.items()}) for n, row in body]
    month_first = is_month_first([one["date"] for _, one in cells])
    found, wrong = [], []
    for n, one in cells:
        try:
            found.append(event_of(one, month_first=month_first))
        except UnreadableFile as reason:
            wrong.append(f"Row {n}: {reason}")
    if wrong:
        more = [f"And {len(wrong) - MOST_TOLD} more rows."] if len(wrong) > MOST_TOLD else []
        raise UnreadableFile("\n".join(["Nothing was added.", *wrong[:MOST_TOLD], *more]))
    return tuple(found)


def event_of(cells: dict[str, str], *, month_first: bool = False) -> ContextEvent:
    """One event from what is written as date, to, title, sides and link. Raises UnreadableFile with the reason."""
    title = " ".join(cells.get("title", "").split())
    if not title:
        raise UnreadableFile("Say in a few words what happened: there is no title.")
    if len(title) > LONGEST_TITLE:
        raise UnreadableFile(f"“{shown(title)}” is longer than {LONGEST_TITLE} letters.")
    first, last = days_in(cells.get("date", ""), cells.get("to", ""), month_first=month_first)
    sides = sides_in(cells.get("sides", ""))
    unknown = [side for side in sides if is_as_written(side)]
    if unknown:
        raise UnreadableFile(
            f"“{shown(unknown[0])}” is no state or organisation that Parley knows. Several sides stand apart by a "
            "semicolon."
        )
    return ContextEvent(title, first, last, sides, (), link_of(cells.get("link", "")))


def link_of(written: str) -> str:
    """A web address as it is written; nothing for an empty cell. Raises UnreadableFile for anything else."""
    link = written.strip()
    if link and (not link.startswith(("https://", "http://")) or any(sign.isspace() for sign in link)):
        raise UnreadableFile(f"“{shown(link)}” is no web address. It begins with https://.")
    return link


def _rows(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile("The file is no CSV in UTF-8. In Excel, save it as “CSV UTF-8”.") from None
    head = text.split("\n", 1)[0]
    sign = max(",;\t", key=head.count)
    try:
        rows = [row for row in csv.reader(StringIO(text), delimiter=sign) if row]
    except csv.Error as reason:
        raise UnreadableFile(f"The file is no CSV: {reason}.") from None
    if not rows:
        raise UnreadableFile("The file is empty.")
    return rows


def _columns(head: list[str]) -> dict[str, int]:
    """Which column is which; the first that bears a name wins."""
    names = [name.strip().casefold() for name in head]
    found = {key: at for key, known in NAMES.items() for at in [_first(names, known)] if at is not None}
    missing = [key for key in ("date", "title") if key not in found]
    if missing:
        named = " and ".join(f"“{name}”" for name in missing)
        raise UnreadableFile(f"No column is called {named}. The first line names the columns: {HEAD}")
    return found


def _first(names: list[str], known: set[str]) -> int | None:
    return next((at for at, name in enumerate(names) if name in known), None)


def _cell(row: list[str], at: int) -> str:
    return row[at] if at < len(row) else ""
