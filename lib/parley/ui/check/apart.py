"""Where a meeting was decided to be other than the text in view tells it: both are said."""

from parley.queries.corrections import NAMES
from parley.store.corrections import Correction, newest
from parley.ui.check.items import Item
from parley.ui.check.subject import Subject
from parley.ui.correct.said import value_said


def lines(subject: Subject, item: Item) -> list[str]:
    """ "Date: the meeting was decided: 19 September 2023; this text says 22 September 2023", a line a field."""
    if item.part != "meeting":
        return []
    told = newest(subject.of_meetings.get(item.anchor.n or 0, ()))
    return [
        f"{NAMES[field]}: the meeting was decided: {decided}; this text says {said}."
        for field, one in told.items()
        if field in NAMES and not _is_older(one, subject, item)
        if (decided := value_said(field, one.after)) != (said := _said(field, item))
    ]


def _said(field: str, item: Item) -> str:
    """What the text says of a field."""
    value = dict(item.said[field])
    if field == "dialogue":
        value = {"series": value["series_id"], "series_name": value["series"]}
    return value_said(field, value if any(value.values()) else None)


def _is_older(one: Correction, subject: Subject, item: Item) -> bool:
    """Whether somebody has corrected this text since: then the meeting says what the text says now."""
    since = [
        other
        for other in subject.decided
        if (other.part, other.verdict, other.field) == ("meeting", "corrected", one.field)
        and other.anchor.start == item.anchor.start
        and other.anchor.n in (None, item.anchor.n)
    ]
    return any(other.id > one.id for other in since)
