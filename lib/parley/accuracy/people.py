"""Participants of an article against the reference's, whoever was at which of its meetings."""

from collections.abc import Mapping
from typing import Any

from parley.accuracy.likeness import pair_up, same_name, same_surname, shares_words, words
from parley.accuracy.tally import Tally

Row = Mapping[str, Any]


def participants(row: Row) -> list[Row]:
    """Everyone present at a meeting of the article, once by the last word of the name."""
    people: dict[str, Row] = {}
    for meeting in row["meetings"]:
        for person in meeting["participants"]:
            people.setdefault((words(person["name"]) or [""])[-1], person)
    return list(people.values())


def likeness(wanted: Row, found: Row) -> float:
    """2 for the same full name, 1 for the same surname, 0 for two people."""
    return same_surname(wanted["name"], found["name"]) + same_name(wanted["name"], found["name"])


def score_people(tally: Tally, want: Row, got: Row) -> None:
    """Count an article's people: who was there, with which name, office and side."""
    wanted, found = participants(want), participants(got)
    pairs = pair_up(wanted, found, likeness)
    tally.kinds["people"].add(len(pairs), len(found), len(wanted))
    known, right = {i for i, _ in pairs}, {j for _, j in pairs}
    tally.misses += [f"people missed: {one['name']}" for i, one in enumerate(wanted) if i not in known]
    tally.misses += [f"people extra: {one['name']}" for j, one in enumerate(found) if j not in right]
    for i, j in pairs:
        _score_fields(tally, wanted[i], found[j])
    named = [_name(one) for one in got.get("spoken_of", ())]
    for name in map(_name, want.get("spoken_of", ())):
        tally.share("people.spoken_of", any(same_surname(name, one) for one in named), name)


def _name(person: Any) -> str:
    """The name of a person spoken of, who may be given as the bare name."""
    return person if isinstance(person, str) else str(person["name"])


def _score_fields(tally: Tally, want: Row, got: Row) -> None:
    tally.share("people.full_name", same_name(want["name"], got["name"]), f"{got['name']} for {want['name']}")
    sides = want.get("party"), got.get("party")
    tally.share("people.party", sides[0] == sides[1], f"{want['name']}: {sides[1]} for {sides[0]}")
    if want.get("office"):
        held = shares_words(want["office"], got.get("office"))
        tally.share("people.office", held, f"{got.get('office')} for {want['office']}")
