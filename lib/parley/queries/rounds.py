"""Rounds of dialogues: when and where, at which level, who led each side, and what is held of each."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.codebook.official import READ, is_full_text, official_sides
from parley.codebook.ranks import Level, Rank, rank_of
from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection, rows_of
from parley.queries.units import sides_of
from parley.store.days import gap, interval

ROUNDS = """SELECT m.id, s.series, s.levels, m.kind,
    m.day, m.start_on, m.end_on, m.place, m.country, m.edition, m.edition_basis
    FROM meetings m JOIN series s ON s.id = m.series_id WHERE {}
    ORDER BY CASE WHEN m.day = 0 THEN 1 ELSE 0 END, m.day, m.id"""
PEOPLE = """SELECT t.meeting_id, t.party, w.name, t.office, CASE a.language WHEN 'en' THEN 1 ELSE 0 END
    FROM participants t JOIN people w ON w.id = t.person_id JOIN meetings m ON m.id = t.meeting_id
    JOIN articles a ON a.id = t.article_id WHERE t.present = 1 AND t.party IS NOT NULL AND {}
    ORDER BY t.meeting_id, t.article_id, t.start_at"""
TOLD = """SELECT r.meeting_id AS meeting, a.id AS article, a.title AS title, a.url AS url, a.language AS language,
    o.name AS source, r.focal AS focal, r.start_on AS start_on, r.date_start_at AS dated,
    SUBSTR(a.text, 1, 400) AS opening,
    (LENGTH(a.text) - LENGTH(REPLACE(a.text, ?, ''))) / 2 + 1 AS paragraphs,
    (SELECT COUNT(*) FROM sentences s WHERE s.article_id = a.id) AS sentences,
    (SELECT COUNT(*) FROM reports f WHERE f.article_id = a.id AND f.focal = 1) AS subjects,
    CASE WHEN {once} THEN 0 ELSE 1 END AS is_copy
    FROM reports r JOIN articles a ON a.id = r.article_id LEFT JOIN sources o ON o.id = a.source_id
    JOIN meetings m ON m.id = r.meeting_id WHERE {where} ORDER BY a.day, a.id"""
REPRINTED = """SELECT t.article_id, o.name, t.url FROM same_texts t LEFT JOIN sources o ON o.id = t.source_id
    WHERE t.article_id IN (SELECT r.article_id FROM reports r JOIN meetings m ON m.id = r.meeting_id WHERE {})"""
PARAGRAPH = "\n\n"
BY_KIND: dict[str, Level] = {"summit": "leaders", "ministerial": "ministers"}
LOWEST_FIRST: tuple[Level, ...] = ("officials", "ministers", "leaders")


@dataclass(frozen=True, slots=True)
class Head:
    """Who led a side at a round, with the office as told and its rank; no rank where no office is told."""

    side: str
    name: str
    office: str | None
    rank: Rank | None


@dataclass(frozen=True, slots=True)
class Round:
    """One round: held, reported and with a text. `dates` are other days that articles give, each with its outlets."""

    id: int
    series: str
    level: Level | None
    day: int
    start_on: str | None
    end_on: str | None
    place: str | None
    country: str | None
    edition: int | None
    edition_basis: str | None
    sides: tuple[str, ...]
    heads: tuple[Head, ...]
    articles: tuple[int, ...]
    outlets: tuple[str, ...]
    full_texts: tuple[int, ...]
    dates: tuple[tuple[str, tuple[str, ...]], ...]


def rounds(db: Connection, filters: Filters) -> dict[str, tuple[Round, ...]]:
    """The rounds of each dialogue under the filters, by the dialogue's id; oldest first, undated last."""
    left = where.all_of([where.meetings(filters), where.Condition("m.series_id IS NOT NULL")])
    rows = rows_of(db, ROUNDS.format(left.sql), left.values)
    sides = sides_of(db, tuple(int(row["id"]) for row in rows))
    heads, told = _heads(db, left), _told(db, left, filters)
    found: dict[str, list[Round]] = defaultdict(list)
    for row in rows:
        meeting = int(row["id"])
        found[row["series"]].append(_round(row, sides.get(meeting, ()), heads.get(meeting, {}), told.get(meeting, [])))
    return {series: _with_the_only_level(held) for series, held in found.items()}


