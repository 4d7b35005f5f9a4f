"""The meetings to come as a file for a calendar program."""

from collections.abc import Sequence
from datetime import date

from parley.briefs.ics import Event
from parley.model import Filters
from parley.queries.to_come import to_come
from parley.ui import export, internal
from parley.ui.data import ask, knowing
from parley.ui.follow import READER
from parley.ui.promises.calendar import rounds_to_come
from parley.ui.words import counted

EXPLAINED = (
    "Announced meetings whose day is not past, and the next round of each dialogue where a promise or its rhythm tells "
    "when: that as tentative. Of a month or a year, on its last day."
)


def button(filters: Filters) -> None:
    """Take the announced meetings and expected rounds away; nothing where none are ahead."""

    def events() -> Sequence[Event]:
        return rounds_to_come(ask(knowing(to_come), filters, date.today().isoformat(), READER))

    if events():
        door = internal.door("to-come")
        export.calendar("meetings", _words, "Meetings to come", door, events, EXPLAINED)


def _words(number: int) -> str:
    return f"{counted(number, 'meeting')} still to come: for your calendar"
