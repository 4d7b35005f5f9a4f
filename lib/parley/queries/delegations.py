"""Who came to a round and who to another: heads and their ranks, successions in a post, new and familiar faces."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.codebook.ranks import Rank, rank_of
from parley.codebook.words import words
from parley.model import Language
from parley.queries.offices import office_note
from parley.queries.read import Connection
from parley.queries.rounds import Head, Round

PRESENT = """SELECT t.meeting_id, w.person, w.name, t.party, t.office, a.language
    FROM participants t JOIN people w ON w.id = t.person_id JOIN meetings m ON m.id = t.meeting_id
    JOIN series s ON s.id = m.series_id JOIN articles a ON a.id = t.article_id
    WHERE t.present = 1 AND m.status = 'held' AND m.is_reported = 1 AND s.series = ?
    ORDER BY t.meeting_id, t.article_id, t.start_at"""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person at a round: their side, and the offices that articles give them there, each with its language."""

    person: str
    name: str
    side: str | None
    offices: tuple[tuple[str, Language], ...]

    @property
    def rank(self) -> Rank | None:
        """The rank of the fullest office told; None where none is."""
        told = max((office for office, _ in self.offices), key=len, default=None)
        return rank_of(told) if told else None


@dataclass(frozen=True, slots=True)
class Succession:
    """One post at two rounds: who came then, and who came now."""

    post: str
    side: str | None
    before: Seat
    after: Seat


@dataclass(frozen=True, slots=True)
class Delegations:
    """How the people named at a round stand to those of another.

    `new` were at no earlier round, `back` at one but not at the other, `unnamed` at the other and not here: no article
    names them, which is not to say that they stayed away. `heads` are pairs of a side's head then and now.
    """

    new: tuple[Seat, ...]
    back: tuple[Seat, ...]
    stayed: tuple[Seat, ...]
    unnamed: tuple[Seat, ...]
    successions: tuple[Succession, ...]
    heads: tuple[tuple[Head, Head], ...]


def seats_at(db: Connection, series: str) -> dict[int, tuple[Seat, ...]]:
    """Everybody named as present at each round of a dialogue, in the order in which articles name them."""
    told: dict[int, dict[str, list[tuple[str, str | None, str | None, Language]]]] = defaultdict(dict)
    for meeting, person, name, side, office, language in db.execute(PRESENT, (series,)).fetchall():
        told[meeting].setdefault(person, []).append((name, side, office, language))
    return {meeting: tuple(_seat(person, rows) for person, rows in people.items()) for meeting, people in told.items()}


def _seat(person: str, rows: Sequence[tuple[str, str | None, str | None, Language]]) -> Seat:
    side = next((row[1] for row in rows if row[1]), None)
    offices = dict.fromkeys((office, language) for _, _, office, language in rows if office)
    return Seat(person, rows[0][0], side, tuple(offices))


def compared(
    one: Round, other: Round, earlier: Iterable[Round], seated: Mapping[int, Sequence[Seat]]
) -> Delegations | None:
    """The people of a round against those of another; `earlier` are all rounds before it. None where one names none."""
    now = {seat.person: seat for seat in seated.get(one.id, ())}
    then = {seat.person: seat for seat in seated.get(other.id, ())}
    if not now or not then:
        return None
    known = {seat.person for past in earlier for seat in seated.get(past.id, ())} | set(then)
    return Delegations(
        new=tuple(seat for person, seat in now.items() if person not in known),
        back=tuple(seat for person, seat in now.items() if person in known and person not in then),
        stayed=tuple(seat for person, seat in now.items() if person in then),
        unnamed=tuple(seat for person, seat in then.items() if person not in now),
        successions=_successions(now, then),
        heads=_heads(one, other),
    )


def _successions(now: Mapping[str, Seat], then: Mapping[str, Seat]) -> tuple[Succession, ...]:
    """Posts that one person held at the other round and another holds now, told in one language by both."""
    gone = [seat for person, seat in then.items() if person not in now]
    come = [seat for person, seat in now.items() if person not in then]
    return tuple(
        Succession(post, after.side, before, after)
        for after in come
        for before in gone
        if before.side == after.side and (post := _same_post(before, after))
    )


def _same_post(before: Seat, after: Seat) -> str | None:
    """The office that both are told to hold, in the later wording; "acting" makes it no other post."""
    for office, language in after.offices:
        for held, spoken in before.offices:
            if spoken == language and office_note(_post(office), _post(held), after.side, language) == "agrees":
                return office
    return None


def _post(office: str) -> str:
    return " ".join(word for word in office.split() if word.casefold() not in words("office_acting"))


def _heads(one: Round, other: Round) -> tuple[tuple[Head, Head], ...]:
    then = {head.side: head for head in other.heads}
    return tuple((then[head.side], head) for head in one.heads if head.side in then)
