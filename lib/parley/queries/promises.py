"""The promises of the desk: each with the round that kept it, and found again at later rounds of its dialogue."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries import where
from parley.queries.folding import Promise, can_be_one, fold, sentences_left, speak_of_the_same, under
from parley.queries.pledges import Family, pledges
from parley.queries.promise_changes import Change, changes
from parley.queries.read import Connection
from parley.queries.rounds import Round, rounds
from parley.queries.where import ALWAYS, ONCE_AT_MEETING, Condition
from parley.store.days import day_of, gap, interval

NEXT_ROUND = "a next round"
OF_ITS_DIALOGUE = """SELECT o.id FROM meetings o WHERE o.id = ? OR o.series_id = (
    SELECT h.series_id FROM meetings h WHERE h.id = ?)"""


@dataclass(frozen=True, slots=True)
class Known:
    """All rounds by dialogue and all promises, under no filter: what several screens begin with."""

    rounds: Mapping[str, Sequence[Round]]
    promises: tuple[Promise, ...]


class Promised(NamedTuple):
    """Promises under some filters: their number, and how many of them name no deliverable, date or next step."""

    all: int
    general: int


def known(db: Connection) -> Known:
    """All rounds and promises of the desk."""
    held = rounds(db, Filters())
    return Known(held, every_promise(db, held))


def every_promise(
    db: Connection, held: Mapping[str, Sequence[Round]] | None = None, whole: Condition = ALWAYS
) -> tuple[Promise, ...]:
    """All promises, demands and signed documents of the desk, under no filter; `held` are all rounds.

    `whole` may narrow the sentences to whole dialogues or meetings: nothing is folded or found again beyond one.
    """
    every = rounds(db, Filters()) if held is None else held
    levels = {one.id: one.level for series in every.values() for one in series}
    made = _with_changes([_with_round(one, every) for one in fold(pledges(db, whole))], changes(db))
    return chained(made, levels)


def _with_round(promise: Promise, held: Mapping[str, Sequence[Round]]) -> Promise:
    # "Next spring" is no date that a round can be compared with: whether it was kept, people tell.
    is_vague = promise.due_on is None and "date" in promise.names
    if promise.family != "promise" or not promise.is_of_next_round or is_vague:
        return promise
    return replace(
        promise, kept=kept_by(promise.first.meeting, promise.due_on, held.get(promise.first.series or "", ()))
    )


def _with_changes(made: Sequence[Promise], said: Sequence[Change]) -> list[Promise]:
    """Each promise with what people said of it.

    A sentence is found again by its article's text and its words, or where it then began: a reading anew may cut
    sentences otherwise.
    """
    by_article: dict[str, list[Change]] = defaultdict(list)
    for change in said:
        by_article[change.article_key].append(change)

    def of(promise: Promise) -> tuple[Change, ...]:
        told = ((one, change) for one in promise.said for change in by_article.get(one.article_key, ()))
        found = {
            change.id: change
            for one, change in told
            if change.quote == one.sentence or one.start <= change.start < one.start + len(one.sentence)
        }
        return tuple(found[number] for number in sorted(found))

    return [replace(one, changes=of(one)) for one in made] if by_article else list(made)


def kept_by(meeting: int | None, due_on: str | None, held: Sequence[Round]) -> Round | None:
    """The round that kept a promise of a next round: the one after it at its level, within the time that it gives."""
    made = next((one for one in held if one.id == meeting), None)
    if made is None or not made.day:
        return None
    later = [one for one in held if one.level == made.level and one.day > made.day]
    due = interval(due_on)
    if due is None:
        return later[0] if later else None
    within = (one for one in later if (days := interval(one.start_on, one.end_on)) and gap(days, due) == 0)
    return next(within, None)


def how_many(db: Connection, filters: Filters, *, every: Known | None = None) -> Promised:
    """How many promises there are under the filters; `every` are all of the desk, where they are known."""
    made = under((every or known(db)).promises, sentences_left(db, where.promises(filters)))
    return Promised(len(made), sum(promise.is_general for promise in made))


def promises_of_dialogues(db: Connection, filters: Filters, every: Iterable[Promise]) -> dict[str, tuple[Promise, ...]]:
    """Of all promises and signed documents those of each dialogue under the filters, newest round first."""
    left = sentences_left(db, where.all_of([where.commitments(filters), Condition("c.kind <> 'urges'")]))
    found: dict[str, list[Promise]] = defaultdict(list)
    for promise in sorted(under(every, left), key=lambda one: (-one.first.met, one.first.told)):
        if promise.first.series:
            found[promise.first.series].append(promise)
    return {series: tuple(made) for series, made in found.items()}


def chained(made: Sequence[Promise], levels: Mapping[int, Level | None]) -> tuple[Promise, ...]:
    """The promises, each with the same promise at the latest round before its own, where there is one."""
    series: dict[tuple[str, Family], list[Promise]] = defaultdict(list)
    for one in made:
        if one.first.series and one.first.met and one.family != "signed":
            series[one.first.series, one.family].append(one)
    links: dict[int, int] = {}
    for rows in series.values():
        rows.sort(key=lambda one: one.first.met)
        about: dict[str, list[int]] = defaultdict(list)
        for n, later in enumerate(rows):
            alike = sorted({place for subject in _subjects(later) for place in about[subject]}, reverse=True)
            found = next((rows[place] for place in alike if _is_again(later, rows[place], levels)), None)
            if found:
                links[later.id] = found.id
            for subject in _subjects(later):
                about[subject].append(n)
    return tuple(replace(one, earlier=links.get(one.id)) for one in made)


def _subjects(promise: Promise) -> frozenset[str]:
    """What two promises must share to be one: a topic, that a sentence has none, or that both are of a next round."""
    if promise.is_of_next_round:
        return frozenset({NEXT_ROUND})
    return frozenset(topic for one in promise.said for topic in one.topics or ("",))


def _is_again(later: Promise, before: Promise, levels: Mapping[int, Level | None]) -> bool:
    """Whether a promise of one round is that of an earlier one at the same level, whatever date each gives."""
    if before.first.met >= later.first.met or not can_be_one(later.actor, before.actor):
        return False
    mine, its = (levels.get(one.first.meeting or 0) for one in (later, before))
    if mine and its and mine != its:
        return False
    if later.is_of_next_round or before.is_of_next_round:
        return later.is_of_next_round and before.is_of_next_round and later.family == "promise"
    return any(speak_of_the_same(one, other) for one in later.said for other in before.said)


def chains(made: Iterable[Promise]) -> dict[int, tuple[Promise, ...]]:
    """For each promise that was made at several rounds all of these, the earliest first; by the promise's number."""
    by_id = {one.id: one for one in made}
    found: dict[int, list[Promise]] = defaultdict(list)
    for one in sorted(by_id.values(), key=lambda promise: promise.first.met):
        found[_root(one, by_id)].append(one)
    return {one.id: tuple(chain) for chain in found.values() if len(chain) > 1 for one in chain}


