"""Decisions in words: what was said before, what holds now, who decided it and why."""

from collections.abc import Callable
from typing import Any

from parley.queries.corrections import NAMES
from parley.store.corrections import Correction
from parley.ui.access import who
from parley.ui.words import (
    KINDS,
    actor_name,
    listed,
    meeting_name,
    on_date,
    on_dates,
    ordinal,
    promise_name,
    side_name,
    side_names,
)

STATUSES = {"held": "Held", "planned": "Planned", "cancelled": "Cancelled"}
NOTHING = "nothing"
VERDICTS = {"accepted": "right", "rejected": "not right", "unsure": "not sure", "added": "added"}


def _place(value: dict[str, Any]) -> str:
    return ", ".join(part for part in (value["place"], side_name(value["country"]) if value["country"] else "") if part)


FIELDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "date": lambda value: on_dates(value["start"], value["end"]),
    "place": _place,
    "dialogue": lambda value: value["series_name"] or "none, a one-off meeting",
    "round": lambda value: f"{ordinal(int(value['edition']))} round" if value["edition"] else "no number",
    "kind": lambda value: KINDS.get(value["kind"], "Meeting"),
    "status": lambda value: STATUSES.get(value["status"], value["status"]),
    "sides": lambda value: listed(side_names(value["parties"])),
    "office": lambda value: value["office"] or "no office",
    "name": lambda value: str(value["name"]),
    "party": lambda value: side_name(value["party"]) if value["party"] else "no side",
    "present": lambda value: "present" if value["present"] else "spoken of, not present",
    "strength": lambda value: {"noted": "discussed", "wished": "wished for"}.get(value["strength"], value["strength"]),
    "by": lambda value: "the sides together" if value["by"] == "joint" else side_name(value["by"] or "nobody named"),
    "actor": lambda value: actor_name(value["actor"]),
    "due": lambda value: on_date(value["due"]) if value["due"] else "no deadline",
    "published_on": lambda value: on_date(value["published_on"]),
}


def value_said(field: str, value: Any) -> str:
    """A value of a field as people write it: "19 September 2023"; "nothing" where there was none."""
    if not value:
        return NOTHING
    return FIELDS[field](value) if field in FIELDS else ", ".join(str(part) for part in dict(value).values())


def added_said(one: Correction, labels: dict[str, str] | None = None) -> str:
    """What a person added, in words: "Trade, agreed", "Erik Beispiel, Envoy", "Kazakhstan: pledges, by June 2024"."""
    said = dict(one.after or {})
    if one.part == "topic":
        firmly = value_said("strength", {"strength": "noted", **said})
        return f"{(labels or {}).get(one.anchor.which, one.anchor.which)}, {firmly}"
    if one.part == "promise":
        return promise_name({**said, "due_on": said.get("due")})
    if one.part == "person":
        return ", ".join(part for part in (said.get("name") or one.anchor.which, said.get("office")) if part)
    row = {"dialogue": said.get("series"), "title": "Meeting", "kind": said.get("kind", "other")}
    row |= {"edition": said.get("edition"), "edition_basis": said.get("edition_basis")}
    place = {"place": said.get("place"), "country": said.get("country")}
    name, when = meeting_name(row, tuple(said.get("parties") or ())), on_dates(said.get("start"), said.get("end"))
    return ", ".join(part for part in (name, when, _place(place)) if part)


def target(one: Correction, labels: dict[str, str] | None = None) -> str:
    """What a decision is about: "Date", "Trade", "Dana Example, office"."""
    which = (labels or {}).get(one.anchor.which, one.anchor.which)
    if one.part == "article":
        return "Date of publication"
    if one.verdict == "added":
        return added_said(one, labels)
    if one.field == "one":
        return "One meeting"
    if one.field == "apart":
        return "Two meetings"
    if one.part == "promise":
        which = "Promise"
    if one.part == "meeting" and not which:
        return NAMES.get(one.field, "Meeting")
    return ", ".join(part for part in (which, NAMES.get(one.field, one.field).lower()) if part)


def decided(one: Correction) -> str:
    """ "corrected: 19 September 2023 (was 22 September 2023), by you, 23 November 2026: the host says so"."""
    said = VERDICTS.get(one.verdict, "corrected")
    if one.field in ("one", "apart"):
        said = "decided"
    elif one.verdict == "corrected":
        said = f"corrected: {value_said(one.field, one.after)} (was {value_said(one.field, one.before)})"
    return f"{said}, {by_whom(one)}"


def by_whom(one: Correction) -> str:
    """Who decided, on which day, and why."""
    why = f": {one.reason}" if one.reason else ""
    undone = f"; undone by {who(one.undone_by or '')}, {on_date((one.undone_at or '')[:10])}" if one.undone_at else ""
    return f"by {who(one.actor)}, {on_date(one.at[:10])}{why}{undone}"
