"""A waiting document in words: where it comes from, what it tells of, and why it needs a person."""

from collections.abc import Mapping
from typing import Any

from parley.queries.waiting import Row
from parley.ui.internal import LOCK, WORD
from parley.ui.plain import plain
from parley.ui.words import counted, meeting_name, on_date, on_dates

SIGNS = {
    "needs": ":material/help:",
    "unreadable": ":material/error:",
    "new": ":material/add_circle:",
    "adds": ":material/library_add:",
    "copy": ":material/content_copy:",
    "none": ":material/remove:",
    "": ":material/hourglass_empty:",
}
WHY = {
    "language": "It is in a language that Parley does not read for topics.",
    "meeting": "Parley is not sure that it reports a meeting.",
    "found": "Parley is not sure of all that it found about the meeting.",
    "unsure": "A person was not sure of all that was found about the meeting.",
    "date": "It gives no day for the meeting.",
    "sides": "It names fewer than two sides of the meeting.",
    "calendar": "Its date is not a day of the calendar: “{0}”.",
    "pages": "{0}",
    "differs": "Its day differs from what is known of the meeting: {0}.",
    "fault": "It cannot be added as it is: {0}",
}
RETURNS = "Another text tells of this meeting by now: bring it back, and it adds to it."
UNDATED = "It has no date, and no meeting that would give it one."
TELLS = {
    "new": "would be a new meeting",
    "adds": "would add to a known meeting",
    "copy": "would be a copy",
    "none": "no meeting found",
}
STATUS = {"planned": "planned", "cancelled": "cancelled"}


def named(row: Row) -> str:
    """Its sign, its title or name, and a lock where it is the house's own."""
    own = f" {LOCK} {WORD}" if row.internal else ""
    return f"{SIGNS[row.kind]} **{plain(row.title or row.name)}**{own}"


def about(row: Row) -> str:
    """Outlet, date, meeting, topics and file in grey; below, why it needs a person, or why it could not be read."""
    if row.kind == "unreadable":
        return _grey([row.name, row.reason or str(row.told.get("reason", ""))])
    told = row.told
    topics = [counted(int(told.get("topics", 0)), "topic")] if told else []
    first = [row.source or "no outlet named", on_date(row.published_on), *_meeting(row), *topics]
    # Two releases may bear one title: the file's name tells them apart.
    name = row.name if row.title and row.name != row.title else ""
    lines = [_grey([*first, name]), *(plain(reason_of(why, word)) for why, word in told.get("doubts", ()))]
    return "  \n".join(lines)


def _grey(parts: list[str]) -> str:
    return f":gray[{plain(' · '.join(part for part in parts if part))}]"


def _meeting(row: Row) -> list[str]:
    """What the document tells of, and what it would be added to."""
    told = row.told
    if not told:
        return []
    lead = [TELLS[row.becomes]] if row.kind == "needs" and row.becomes in TELLS else []
    if row.becomes == "copy":
        return [*lead, f"{share_in_words(float(told['share']))} “{told['beside']}”"]
    if not told["meeting"]:
        return lead
    more = [f"and {counted(int(told['more']), 'more meeting')}"] if told["more"] else []
    waits = row.becomes == "adds" and told["meeting_id"] is None
    lead += ["only refers to"] if told.get("recalls") else []
    beside = [f"told by “{told['beside']}”, which waits too"] if waits else []
    return [*lead, *about_meeting(told["meeting"]), *more, *beside]


def about_meeting(meeting: Mapping[str, Any]) -> list[str]:
    """A meeting's name, day and place; whether it is only planned."""
    when = on_dates(meeting["start_on"], meeting["end_on"]) if meeting["start_on"] else ""
    where = ", ".join(part for part in (when, meeting["place"]) if part)
    return [name_of(meeting), *([where] if where else []), *filter(None, [STATUS.get(meeting["status"])])]


def name_of(meeting: Mapping[str, Any]) -> str:
    """As screens name it."""
    return meeting_name(meeting, tuple(meeting["parties"]))


def share_in_words(share: float) -> str:
    """How much of a copy stands in the other text."""
    return "the same text as" if share >= 1 else f"{share:.0%} stands in"


def reason_of(why: str, word: str) -> str:
    """Why a person should look, in a sentence."""
    if why == "date" and word:
        return UNDATED
    said = on_date(word) if why == "differs" else word
    return WHY[why].format(said)
