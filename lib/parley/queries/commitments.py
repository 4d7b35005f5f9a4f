"""What the promises screen shows: promises, demands and signed documents under the filters, with all about each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from parley.codebook.world import states_named
from parley.model import Filters
from parley.queries import where
from parley.queries.folding import TOGETHER, Promise, sentences_left, under
from parley.queries.fulfilment import Fulfilment, proposals
from parley.queries.pledges import Family
from parley.queries.promise_states import Standing, standing
from parley.queries.promises import Known, chains, known
from parley.queries.read import Connection
from parley.queries.units import sides_of

NAMES = "SELECT series, short_name FROM series"
OUR_SIDE = "SELECT value FROM meta WHERE key = 'our_side'"
SIDES = "SELECT DISTINCT party FROM meeting_parties ORDER BY party"


@dataclass(frozen=True, slots=True)
class Board:
    """All that the filters leave, newest first, and what is known around it, by the numbers of promises and meetings.

    `perhaps` are sentences of later articles that may tell that a promise was kept. `headlined` are the sides of a
    promise by all of them that belongs to no known meeting, by its number, where the article's headline names them.
    """

    found: tuple[Promise, ...]
    again: Mapping[int, tuple[Promise, ...]]
    perhaps: Mapping[int, tuple[Fulfilment, ...]]
    sides: Mapping[int, tuple[str, ...]]
    headlined: Mapping[int, tuple[str, ...]]
    dialogues: Mapping[str, str]


def board(db: Connection, filters: Filters, *, every: Known | None = None) -> Board:
    """The promises, demands and signed documents under the filters."""
    promises = (every or known(db)).promises
    found = sorted(under(promises, sentences_left(db, where.commitments(filters))), key=_newest_first)
    sides = sides_of(db, tuple({one.first.meeting for one in found if one.first.meeting}))
    return Board(
        found=tuple(found),
        again=chains(promises),
        perhaps=proposals(db, found, sides),
        sides=sides,
        headlined={one.id: named for one in found if (named := _headlined(one))},
        dialogues={str(series): str(name) for series, name in db.execute(NAMES)},
    )


def _headlined(promise: Promise) -> tuple[str, ...]:
    first = promise.first
    if first.meeting or promise.actor not in TOGETHER:
        return ()
    named = states_named(first.title, first.language)
    return named if len(named) > 1 else ()


def _newest_first(promise: Promise) -> tuple[int, int]:
    return -(promise.first.met or promise.first.told), promise.id


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a board a reader chose: a kind, general ones too or not, whose, and where they stand (None: any).

    `proposed`: only those of which a later article may tell that they were kept.
    """

    family: Family
    general: bool = False
    owner: str | None = None
    standing: Standing | None = None
    proposed: bool = False


def narrowed(found: Board, choice: Choice, ours: str | None, today: date) -> tuple[Promise, ...]:
    """What a choice leaves of a board, in its order."""
    return tuple(
        one
        for one in found.found
        if one.family == choice.family
        and (choice.general or one.names)
        and choice.owner in (None, owner_of(one, found, ours))
        and choice.standing in (None, standing(one, today))
        and (one.id in found.perhaps or not choice.proposed)
    )


def owner_of(promise: Promise, found: Board, ours: str | None) -> str:
    """Who promised, as `whose` tells it, by who sat at the table."""
    return whose(promise, ours, at_table(promise, found))


def at_table(promise: Promise, found: Board) -> tuple[str, ...]:
    """Who sat at the table where it was promised, by code; nothing where neither meeting nor headline tells."""
    meeting = promise.first.meeting
    return found.sides.get(meeting, ()) if meeting else found.headlined.get(promise.id, ())


def our_side(db: Connection) -> str | None:
    """Whose desk this is, by the code of the side; None where nobody said."""
    row = db.execute(OUR_SIDE).fetchone()
    return str(row[0]) if row else None


def sides_known(db: Connection) -> tuple[str, ...]:
    """Every side that sat at a table, by code."""
    return tuple(row[0] for row in db.execute(SIDES))


def whose(promise: Promise, ours: str | None, sides: Iterable[str]) -> str:
    """Who promised: "we", "both", "they" or "unsaid" where our side is set, else the code of the side, or "both".

    What all sides promise is of us and them where we sit at the table, and of them where others sit there alone.
    """
    if promise.actor in TOGETHER:
        there = set(sides)
        return "both" if ours is None or ours in there else "they" if there else "unsaid"
    if ours is None:
        return promise.actor
    return "we" if promise.actor == ours else "they"
