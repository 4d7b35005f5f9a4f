"""Dialogues that texts name and the codebook does not hold: what a person may want to add to it."""

from dataclasses import dataclass, replace

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection
from parley.queries.units import how_many

# A dialogue of the codebook has its sides beside its name; one that was only found in texts has none.
UNKNOWN = """SELECT s.series, s.name, COUNT(*), MIN(CASE WHEN m.day > 0 THEN m.day END), MAX(m.day)
    FROM meetings m JOIN series s ON s.id = m.series_id WHERE s.sides = '[]' AND m.has_text = 1 AND {}
    GROUP BY s.series, s.name ORDER BY 3 DESC, 2"""
SIDES = """SELECT p.party FROM meeting_parties p JOIN meetings m ON m.id = p.meeting_id
    JOIN series s ON s.id = m.series_id WHERE s.series = ? GROUP BY p.party ORDER BY COUNT(*) DESC, p.party"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A dialogue as texts name it: its sides, those most often there first; its meetings, held and reported or only
    referred to; the articles that tell of them; the first and last year, 0 where no date is told.
    """

    series: str
    name: str
    sides: tuple[str, ...]
    held: int
    referred: int
    articles: int
    first_year: int
    last_year: int


def proposed(db: Connection, filters: Filters) -> tuple[Proposed, ...]:
    """What the codebook does not hold, under the filters, the most frequent first."""
    kinds = (where.meetings(filters), where.referred_to(filters))
    told = where.Condition(f"(({kinds[0].sql}) OR ({kinds[1].sql}))", (*kinds[0].values, *kinds[1].values))
    rows = db.execute(UNKNOWN.format(told.sql), told.values).fetchall()
    return tuple(_proposed(db, filters, *row) for row in rows)


def named(db: Connection, series: str) -> Proposed | None:
    """One of these dialogues by its key, under no filter; None where the codebook holds it, or nothing names it."""
    return next((one for one in proposed(db, Filters()) if one.series == series), None)


def _proposed(
    db: Connection, filters: Filters, series: str, name: str, _: int, first: int | None, last: int
) -> Proposed:
    own = replace(filters, dialogues=(series,))
    return Proposed(
        series,
        name,
        tuple(row[0] for row in db.execute(SIDES, (series,))),
        held=how_many(db, "meetings", own),
        referred=how_many(db, "referred", own),
        articles=how_many(db, "articles", own),
        first_year=(first or 0) // 10_000,
        last_year=last // 10_000,
    )
