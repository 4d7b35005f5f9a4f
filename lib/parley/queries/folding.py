"""Sentences about one agreement folded into one promise, which is what numbers of promises count."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.codebook.alike import closeness, content_of, likeness
from parley.codebook.things import Named, documents_in, things_in
from parley.queries.pledges import Family, Pledge
from parley.queries.promise_changes import Change
from parley.queries.read import Connection
from parley.queries.where import Condition
from parley.store.days import gap, interval

if TYPE_CHECKING:  # rounds are counted by the units that count promises
    from parley.queries.rounds import Round

TOGETHER = frozenset({"both", "all"})
ALIKE = 0.5
"""Which share of the content of the shorter sentence another must have to speak of the same promise."""
CLOSE = 0.6
"""How close two sentences of one article must be: an article rarely says the same twice."""
CLOSE_OVER_ROUNDS = 0.4
IDS = "SELECT c.id FROM commitments c WHERE {}"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise, demand or signed document with every sentence that tells of it, the first told first.

    `kept` is the round that kept a promise of a next round, `changes` what people said of it, oldest first. `earlier`
    is the same promise at an earlier round.
    """

    said: tuple[Pledge, ...]
    kept: "Round | None" = None
    earlier: int | None = None
    changes: tuple[Change, ...] = ()

    @property
    def first(self) -> Pledge:
        """The sentence by which the promise is named: the first told that says when, else the first told."""
        return next((one for one in self.said if one.due_on), self.said[0])

    @property
    def id(self) -> int:
        """The number of its first sentence."""
        return self.said[0].id

    @property
    def family(self) -> Family:
        """Whether it is a promise, a demand or a signed document."""
        return self.said[0].family

    @property
    def actor(self) -> str:
        """Who undertakes it; one side where any sentence names one."""
        return next((one.actor for one in self.said if one.actor not in TOGETHER), self.said[0].actor)

    @property
    def due_on(self) -> str | None:
        """By when, as exactly as any sentence tells."""
        return max((one.due_on for one in self.said if one.due_on), key=len, default=None)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of all its sentences."""
        return tuple(dict.fromkeys(topic for one in self.said for topic in one.topics))

    @property
    def names(self) -> tuple[Named, ...]:
        """What one can look for later: a date, an amount, a thing, a next step; nothing where it is general."""
        return tuple(dict.fromkeys(name for one in self.said for name in one.names))

    @property
    def is_general(self) -> bool:
        """Whether it is a promise that names nothing by which one could tell later whether it was kept."""
        return self.family == "promise" and not self.names

    @property
    def settled(self) -> Literal["kept", "lapsed"] | None:
        """Kept or lapsed: what a person said last, else whether a round has kept it; None while it is open."""
        last = next((c.state for c in reversed(self.changes) if not c.undone_at and c.state != "refused"), None)
        if last is None:
            return "kept" if self.kept else None
        return "kept" if last == "kept" else "lapsed" if last == "lapsed" else None

    @property
    def is_open(self) -> bool:
        """Whether it is a promise of which nothing tells that it was kept, and nobody said that it lapsed."""
        return self.family == "promise" and self.settled is None

    @property
    def is_of_next_round(self) -> bool:
        """Whether it promises another round."""
        return any(one.is_of_next_round for one in self.said)


def sentences_left(db: Connection, condition: Condition) -> frozenset[int]:
    """The numbers of the sentences (`c`) that a condition leaves."""
    return frozenset(row[0] for row in db.execute(IDS.format(condition.sql), condition.values))


def under(every: Iterable[Promise], left: frozenset[int]) -> tuple[Promise, ...]:
    """The promises of which the filters leave a sentence, with all their sentences."""
    return tuple(promise for promise in every if any(one.id in left for one in promise.said))


def fold(said: Iterable[Pledge]) -> tuple[Promise, ...]:
    """Sentences about one agreement as one promise: of one meeting, or of one article that tells of none."""
    places: dict[tuple[Family, int | None, int], list[list[Pledge]]] = defaultdict(list)
    for one in said:
        groups = places[one.family, one.meeting, one.original if one.meeting is None else 0]
        # Alike with the first: through a chain of others all that a long statement says would become one promise.
        known = next((group for group in groups if is_same(one, group[0])), None)
        if known is None:
            groups.append([one])
        else:
            known.append(one)
    return tuple(Promise(tuple(group)) for groups in places.values() for group in groups)


def is_same(one: Pledge, other: Pledge) -> bool:
    """Whether two sentences of one meeting tell of the same promise."""
    if not can_be_one(one.actor, other.actor) or not _dues_agree(one.due_on, other.due_on):
        return False
    if one.sentence == other.sentence or (one.is_of_next_round and other.is_of_next_round and one.family == "promise"):
        return True
    if one.family == "signed":
        return _is_same_document(one, other)
    return speak_of_the_same(one, other)


def speak_of_the_same(one: Pledge, other: Pledge) -> bool:
    """The same topics in words that are alike; between languages, the same topics and the same things."""
    if one.topics != other.topics and not set(one.topics) & set(other.topics):
        return False
    if one.language != other.language:
        things = things_in(one.sentence, one.language)
        return (
            set(one.topics) == set(other.topics)
            and bool(things)
            and things == things_in(other.sentence, other.language)
        )
    mine, its = content_of(one.sentence, one.language), content_of(other.sentence, other.language)
    if one.original == other.original:
        return closeness(mine, its) >= CLOSE
    return likeness(mine, its) >= ALIKE and (one.meeting == other.meeting or closeness(mine, its) >= CLOSE_OVER_ROUNDS)


def _is_same_document(one: Pledge, other: Pledge) -> bool:
    """The same kind of document, on the same subject as far as both tell one."""
    documents, others = documents_in(one.sentence, one.language), documents_in(other.sentence, other.language)
    if not documents & others:
        return False
    if one.language != other.language:
        return documents == others and (one.topics == other.topics or not one.topics or not other.topics)
    mine, its = content_of(one.sentence, one.language), content_of(other.sentence, other.language)
    return mine <= its or its <= mine or likeness(mine, its) >= ALIKE


def can_be_one(one: str, other: str) -> bool:
    """Whether two actors can be one: "both sides" holds each of them."""
    return one == other or one in TOGETHER or other in TOGETHER


def _dues_agree(one: str | None, other: str | None) -> bool:
    """Whether both dates can mean the same day; a sentence that gives none agrees with any."""
    mine, its = interval(one), interval(other)
    return mine is None or its is None or gap(mine, its) == 0
