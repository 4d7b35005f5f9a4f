"""Filters -> conditions: the one meaning of each filter, in portable SQL with bound values.

Aliases are fixed: `m` meetings, `x` mentions, `a` articles, `c` commitments. All questions of all screens are built
from these, so that a number and the evidence it opens cannot part ways.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from parley.model import Filters

ONE_OFF = "one-off"
"""Stands among the dialogues for meetings that belong to none."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL that is true or false of a row, and the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


ALWAYS = Condition("1 = 1")
NEVER = Condition("1 = 0")
COUNTED = Condition("m.status = 'held' AND m.is_reported = 1 AND m.has_text = 1")
"""What the word "meetings" means on screen: held and reported, with a text behind it."""

EARLIER = """SELECT y.article_id FROM copy_groups y
    JOIN copy_groups e ON e.original_id = y.original_id AND e.n < y.n JOIN articles a ON a.id = e.article_id"""

ONCE_AT_MEETING = """NOT EXISTS (SELECT 1 FROM copy_groups y JOIN reports e ON e.article_id = y.original_id
    WHERE y.article_id = {0}.article_id AND y.n > 0 AND e.meeting_id = {0}.meeting_id)"""
"""What a copy repeats of an article that tells of the same meeting counts once; `{0}` is the alias of the rows."""

HELD_FINDINGS = ("reports", "participants", "mentions", "commitments")
CHECKED = " UNION ".join(f"SELECT {table}.{{0}} FROM {table} WHERE {table}.checked = 1" for table in HELD_FINDINGS)
DECIDED = "SELECT d.meeting_id FROM corrections d WHERE d.meeting_id IS NOT NULL AND d.undone_at IS NULL"

LAST_ROUNDS = """m.id IN (
    SELECT ranked.id FROM (
        SELECT r.id, ROW_NUMBER() OVER (PARTITION BY r.series_id ORDER BY r.day DESC, r.id DESC) AS back
        FROM meetings r
        WHERE r.series_id IS NOT NULL AND r.status = 'held' AND r.is_reported = 1 AND r.has_text = 1
    ) ranked WHERE ranked.back <= ?
)"""


def all_of(conditions: Iterable[Condition]) -> Condition:
    """The conditions joined by AND; always true where there are none."""
    real = [condition for condition in conditions if condition != ALWAYS]
    return Condition(" AND ".join(c.sql for c in real), sum((c.values for c in real), ())) if real else ALWAYS


def one_of(column: str, values: Iterable[str | int]) -> Condition:
    """The column holds one of the values; always true where there are no values, as an empty filter means all."""
    listed = tuple(values)
    return Condition(f"{column} IN ({', '.join('?' * len(listed))})", listed) if listed else ALWAYS


def inside(column: str, table: str, condition: Condition) -> Condition:
    """The column is one of those that `SELECT … FROM … WHERE` finds; always true where the condition is."""
    if condition == ALWAYS:
        return ALWAYS
    return Condition(f"{column} IN (SELECT {table} WHERE {condition.sql})", condition.values)


def day_number(date: str, *, last: bool = False) -> int:
    """An ISO date of any precision as yyyymmdd; `last` gives a number no day of that month or year exceeds."""
    parts = [int(part) for part in date.split("-")]
    missing = [99 if last else 0] * (3 - len(parts))
    year, month, day = parts + missing
    return year * 10_000 + month * 100 + day


