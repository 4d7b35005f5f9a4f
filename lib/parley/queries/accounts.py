"""Who says what of one meeting: each article's word on date, place, round, sides, people and topics, compared.

Pure but for `reports`. An article is silent on what it does not tell: silence is never a disagreement.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from parley.codebook.renamed import is_same_city
from parley.model import Language
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.meeting import outlet_of
from parley.queries.offices import office_note
from parley.queries.read import Connection, frame, records
from parley.store.days import interval, is_day

Note = Literal[
    "differs", "less exact", "part of the days", "spelled differently", "leaves out", "announced before",
    "no date in its text", "agrees",
]  # fmt: skip
FIRST: tuple[Note, ...] = ("differs", "less exact", "part of the days", "leaves out", "spelled differently")
"""How articles can part, the gravest first."""
APART: tuple[Note, ...] = ("announced before", "no date in its text")
"""What is told beside the others, and not compared with them."""

REPORTS = f"""SELECT r.focal AS focal, r.status AS status, r.kind AS kind, m.status AS became, r.series AS series,
    r.series_key AS series_key, r.edition AS edition, r.edition_basis AS edition_basis, r.start_on AS start_on,
    r.end_on AS end_on, r.place AS place, r.country AS country, r.parties AS parties, a.language AS language,
    {FROM_ARTICLE}, {SPAN.format("r")}, {SPAN.format("d")[: -len(" AS sentence")]} AS date_sentence,
    r.date_start_at - d.start_at AS mark_start, r.date_end_at - d.start_at AS mark_end,
    CASE WHEN y.n > 0 THEN y.original_id END AS original
    FROM reports r JOIN meetings m ON m.id = r.meeting_id JOIN articles a ON a.id = r.article_id {OUTLET}
    LEFT JOIN copy_groups y ON y.article_id = r.article_id
    LEFT JOIN sentences d ON d.article_id = a.id AND d.start_at <= r.date_start_at AND r.date_start_at < d.end_at
    WHERE r.meeting_id = ? ORDER BY r.focal DESC, a.day, a.id, r.n"""


@dataclass(frozen=True, slots=True)
class Person:
    """How one article names a person: the form of the name, the office, the side, whether at the table."""

    name: str
    office: str | None
    party: str | None
    is_present: bool


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics that one article tells of, and those that it leaves out and others tell."""

    told: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's word on one field, with its sentence; `value` is None where it says nothing."""

    outlet: str
    published_on: str | None
    language: Language
    value: Any = None
    sentence: str = ""
    mark: tuple[int, int] = (0, 0)
    note: Note = "agrees"


@dataclass(frozen=True, slots=True)
class Field:
    """One field with every article's word on it; `verdict` is the gravest note, or "told by some"."""

    kind: str
    name: str
    verdict: Note | Literal["told by some"]
    tellings: tuple[Telling, ...]

    @property
    def silent(self) -> tuple[Telling, ...]:
        """The articles that say nothing of it."""
        return tuple(telling for telling in self.tellings if telling.value is None)


Compare = Callable[[Telling, Telling], Note]


def reports(db: Connection, meeting: int) -> list[dict[str, Any]]:
    """What each article says of the meeting, those that report it first; one row an article.

    `original` is the article that a copy repeats, where that one tells of the meeting too.
    """
    told = records(frame(db, REPORTS, (meeting,)).drop_duplicates("article_id"))
    here = {row["article_id"] for row in told}
    return [row | {"original": int(row["original"]) if row["original"] in here else None} for row in told]


