"""Dialogues: each with its rounds, rhythm, next round and open promises; those that a reader follows come first."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.model import Filters
from parley.queries import where
from parley.queries.cadence import Cadence, cadences
from parley.queries.expected import Expected, expected
from parley.queries.folding import Promise
from parley.queries.promises import Known, known, promises_of_dialogues
from parley.queries.read import Connection
from parley.queries.rounds import Round, rounds

NAMES = """SELECT s.series, s.name, s.short_name, s.sides FROM series s
    WHERE s.id IN (SELECT m.series_id FROM meetings m)"""
FOLLOWED = "SELECT f.series FROM follows f WHERE f.actor = ? ORDER BY f.series"
COUNTED = "SELECT s.series, COUNT(*) FROM meetings m JOIN series s ON s.id = m.series_id WHERE {} GROUP BY s.series"
WITHOUT_TEXT = where.Condition("m.has_text = 0")


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue as the filters leave it: `rounds` and `promises` under the filters, what is expected under none.

    `every` are all its rounds, with which rounds are compared; `referred` counts those only recalled or announced.
    """

    series: str
    name: str
    short_name: str
    sides: tuple[str, ...]
    rounds: tuple[Round, ...]
    every: tuple[Round, ...]
    without_text: int
    referred: int
    cadences: tuple[Cadence, ...]
    expected: Expected | None
    promises: tuple[Promise, ...]
    is_followed: bool

    @property
    def last(self) -> Round | None:
        """The latest round under the filters, a dated one where there is any."""
        dated = [one for one in self.rounds if one.day] or list(self.rounds)
        return dated[-1] if dated else None

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """The promises of which nothing here tells that they were kept or have lapsed."""
        return tuple(one for one in self.promises if one.is_open)


def followed(db: Connection, actor: str) -> tuple[str, ...]:
    """The dialogues that a reader follows, by their ids."""
    return tuple(row[0] for row in db.execute(FOLLOWED, (actor,)))


def dialogues(db: Connection, filters: Filters, actor: str, *, every: Known | None = None) -> tuple[Dialogue, ...]:
    """The dialogues of which the filters leave a round, those that are followed first, then by the latest round."""
    every = every or known(db)
    held, shown = every.rounds, rounds(db, filters)
    made, left = (promises_of_dialogues(db, narrowed, every.promises) for narrowed in (Filters(), filters))
    next_rounds = expected(db, held, made)
    without, referred = _counts(db, _without_text(filters)), _counts(db, where.referred_to(filters))
    kept, names = set(followed(db, actor)), {row[0]: row[1:] for row in db.execute(NAMES)}
    found = [
        Dialogue(
            series=series,
            name=names[series][0],
            short_name=names[series][1],
            sides=sides_of_dialogue(json.loads(names[series][2]), held.get(series, ())),
            rounds=shown.get(series, ()),
            every=tuple(held.get(series, ())),
            without_text=without.get(series, 0),
            referred=referred.get(series, 0),
            cadences=cadences(held.get(series, ())),
            expected=next_rounds.get(series),
            promises=left.get(series, ()),
            is_followed=series in kept,
        )
        for series in {*shown, *without, *referred} & set(names)
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_followed, -(one.last.day if one.last else -1), one.name)))


def dialogue(
    db: Connection, series: str, filters: Filters, actor: str, *, every: Known | None = None
) -> Dialogue | None:
    """One dialogue under the filters, whichever dialogues they name; None where nothing is known of it.

    Topics narrow its promises, not its rounds: one at which a topic was not raised is a round all the same.
    """
    every = every or known(db)
    own = replace(filters, dialogues=(series,))
    found = _among(dialogues(db, replace(own, topics=()), actor, every=every), series)
    if found is None:
        whole = _among(dialogues(db, Filters(dialogues=(series,)), actor, every=every), series)
        return replace(whole, rounds=(), promises=(), without_text=0, referred=0) if whole else None
    made = promises_of_dialogues(db, own, every.promises).get(series, ())
    return replace(found, promises=made)


def _among(found: Sequence[Dialogue], series: str) -> Dialogue | None:
    return next((one for one in found if one.series == series), None)


def sides_of_dialogue(registered: Sequence[str], held: Sequence[Round]) -> tuple[str, ...]:
    """Who meets in it, by the codebook; for a dialogue that it does not know, who sat at most of its rounds."""
    told = Counter(side for one in held for side in one.sides)
    return tuple(registered) or tuple(sorted(side for side, count in told.items() if count * 2 >= len(held)))


def _without_text(filters: Filters) -> where.Condition:
    return where.all_of([WITHOUT_TEXT, where.at_the_table(filters), where.in_dates("m", filters)])


def _counts(db: Connection, condition: where.Condition) -> Mapping[str, int]:
    rows = db.execute(COUNTED.format(condition.sql), condition.values)
    return {row[0]: int(row[1]) for row in rows}