def _root(promise: Promise, by_id: Mapping[int, Promise]) -> int:
    while promise.earlier is not None and promise.earlier in by_id:
        promise = by_id[promise.earlier]
    return promise.id


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """The promises of one meeting: made there, carried in open from earlier rounds, and kept or lapsed by it."""

    made: tuple[Promise, ...]
    carried: tuple[Promise, ...]
    closed: tuple[Promise, ...]


def at_meeting(db: Connection, meeting: int) -> AtMeeting:
    """What was promised, asked and signed at a meeting, and what became there of the promises of earlier rounds.

    Carried in are the promises of earlier rounds of its dialogue, at its level, that nothing before it had settled.
    """
    held = rounds(db, Filters())
    every = every_promise(db, held, Condition(f"c.meeting_id IN ({OF_ITS_DIALOGUE})", (meeting, meeting)))
    once = sentences_left(db, Condition(ONCE_AT_MEETING.format("c")))
    here = [one for one in under(every, once) if one.first.meeting == meeting]
    own = next((one for series in held.values() for one in series if one.id == meeting), None)
    if own is None or not own.day:
        return AtMeeting(tuple(here), (), ())
    alike = {one.id for one in held[own.series] if one.level == own.level and 0 < one.day < own.day}
    before = [one for one in every if one.family == "promise" and one.first.meeting in alike]
    days = {one.id: one.day for series in held.values() for one in series}
    closed = tuple(one for one in before if closed_at(one, days) == own.day)
    return AtMeeting(
        tuple(here), tuple(one for one in before if one.is_open or closed_at(one, days) >= own.day), closed
    )


def closed_at(promise: Promise, days: Mapping[int, int]) -> int:
    """The day (yyyymmdd) on which a promise was closed: of the round or the article that tells it, else of the note."""
    decided = next((c for c in reversed(promise.changes) if not c.undone_at and c.state != "refused"), None)
    if decided is None:
        return days.get(promise.kept.id, 0) if promise.kept else 0
    return 0 if decided.state == "open" else day_of(decided.by_published or decided.at[:10])
