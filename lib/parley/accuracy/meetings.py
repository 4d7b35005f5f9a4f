"""Meetings of an article against the reference's: which is which, and which fields of it are right."""

from collections.abc import Callable, Mapping
from typing import Any

from parley.accuracy.likeness import dates_agree, pair_up, quote, same_sentence, same_words, shares_words
from parley.accuracy.tally import Tally

Row = Mapping[str, Any]
_PAIR = 2
_HALF = 0.5


def likeness(wanted: Row, found: Row) -> float:
    """How alike two meetings are; 0 where they share too few sides, or their dates contradict."""
    ours, theirs = {*wanted["parties"]}, {*(found.get("parties") or ())}
    shared, together = len(ours & theirs), len(ours | theirs)
    if not shared or shared < _HALF * together or (len(ours) <= _PAIR and shared < len(ours)):
        return 0
    if not dates_agree(wanted["start"], found.get("start")):
        return 0
    exact = wanted["start"] == found.get("start")
    place = same_words(wanted["place"], found.get("place"))
    return float(shared / together + exact + 0.5 * place + 0.3 * (bool(wanted["focal"]) == bool(found.get("focal"))))


def score_meetings(tally: Tally, want: Row, got: Row) -> dict[int, int]:
    """Count an article's meetings; the place of each wanted one that was found, and where."""
    wanted, found = want["meetings"], got["meetings"]
    twins = dict(pair_up(wanted, found, likeness))
    tally.kinds["meetings"].add(len(twins), len(found), len(wanted))
    for place, meeting in enumerate(wanted):
        if meeting["focal"]:
            right = place in twins and bool(found[twins[place]].get("focal"))
            tally.share("meetings.focal", right, f"missed {meeting['parties']} {meeting['start']} {meeting['series']}")
    for place, twin in twins.items():
        _score_fields(tally, wanted[place], found[twin])
    return twins


def _score_fields(tally: Tally, want: Row, got: Row) -> None:
    days, given = (want["start"], want["end"]), (got.get("start"), got.get("end"))
    tally.share("meetings.date", days == given, f"{given[0]}..{given[1]} for {days[0]}..{days[1]}")
    sides = {*want["parties"]} == {*got["parties"]}
    tally.share("meetings.parties", sides, f"{got['parties']} for {want['parties']}")
    for name in ("kind", "status"):
        tally.share(f"meetings.{name}", want[name] == got.get(name), f"{got.get(name)} for {want[name]}")
    told = same_sentence(want["evidence"], got.get("evidence"))
    tally.share("meetings.evidence", told, quote(got.get("evidence"))[:60])
    for name, alike in ALIKE.items():
        if want[name] is not None or got.get(name) is not None:
            tally.share(f"meetings.{name}", alike(want[name], got.get(name)), f"{got.get(name)} for {want[name]}")


def _equal(one: object, other: object) -> bool:
    return one == other


ALIKE: dict[str, Callable[[Any, Any], bool]] = {
    "place": same_words,
    "country": _equal,
    "series": shares_words,
    "edition": _equal,
}
"""Fields that count only where one of the two gives a value, and when two values are the same."""