def originals(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles of `reports` that repeat no other: what a copy says is said once."""
    return [row for row in told if row["original"] is None]


def fields(told: Sequence[dict[str, Any]], people: pd.DataFrame, topics: pd.DataFrame) -> tuple[Field, ...]:
    """Every field that some article tells, the gravest differences first; those that agree come last."""
    found = [*plain_fields(told), *_people(told, people), _topics(told, topics)]
    order = (*FIRST, "told by some", "agrees")
    return tuple(sorted((f for f in found if f is not None), key=lambda field: order.index(field.verdict)))


def plain_fields(told: Sequence[dict[str, Any]]) -> tuple[Field, ...]:
    """Date, place, dialogue, round and sides, as far as some article tells them."""
    found = (
        compared("date", "Date", [_date(row) for row in told], dates_note),
        compared("place", "Place", [_place(row) for row in told], places_note),
        compared("dialogue", "Dialogue", [_dialogue(row) for row in told], dialogue_note),
        compared("round", "Round", [_round(row) for row in told], rounds_note),
        compared("sides", "Sides", [_sides(row) for row in told], sides_note),
    )
    return tuple(field for field in found if field is not None)


def compared(kind: str, name: str, tellings: Sequence[Telling], note_of: Compare) -> Field | None:
    """Each word against all others; None where nobody says anything. Announcements and bare dates stand apart."""
    told = [t for t in tellings if t.value is not None and t.note == "agrees"]
    noted = [
        replace(t, note=gravest(note_of(t, other) for other in told if other is not t)) if t in told else t
        for t in tellings
    ]
    if all(t.value is None for t in tellings):
        return None
    worst = gravest(t.note for t in noted)
    partly = any(t.value is None or t.note in APART for t in noted)
    return Field(kind, name, "told by some" if worst == "agrees" and partly else worst, tuple(noted))


def gravest(notes: Iterable[Note]) -> Note:
    """The gravest of the notes; "agrees" where none is a difference."""
    found = set(notes)
    return next((note for note in FIRST if note in found), "agrees")


def dates_note(a: Telling, b: Telling) -> Note:
    """How the dates of `a` stand to those of `b`: a month that takes in the day is less exact, and no disagreement."""
    mine, other = interval(*a.value), interval(*b.value)
    if mine == other or mine is None or other is None:
        return "agrees"
    if mine[0] <= other[0] and other[1] <= mine[1]:
        return "agrees" if is_day(a.value[0]) else "less exact"
    if other[0] <= mine[0] and mine[1] <= other[1]:
        return "part of the days" if is_day(b.value[0]) else "agrees"
    return "differs"


def places_note(a: Telling, b: Telling) -> Note:
    """A country alone takes in its city; two cities, or two countries, differ. A renamed city is one city."""
    (city, country), (other_city, other_country) = a.value, b.value
    if city and other_city:
        return "agrees" if is_same_city(city, other_city) else "differs"
    if country and other_country and country != other_country:
        return "differs"
    return "less exact" if other_city and not city else "agrees"


def dialogue_note(a: Telling, b: Telling) -> Note:
    """The registry's key decides; the name may be written in several ways."""
    if a.value[0] != b.value[0]:
        return "differs"
    return "agrees" if a.value[1] == b.value[1] else "spelled differently"


def rounds_note(a: Telling, b: Telling) -> Note:
    """Two numbers differ, whether stated or inferred."""
    return "agrees" if a.value[0] == b.value[0] else "differs"


def sides_note(a: Telling, b: Telling) -> Note:
    """Fewer sides are left out; other sides differ."""
    mine, other = set(a.value), set(b.value)
    if mine >= other:
        return "agrees"
    return "leaves out" if mine < other else "differs"


def person_note(a: Telling, b: Telling) -> Note:
    """Side and office are compared, the office within one language; the name is one person's, however written."""
    if a.value.party and b.value.party and a.value.party != b.value.party:
        return "differs"
    office: Note = "agrees"
    if a.language == b.language and a.value.office and b.value.office:
        office = office_note(a.value.office, b.value.office, a.value.party or b.value.party, a.language)
    spelled: Note = "agrees" if a.value.name.casefold() == b.value.name.casefold() else "spelled differently"
    return gravest((office, spelled))


def topics_note(a: Telling, b: Telling) -> Note:
    """A topic that another article tells, and this one does not."""
    return "leaves out" if set(b.value.told) - set(a.value.told) else "agrees"


def _telling(row: dict[str, Any], value: Any, *, mark: tuple[int, int] = (0, 0), sentence: str = "") -> Telling:
    """What an announcement said of a meeting that was then held is no disagreement with those who saw it."""
    note: Note = "agrees" if row["status"] == row["became"] or value is None else "announced before"
    said = sentence or row["sentence"]
    return Telling(outlet_of(row), row["published_on"], row["language"], value, said if value else "", mark, note)


def _mark(sentence: str, words: str) -> tuple[int, int]:
    """Where the words stand in the sentence; nowhere where it has them in another form."""
    at = sentence.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else (0, 0)


def _date(row: dict[str, Any]) -> Telling:
    if not row["start_on"]:
        return _telling(row, None)
    if not row["date_sentence"]:  # the day of publication stands in for a date that the text does not give
        return replace(_telling(row, (row["start_on"], row["end_on"])), note="no date in its text")
    mark = (int(row["mark_start"]), int(row["mark_end"]))
    return _telling(row, (row["start_on"], row["end_on"]), mark=mark, sentence=row["date_sentence"])


def _place(row: dict[str, Any]) -> Telling:
    city, country = row["place"], row["country"]
    value = (city, country) if city or country else None
    return _telling(row, value, mark=_mark(row["sentence"], city or ""))


def _dialogue(row: dict[str, Any]) -> Telling:
    return _telling(row, (row["series_key"], row["series"]) if row["series_key"] else None)


def _round(row: dict[str, Any]) -> Telling:
    return _telling(row, (int(row["edition"]), row["edition_basis"]) if row["edition"] else None)


def _sides(row: dict[str, Any]) -> Telling:
    return _telling(row, tuple(json.loads(row["parties"])) or None)


def _people(told: Sequence[dict[str, Any]], named: pd.DataFrame) -> Iterable[Field | None]:
    """A field for each person; only articles that report the meeting can leave one out."""
    for _, rows in named.groupby("person_id", sort=False):
        by_article = {row["article_id"]: row for row in reversed(records(rows))}
        tellings = [_person(row, by_article.get(row["article_id"])) for row in told]
        spoken = [t for t, row in zip(tellings, told, strict=True) if t.value is not None or row["focal"]]
        yield compared("person", str(rows["name"].iloc[0]), spoken, person_note)


def _person(row: dict[str, Any], naming: dict[str, Any] | None) -> Telling:
    if naming is None:
        return _telling(row, None)
    value = Person(naming["written"], naming["office"], naming["party"], bool(naming["present"]))
    return _telling(row, value, mark=_mark(naming["sentence"], value.name), sentence=naming["sentence"])


def _topics(told: Sequence[dict[str, Any]], passages: pd.DataFrame) -> Field | None:
    """The topics of each article that reports the meeting; those that others tell and it does not are left out."""
    labels = list(dict.fromkeys(passages["label"]))
    tellings = []
    for row in (row for row in told if row["focal"]):
        own = set(passages[passages["article_id"] == row["article_id"]]["label"])
        value = Topics(tuple(x for x in labels if x in own), tuple(x for x in labels if x not in own))
        tellings.append(replace(_telling(row, value if labels else None), sentence=""))
    return compared("topics", "Topics", tellings, topics_note)
