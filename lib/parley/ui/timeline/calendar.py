"""The meetings to come as a file for a calendar program."""

from datetime import date

from parley.model import Filters
from parley.queries.to_come import to_come
from parley.ui import export
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
    events = rounds_to_come(ask(knowing(to_come), filters, date.today().isoformat(), READER))
    if not events:
        return
    words = f"{counted(len(events), 'meeting')} still to come: for your calendar"
    export.calendar("meetings", words, "Meetings to come", events, EXPLAINED)
