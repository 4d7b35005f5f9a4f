"""Where a meeting was decided to be other than the text in view tells it: both are said."""

import streamlit as st

from parley.queries.corrections import NAMES
from parley.store.corrections import Correction, newest
from parley.ui.check.items import Item
from parley.ui.check.subject import Subject
from parley.ui.correct.said import by_whom, value_said
from parley.ui.links import meeting_link
from parley.ui.plain import plain


def show(subject: Subject, item: Item) -> None:
    """What people decided otherwise, with the way to the meeting; nothing where nobody did."""
    told = decided_otherwise(subject, item)
    if not told:
        return
    st.warning(
        "  \n".join(["For the meeting it was decided otherwise.", *map(plain, told)]), icon=":material/call_split:"
    )
    meeting = next(iter(subject.of_meetings[item.anchor.n or 0])).meeting_id
    if meeting is not None:
        meeting_link(meeting, "The meeting as it was decided")


def decided_otherwise(subject: Subject, item: Item) -> list[str]:
    """ "Date: 19 September 2023, here 22 September 2023; by you, 23 November 2026: so the host", a line a field."""
    if item.part != "meeting":
        return []
    told = newest(subject.of_meetings.get(item.anchor.n or 0, ()))
    return [
        f"{NAMES[field]}: {decided}, here {said}; {by_whom(one)}"
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
