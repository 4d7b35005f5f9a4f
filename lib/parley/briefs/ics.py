"""Days for a calendar program: a file by RFC 5545, of whole days alone, since texts tell no hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""
CONTROLS = {number: None for number in range(32) if number not in (9, 10)} | {127: None}


@dataclass(frozen=True, slots=True)
class Event:
    """A day, or the days from a first to a last; `uid` stays the same whenever the file is made anew."""

    uid: str
    first: date
    last: date
    summary: str
    description: str = ""
    location: str = ""
    is_tentative: bool = False


def as_ics(name: str, events: Iterable[Event], made_at: datetime, about: str = "") -> bytes:
    """The calendar under a name, with a word about it; an event of the same uid replaces one already held."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Parley//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{escaped(name)}", *([f"X-WR-CALDESC:{escaped(about)}"] if about else [])]
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(event: Event, stamp: str) -> list[str]:
    after = event.last + timedelta(days=1)  # the end is the first day that is no longer part of it
    optional = {"DESCRIPTION": event.description, "LOCATION": event.location}
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{escaped(event.summary)}",
        *(f"{key}:{escaped(value)}" for key, value in optional.items() if value),
        f"STATUS:{'TENTATIVE' if event.is_tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11): no sign in it can end the line or begin another field."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)
    for sign in ("\\", ";", ","):
        clean = clean.replace(sign, f"\\{sign}")
    return clean.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line broken so that none is longer than 75 octets, each further one begun by a blank; no letter is cut."""
    parts, current, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > LONGEST_LINE:
            parts.append(current)
            current, size = " ", 1
        current += letter
        size += octets
    return "\r\n".join([*parts, current])
