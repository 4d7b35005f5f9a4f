"""How promises are said: who undertakes what, by when, and where it stands, in the same words on every screen."""

from collections.abc import Sequence
from datetime import date

from parley.queries.folding import Promise
from parley.queries.pledges import Family
from parley.queries.promise_states import Standing, standing
from parley.ui.words import actor_name, counted, listed, on_date, side_names

NOUNS: dict[Family, str] = {"promise": "promise", "demand": "demand", "signed": "signed document"}
TITLES: dict[Family, str] = {"promise": "Promises", "demand": "Demands", "signed": "Signed"}
STANDINGS: dict[Standing, str] = {
    "open": "Open, not due",
    "due": "Due within 30 days",
    "passed": "Deadline passed, not known to be kept",
    "kept": "Kept",
    "lapsed": "Lapsed",
}
KINDS = {"urges": "asks for", "signed": "signed", "agreed": "agreed", "intends": "intends", "pledges": "pledges"}


def tab(family: Family, shown: int, hidden: int) -> str:
    """ "Demands 0, 1 general": a kind with its number, and how many general ones are not among them."""
    return f"{TITLES[family]} {shown:,}" + (f", {hidden:,} general" if hidden else "")


def between(sides: Sequence[str], ours: str | None) -> str:
    """ "Between Kazakhstan and Uzbekistan: we and they promised"; nothing where no table is known."""
    if not sides:
        return ""
    us = "" if ours is None else ": we and they promised" if ours in sides else ": we were not at the table"
    return f"Between {listed(side_names(sides))}{us}"


def of_them_general(general: int, every: int) -> str:
    """ ", 3 of them general", beside a number of promises; nothing where none is."""
    return "" if not general else ", general" if every == 1 else f", {general:,} of them general"


def with_general(found: Sequence[Promise], noun: str) -> str:
    """ "5 promises, 3 of them general"."""
    return counted(len(found), noun) + of_them_general(sum(one.is_general for one in found), len(found))


def named(promise: Promise, today: date) -> str:
    """ "Both sides: intends · by 2023 · kept on 6 November 2023"."""
    parts = [f"{actor_name(promise.actor)}: {KINDS[promise.first.kind]}", *placed(promise, today)]
    return " · ".join(parts)


def placed(promise: Promise, today: date) -> list[str]:
    """The deadline, or that there is none, and where it stands unless it is simply open."""
    if promise.family == "signed":
        return []
    due = f"by {on_date(promise.due_on)}" if promise.due_on else "no deadline"
    stands = stands_as(promise, today)
    return [due, *([stands] if stands else [])]


def stands_as(promise: Promise, today: date) -> str:
    """ "kept on 6 November 2023", "due within 30 days"; nothing where it is simply open."""
    now = standing(promise, today)
    if now in (None, "open"):
        return ""
    if promise.kept and is_kept_by_round(promise):
        return f"kept on {on_date(promise.kept.start_on)}"
    return STANDINGS[now].lower() if now else ""


def is_kept_by_round(promise: Promise) -> bool:
    """Whether a later round kept it, and not a person's word."""
    told = any(change.state == "kept" and not change.undone_at for change in promise.changes)
    return promise.settled == "kept" and promise.kept is not None and not told


def headline(found: Sequence[Promise], today: date, family: Family) -> str:
    """ "12 open promises, 3 with a deadline (1 passed, not known to be kept); 2 kept"."""
    noun = NOUNS[family]
    if family == "signed":
        return counted(len(found), noun)
    stands = [standing(one, today) for one in found]
    unsettled = [one for one, now in zip(found, stands, strict=True) if now not in ("kept", "lapsed")]
    dated, passed = sum(one.due_on is not None for one in unsettled), stands.count("passed")
    past = f" ({passed:,} passed, not known to be kept)" if passed else ""
    said = [with_general(unsettled, f"open {noun}") + (f", {dated:,} with a deadline{past}" if dated else "")]
    said += [f"{stands.count(state):,} {state}" for state in ("kept", "lapsed") if state in stands]
    return "; ".join(said)