def _round(row: dict[str, Any], sides: tuple[str, ...], heads: dict[str, Head], told: list[dict[str, Any]]) -> Round:
    level = level_of(row["kind"], json.loads(row["levels"]), tuple(heads.values()))
    return Round(
        id=int(row["id"]),
        series=row["series"],
        level=level,
        day=int(row["day"]),
        **{name: row[name] for name in ("start_on", "end_on", "place", "country", "edition_basis")},
        edition=int(row["edition"]) if row["edition"] else None,
        sides=sides,
        heads=tuple(head for side, head in sorted(heads.items()) if side in sides),
        articles=tuple(dict.fromkeys(int(article["article"]) for article in told if not article["is_copy"])),
        outlets=tuple(dict.fromkeys(name for article in told for name, _ in article["outlets"] if name)),
        full_texts=tuple(int(a["article"]) for a in told if _is_full(a, {*sides, row["country"]})),
        dates=_other_dates(row, told),
    )


def level_of(kind: str, levels: Sequence[str], heads: tuple[Head, ...]) -> Level | None:
    """Who met: by the kind of meeting, the dialogue's one level, else the rank that led most sides, the lower of two.

    None where nothing tells.
    """
    if kind in BY_KIND:
        return BY_KIND[kind]
    known = [level for level in LOWEST_FIRST if level in levels]
    if len(known) == 1:
        return known[0]
    ranks = Counter(head.rank.level for head in heads if head.rank)
    most: Level = max(LOWEST_FIRST, key=lambda level: ranks[level])
    return most if ranks else None


def _with_the_only_level(held: list[Round]) -> tuple[Round, ...]:
    """Where the rounds of a dialogue are known to be of one level, those of which it is not told are of it, too."""
    known = {found.level for found in held} - {None}
    only = known.pop() if len(known) == 1 else None
    return tuple(replace(found, level=found.level or only) for found in held)


def _heads(db: Connection, left: where.Condition) -> dict[int, dict[str, Head]]:
    """The first person named for each side, as releases name the head of a delegation first.

    The office is the fullest told in English, in another language only where none is.
    """
    found: dict[int, dict[str, Head]] = defaultdict(dict)
    told: dict[tuple[int, str], tuple[int, int]] = {}
    for meeting, side, name, office, is_english in db.execute(PEOPLE.format(left.sql), left.values):
        head = found[meeting].setdefault(side, Head(side, name, None, None))
        fullness = (int(is_english), len(office or ""))
        if head.name == name and office and fullness > told.get((meeting, side), (0, 0)):
            found[meeting][side] = Head(side, name, office, rank_of(office))
            told[meeting, side] = fullness
    return found


def _told(db: Connection, left: where.Condition, filters: Filters) -> dict[int, list[dict[str, Any]]]:
    """What each article says of each round, what kind of text it is, and who published it (`outlets`: name, address).

    A copy adds nothing to read, but it may be the copy that stands on the ministry's page.
    """
    both = where.all_of([left, where.from_outlets(filters)])
    once = where.counted_once("a.id", filters.sources)
    reprints: dict[int, list[tuple[str | None, str | None]]] = defaultdict(list)
    for article, source, url in db.execute(REPRINTED.format(left.sql), left.values):
        reprints[int(article)].append((source, url))
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    sql = TOLD.format(once=once.sql, where=both.sql)
    for row in rows_of(db, sql, (PARAGRAPH, *once.values, *both.values)):
        outlets = [(row["source"], row["url"]), *reprints[int(row["article"])]]
        found[int(row["meeting"])].append(row | {"outlets": outlets})
    return found


def _is_full(article: dict[str, Any], own: set[str | None]) -> bool:
    """Whether an article is a full official text of this round: of a side's or the host's own outlet, of it alone."""
    if not article["focal"] or article["subjects"] != 1 or article["language"] not in READ:
        return False
    if not any(own & set(official_sides(*outlet)) for outlet in article["outlets"]):
        return False
    return is_full_text(article["title"], article["opening"], int(article["sentences"]), int(article["paragraphs"]))


def _other_dates(row: dict[str, Any], told: list[dict[str, Any]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Days that articles give and that do not agree with the round's own."""
    own = interval(row["start_on"], row["end_on"])
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for article in told:
        given = interval(article["start_on"])
        if own and given and article["dated"] is not None and gap(own, given):
            found[article["start_on"]][article["source"] or article["title"]] = None
    return tuple((date, tuple(outlets)) for date, outlets in sorted(found.items()))
