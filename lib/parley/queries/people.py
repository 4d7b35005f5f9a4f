"""People: who was present at which meetings, in which offices, with whom, and under which spellings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from parley.codebook.romanised import slug
from parley.model import Filters, Language
from parley.queries import where
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.offices import office_note
from parley.queries.read import Connection, number, rows_of
from parley.store.aliases import Alias, now_called, of_person

# Newest meeting first; an undated one says least about what somebody is now.
PRESENT = """SELECT w.id AS unit, w.person AS person, w.name AS name, t.name AS written,
    t.party AS party, t.office AS office, m.id AS meeting, m.day AS day, m.start_on AS start_on, a.language AS language
    FROM participants t JOIN people w ON w.id = t.person_id JOIN meetings m ON m.id = t.meeting_id
    JOIN articles a ON a.id = t.article_id
    WHERE t.present = 1 AND {} ORDER BY m.day DESC, m.id DESC, t.article_id, t.start_at"""
NAMED = f"""SELECT t.meeting_id AS meeting, t.name AS written, t.office AS office, t.party AS party,
    t.present AS present, a.language AS language, COALESCE(NULLIF(m.day, 0), a.day) AS day,
    COALESCE(m.start_on, a.published_on) AS told_on, {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at,
    t.start_at - s.start_at AS mark_start, t.end_at - s.start_at AS mark_end, '' AS topics
    FROM participants t JOIN people w ON w.id = t.person_id JOIN articles a ON a.id = t.article_id {OUTLET}
    JOIN sentences s ON s.article_id = a.id AND s.start_at <= t.start_at AND t.start_at < s.end_at
    LEFT JOIN meetings m ON m.id = t.meeting_id WHERE w.person = ?
    ORDER BY 7, a.id, t.start_at"""
EVERYBODY = """SELECT w.person, w.name, t.party, t.office, (SELECT COUNT(DISTINCT o.article_id) FROM participants o
    WHERE o.person_id = w.id) FROM people w JOIN participants t ON t.person_id = w.id
    GROUP BY w.id, w.person, w.name, t.party, t.office ORDER BY w.name, w.id"""
NAME = "SELECT name FROM people WHERE person = ?"
SPOKEN_OF = """SELECT COUNT(DISTINCT t.article_id) FROM participants t JOIN people w ON w.id = t.person_id
    WHERE w.person = ? AND t.present = 0"""
BESIDE = """SELECT DISTINCT o.person AS person, o.name AS name, t.party AS party, m.id AS meeting
    FROM participants t JOIN people o ON o.id = t.person_id JOIN meetings m ON m.id = t.meeting_id
    WHERE t.present = 1 AND o.person <> ? AND {}"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as the list shows them: the sides and the latest office told, and the meetings at which they were."""

    unit: int
    person: str
    name: str
    sides: tuple[str, ...]
    office: str | None
    meetings: tuple[int, ...]
    first: str | None
    last: str | None
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office as held from one day told to another; `rows` are the places in `PersonTold.named` that tell it."""

    name: str
    party: str | None
    language: Language
    first: str | None
    last: str | None
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who sat at the same meetings."""

    person: str
    name: str
    sides: tuple[str, ...]
    meetings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as a choice: the sides and offices told, and how many articles name them."""

    person: str
    name: str
    sides: tuple[str, ...]
    offices: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class PersonTold:
    """A person under the filters: offices and spellings of all articles, meetings and company of those filtered.

    `named` has a row for each naming: meeting, written, office, party, present, and its sentence as evidence has it.
    """

    person: str
    name: str
    spellings: tuple[tuple[str, int], ...]
    offices: tuple[Office, ...]
    named: tuple[dict[str, Any], ...]
    meetings: tuple[int, ...]
    met: tuple[Beside, ...]
    same_side: tuple[Beside, ...]
    spoken_of: int


def people(db: Connection, filters: Filters) -> tuple[Listed, ...]:
    """Everybody present at a meeting under the filters, who was at most first."""
    condition = where.meetings(filters)
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(db, PRESENT.format(condition.sql), condition.values):
        grouped.setdefault(row["person"], []).append(row)
    found = [_listed(rows) for rows in grouped.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.meetings), one.name)))


def person(db: Connection, key: str, filters: Filters) -> PersonTold | None:
    """One person by their key, whichever people the filters name; None where nothing here names them."""
    key = key if db.execute(NAME, (key,)).fetchone() else now_called(db, key)  # type: ignore[arg-type]
    name = db.execute(NAME, (key,)).fetchone()
    if name is None:
        return None
    named = rows_of(db, NAMED, (key,))
    own = where.meetings(replace(filters, people=(key,)))
    sides = {row["party"] for row in named if row["party"]}
    company = _beside(rows_of(db, BESIDE.format(own.sql), (key, *own.values)))
    ids = {row[0] for row in db.execute(f"SELECT m.id FROM meetings m WHERE {own.sql}", own.values).fetchall()}
    return PersonTold(
        person=key,
        name=name[0],
        spellings=_spellings(named),
        offices=offices(named),
        named=tuple(named),
        meetings=tuple(sorted(ids)),
        met=tuple(one for one in company if not sides & set(one.sides)),
        same_side=tuple(one for one in company if sides & set(one.sides)),
        spoken_of=number(db, SPOKEN_OF, (key,)),
    )


def offices(named: Sequence[dict[str, Any]]) -> tuple[Office, ...]:
    """The offices that articles give a person, each with the days between which it is told; the latest first.

    Two wordings of one language that do not differ are one office, in its fullest wording.
    """
    found: list[list[int]] = []
    for n, row in enumerate(named):
        if row["office"]:
            same = next((rows for rows in found if _is_same_office(named[rows[-1]], row)), None)
            if same is None:
                found.append([n])
            else:
                same.append(n)
    held = [_office([named[n] for n in rows], tuple(rows)) for rows in found]
    return tuple(sorted(held, key=lambda one: (one.last or "", one.first or ""), reverse=True))


def _is_same_office(a: dict[str, Any], b: dict[str, Any]) -> bool:
    if a["language"] != b["language"] or (a["party"] and b["party"] and a["party"] != b["party"]):
        return False
    return office_note(a["office"], b["office"], a["party"] or b["party"], a["language"]) != "differs"


def _office(rows: Sequence[dict[str, Any]], places: tuple[int, ...]) -> Office:
    days = sorted(row["told_on"] for row in rows if row["told_on"])
    fullest = max(rows, key=lambda row: len(row["office"]))
    party = next((row["party"] for row in rows if row["party"]), None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(fullest["office"], party, fullest["language"], first, last, places)


def _spellings(named: Iterable[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
    """How the articles write the name, with the number of articles, most first."""
    found: dict[str, set[int]] = {}
    for row in named:
        found.setdefault(row["written"], set()).add(int(row["article_id"]))
    counts = ((written, len(articles)) for written, articles in found.items())
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0])))


def _listed(rows: Sequence[dict[str, Any]]) -> Listed:
    dates = [row["start_on"] for row in rows if row["start_on"]]
    return Listed(
        unit=int(rows[0]["unit"]),
        person=rows[0]["person"],
        name=rows[0]["name"],
        sides=tuple(dict.fromkeys(row["party"] for row in rows if row["party"])),
        office=_latest_office(rows),
        meetings=tuple(dict.fromkeys(int(row["meeting"]) for row in rows)),
        first=dates[-1] if dates else None,
        last=dates[0] if dates else None,
        spellings=tuple(dict.fromkeys(row["written"] for row in rows)),
    )


def _latest_office(rows: Sequence[dict[str, Any]]) -> str | None:
    """The office told last, in English where some article tells one in English."""
    told = [(row["language"] != "en", n, row["office"]) for n, row in enumerate(rows) if row["office"]]
    return min(told)[2] if told else None


def _beside(rows: Iterable[dict[str, Any]]) -> tuple[Beside, ...]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["person"], []).append(row)
    found = [
        Beside(
            person,
            company[0]["name"],
            tuple(dict.fromkeys(row["party"] for row in company if row["party"])),
            tuple(dict.fromkeys(int(row["meeting"]) for row in company)),
        )
        for person, company in grouped.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.meetings), one.name)))


def decided_on(db: Connection, key: str) -> tuple[Alias, ...]:
    """What was decided on who this person is, the undone too, newest first."""
    return of_person(db, key)  # type: ignore[arg-type]


def everybody(db: Connection) -> tuple[Somebody, ...]:
    """Everybody whom articles name, present or spoken of, by name."""
    found: dict[str, Somebody] = {}
    for key, name, party, office, articles in db.execute(EVERYBODY).fetchall():
        one = found.get(key) or Somebody(key, name, (), (), 0)
        sides = one.sides + ((party,) if party and party not in one.sides else ())
        offices = one.offices + ((office,) if office and office not in one.offices else ())
        found[key] = Somebody(key, name, sides, offices, max(one.articles, int(articles)))
    return tuple(found.values())


def doubles(known: Sequence[Somebody]) -> tuple[tuple[Somebody, Somebody], ...]:
    """Pairs of one surname and side whose first names or initials do not speak against one person."""
    by_surname: dict[str, list[Somebody]] = {}
    for one in known:
        by_surname.setdefault(_words(one.name)[-1], []).append(one)
    pairs = (pair for same in by_surname.values() for pair in combinations(same, 2))
    return tuple(pair for pair in pairs if _may_be_one(*pair))


def _may_be_one(one: Somebody, other: Somebody) -> bool:
    if one.sides and other.sides and not set(one.sides) & set(other.sides):
        return False
    first, second = _words(one.name)[:-1], _words(other.name)[:-1]
    if not first or not second:
        return True
    shorter, longer = sorted((first[0], second[0]), key=len)
    return longer.startswith(shorter)


def _words(name: str) -> list[str]:
    """The parts of a name in the one form of its spellings, surname last."""
    return [word for word in (slug(part) for part in name.replace(".", ". ").split()) if word] or [name]


def keys_of(db: Connection, articles: tuple[int, ...]) -> tuple[str, ...]:
    """The keys by which decisions name these articles."""
    one_of = where.one_of("a.id", articles)
    return tuple(row[0] for row in db.execute(f"SELECT a.key FROM articles a WHERE {one_of.sql}", one_of.values))