def in_dates(alias: str, filters: Filters) -> Condition:
    """The row's day lies in the dates; a month or a year known no better (its day is 00) counts where it overlaps them.

    A period counts by month alone, so that the bars of a chart add up.
    """
    day, conditions = f"{alias}.day", []
    if filters.since:
        since = day_number(filters.since)
        sql = f"({day} >= ? OR ({day} % 100 = 0 AND {day} >= ?) OR ({day} % 10000 = 0 AND {day} >= ?))"
        conditions.append(Condition(sql, (since, since // 100 * 100, since // 10_000 * 10_000)))
    if filters.until:
        conditions.append(Condition(f"{day} <= ?", (day_number(filters.until, last=True),)))
    if filters.period:
        conditions.append(Condition(f"{alias}.month BETWEEN ? AND ?", filters.period))
    return all_of([Condition(f"{day} > 0"), *conditions]) if conditions else ALWAYS


def of_dialogues(dialogues: tuple[str, ...]) -> Condition:
    """The meeting belongs to one of the dialogues, or to none where "one-off" is asked for."""
    named = one_of("s.series", [d for d in dialogues if d != ONE_OFF])
    known = inside("m.series_id", "s.id FROM series s", named)
    if ONE_OFF not in dialogues:
        return known
    return (
        Condition("m.series_id IS NULL")
        if known == ALWAYS
        else Condition(f"(m.series_id IS NULL OR {known.sql})", known.values)
    )


def at_the_table(filters: Filters) -> Condition:
    """Which meeting, whenever it was: dialogue, last rounds, all the chosen sides, any of the chosen people."""
    rounds = [Condition(LAST_ROUNDS, (filters.last_rounds,))] if filters.last_rounds else []
    sides = [inside("m.id", "p.meeting_id FROM meeting_parties p", one_of("p.party", [side])) for side in filters.sides]
    present = all_of([Condition("t.present = 1"), one_of("w.person", filters.people)])
    seated = inside("m.id", "t.meeting_id FROM participants t JOIN people w ON w.id = t.person_id", present)
    people = [seated] if filters.people else []
    return all_of([of_dialogues(filters.dialogues), *rounds, *sides, *people])


def from_outlets(filters: Filters) -> Condition:
    """The article's language, and its outlet: its own, or one that carried the identical text."""
    return all_of([_carried_by("a", "a.id", filters.sources), one_of("a.language", filters.languages)])


def _carried_by(alias: str, article: str, outlets: tuple[str, ...]) -> Condition:
    """The row's own outlet is one of these, or the text of its article came from one of them too."""
    named = one_of("o.name", outlets)
    own = inside(f"{alias}.source_id", "o.id FROM sources o", named)
    same = inside(article, "t.article_id FROM same_texts t JOIN sources o ON o.id = t.source_id", named)
    return Condition(f"({own.sql} OR {same.sql})", own.values + same.values) if outlets else ALWAYS


def counted_once(article: str, outlets: tuple[str, ...] = (), found: Condition = ALWAYS) -> Condition:
    """The article is no copy of another that is counted.

    Where outlets are asked for, or words (`found`, of `a`), a copy steps back only behind an earlier text that one of
    these outlets carried and that holds these words.
    """
    earlier = all_of([_carried_by("a", "a.id", outlets), found])
    if earlier == ALWAYS:
        return Condition(f"{article} NOT IN (SELECT y.article_id FROM copy_groups y WHERE y.n > 0)")
    return Condition(f"{article} NOT IN ({EARLIER} WHERE {earlier.sql})", earlier.values)


def checked_meetings(filters: Filters) -> Condition:
    """Of `m`: a person decided on the meeting, or checked something found of it; always true where not asked for."""
    return Condition(f"m.id IN ({CHECKED.format('meeting_id')} UNION {DECIDED})") if filters.checked else ALWAYS


def checked_articles(filters: Filters) -> Condition:
    """Of `a`: a person has checked something found in it; always true where that is not asked for."""
    return Condition(f"a.id IN ({CHECKED.format('article_id')})") if filters.checked else ALWAYS


def _checked(alias: str, filters: Filters) -> Condition:
    return Condition(f"{alias}.checked = 1") if filters.checked else ALWAYS


def mentions(filters: Filters) -> Condition:
    """Of `x`: topics in sentences that were discussed, under all filters; a sentence of a copy counts as the one it
    repeats."""
    return all_of([mentions_with_copies(filters), counted_once("x.article_id", filters.sources)])


def mentions_with_copies(filters: Filters) -> Condition:
    """Of `x`: the same, with what copies repeat."""
    table = at_the_table(filters)
    return all_of(
        [
            Condition("x.discussed = 1"),
            _checked("x", filters),
            inside("x.topic_id", "k.id FROM topics k", one_of("k.topic", filters.topics)),
            in_voices("x.by_party", filters.voices),
            _carried_by("x", "x.article_id", filters.sources),
            one_of("x.language", filters.languages),
            in_dates("x", filters),
            inside("x.meeting_id", "m.id FROM meetings m", table),
        ]
    )


def meetings(filters: Filters) -> Condition:
    """Of `m`: held, reported meetings under all filters."""
    outlets = inside(
        "m.id", "r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id", from_outlets(filters)
    )
    topics = inside("m.id", "x.meeting_id FROM mentions x", mentions(filters)) if filters.topics else ALWAYS
    dates, checked = in_dates("m", filters), checked_meetings(filters)
    return all_of([COUNTED, at_the_table(filters), dates, outlets, topics, checked])


def referred_to(filters: Filters) -> Condition:
    """Of `m`: meetings that articles only recall, plan or report as cancelled, under all filters."""
    reports = "r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id"
    outlets = inside("m.id", reports, from_outlets(filters))
    named = inside("x.topic_id", "k.id FROM topics k", one_of("k.topic", filters.topics))
    topics = inside("m.id", "x.meeting_id FROM mentions x", named)
    told = Condition("m.has_text = 1 AND NOT (m.status = 'held' AND m.is_reported = 1)")
    dates, checked = in_dates("m", filters), checked_meetings(filters)
    return all_of([told, at_the_table(filters), dates, outlets, topics, checked])


def without_text(filters: Filters) -> Condition:
    """Of `m`: meetings that only a spreadsheet tells of, under all filters; never counted among the others.

    A row has no outlet, language, topic or round, and nobody checks it, so a filter by one of these leaves none.
    """
    if filters.topics or filters.sources or filters.languages or filters.last_rounds or filters.checked:
        return NEVER
    sides = [inside("m.id", "p.meeting_id FROM meeting_parties p", one_of("p.party", [side])) for side in filters.sides]
    named = "h.meeting_id FROM sheet_rows h JOIN people w ON h.person LIKE '%' || w.name || '%'"
    people = inside("m.id", named, one_of("w.person", filters.people))
    told = Condition("m.has_text = 0")
    return all_of([told, of_dialogues(filters.dialogues), *sides, people, in_dates("m", filters)])


def in_voices(column: str, voices: tuple[str, ...]) -> Condition:
    """The row is in one of these voices; "" is that of nobody named."""
    named = one_of(column, [voice for voice in voices if voice])
    if "" not in voices:
        return named
    nobody = Condition(f"{column} IS NULL")
    return nobody if named == ALWAYS else Condition(f"({nobody.sql} OR {named.sql})", named.values)


def in_article_dates(filters: Filters) -> Condition:
    """Published within the dates; where no date of publication is known, the article's own meeting lies in them."""
    published, met = in_dates("a", filters), in_dates("m", filters)
    if published == ALWAYS:
        return ALWAYS
    told = "SELECT r.article_id FROM reports r JOIN meetings m ON m.id = r.meeting_id WHERE r.focal = 1"
    return Condition(
        f"({published.sql} OR (a.day = 0 AND a.id IN ({told} AND {met.sql})))", published.values + met.values
    )


def articles(filters: Filters, found: Condition = ALWAYS) -> Condition:
    """Of `a`: articles under all filters, and `found` by a search; copies counted as the one they repeat."""
    return all_of([articles_with_copies(filters), found, counted_once("a.id", filters.sources, found)])


def articles_with_copies(filters: Filters) -> Condition:
    """Of `a`: every article under all filters; with topics, those that tell of one being discussed in the dates."""
    if filters.topics:
        return inside("a.id", "x.article_id FROM mentions x", mentions_with_copies(filters))
    reports = "r.article_id FROM reports r JOIN meetings m ON m.id = r.meeting_id"
    told = inside("a.id", reports, at_the_table(filters))
    return all_of([from_outlets(filters), told, in_article_dates(filters), checked_articles(filters)])


def topic_at_meetings(filters: Filters) -> Condition:
    """Of `x`: mentions tied to a meeting that counts, under all filters."""
    told = inside("x.meeting_id", "m.id FROM meetings m", meetings(without_topics(filters)))
    return all_of([mentions(filters), told])


def commitments(filters: Filters) -> Condition:
    """Of `c`: sentences that promise, sign or demand, under all filters; what copies repeat is left out."""
    topics = [Condition("c.topics LIKE ?", (f'%"{topic}"%',)) for topic in filters.topics]
    named = Condition(f"({' OR '.join(t.sql for t in topics)})", tuple(v for t in topics for v in t.values))
    return all_of(
        [
            _checked("c", filters),
            inside("c.article_id", "a.id FROM articles a", articles(without_topics(filters))),
            inside("c.meeting_id", "m.id FROM meetings m", at_the_table(filters)),
            named if topics else ALWAYS,
        ]
    )


def promises(filters: Filters) -> Condition:
    """Of `c`: what a side undertook, under all filters; a demand made of another is none, nor is a signed document."""
    return all_of([Condition("c.kind NOT IN ('urges', 'signed')"), commitments(filters)])


def without_topics(filters: Filters) -> Filters:
    """The same filters for every topic: what a share of meetings is a share of."""
    return replace(filters, topics=())
