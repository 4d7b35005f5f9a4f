"""What adding documents would do: truly added, looked at, and taken back before anyone else could see it."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from parley.codebook.confidence import check_below
from parley.errors import ParleyError
from parley.model import NO_SUCH_DAY, NOT_READ, Article, Coding
from parley.store.articles import add, as_dated, text_key
from parley.store.copies import Origin
from parley.store.corrected import corrected
from parley.store.corrections import Correction, of_article
from parley.store.days import gap, interval
from parley.store.sqlite import Connection, OperationalError, taken_back

Becomes = Literal["new", "adds", "copy", "none"]
Why = Literal["language", "meeting", "date", "sides", "calendar", "pages", "differs", "found", "unsure", "fault"]

NEWEST = "SELECT (SELECT coalesce(max(id), 0) FROM articles), (SELECT coalesce(max(id), 0) FROM meetings)"
TOLD = """
SELECT r.meeting_id, r.confidence AS sure, r.start_on AS told_start, r.end_on AS told_end, r.status AS told_status,
       m.start_on, m.end_on, m.status, m.kind, m.edition, m.edition_basis, m.place, m.title, s.short_name AS dialogue
FROM reports r JOIN meetings m ON m.id = r.meeting_id LEFT JOIN series s ON s.id = m.series_id
WHERE r.article_id = ? AND r.focal = ? ORDER BY r.n
"""
SIDES = "SELECT party FROM meeting_parties WHERE meeting_id = ? ORDER BY party"
BESIDE = """
SELECT r.article_id, a.title, r.start_on, r.end_on, r.status, r.focal
FROM reports r JOIN articles a ON a.id = r.article_id
WHERE r.meeting_id = ? AND r.article_id <> ? ORDER BY r.id
"""
LIKEST = """
SELECT l.other_id, a.title, CAST(l.shared AS REAL) / l.size FROM likenesses l JOIN articles a ON a.id = l.other_id
WHERE l.article_id = ? ORDER BY l.shared DESC, l.other_id LIMIT 1
"""
TITLE = "SELECT title FROM articles WHERE id = ?"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that waits, with all that adding it needs."""

    id: int
    article: Article
    coding: Coding
    origin: Origin


@dataclass(frozen=True, slots=True)
class Outcome:
    """What adding a document would do, and each reason why a person should look at it first, with a word on it.

    `meeting` is what screens name it by; `meeting_id` and `article_id` are set where the meeting or the text that this
    is a copy of is in the store already: else it is told by another waiting document, named `beside`.
    """

    held_id: int
    becomes: Becomes
    doubts: tuple[tuple[Why, str], ...] = ()
    meeting: dict[str, Any] = field(default_factory=dict)
    meeting_id: int | None = None
    more: int = 0
    """Meetings that it reports besides."""
    article_id: int | None = None
    beside: str = ""
    share: float = 0.0
    """Of a copy: how much of its text stands in the other."""
    topics: int = 0
    recalls: bool = False
    """It reports no meeting of its own: `meeting` is one that it only recalls or announces."""
    returns: bool = False
    """Left out while nothing told of that meeting; since then another text does."""


@contextmanager
def tried(db: Connection, documents: Sequence[Waiting]) -> Iterator[tuple[list[Outcome], list[int]]]:
    """These documents added in this order for as long as one looks: what each has become, and the new articles."""
    outcomes: list[Outcome] = []
    fresh: list[int] = []
    with taken_back(db):
        newest = db.execute(NEWEST).fetchone()
        for one in documents:
            outcomes.append(_try(db, one, newest, fresh))
        yield outcomes, fresh


def _try(db: Connection, one: Waiting, newest: tuple[int, int], fresh: list[int]) -> Outcome:
    topics = len({mention.topic for mention in one.coding.mentions})
    try:
        result = add(db, one.article, one.coding, one.origin)
    except OperationalError:
        raise
    except Exception as error:
        if not isinstance(error, ParleyError):
            logger.exception("could not try %s", one.article.title)
        return Outcome(one.id, "none", (("fault", str(error) or type(error).__name__),), topics=topics)
    if result.outcome == "known":
        title = db.execute(TITLE, (result.article_id,)).fetchone()[0]
        return Outcome(one.id, "copy", beside=title, share=1.0, topics=topics, **_in_store(result.article_id, newest))
    fresh.append(result.article_id)
    return _looked_at(db, one, result.article_id, newest, topics)


def _in_store(article_id: int, newest: tuple[int, int]) -> dict[str, Any]:
    return {"article_id": article_id if article_id <= newest[0] else None}


def _looked_at(db: Connection, one: Waiting, article_id: int, newest: tuple[int, int], topics: int) -> Outcome:
    """What an article that was just added has become."""
    told = _rows(db, TOLD, article_id, 1)
    settled = any(map(is_all_right, of_article(db, text_key(one.article.text))))
    doubts = () if settled else _open_doubts(db, one)
    if not settled:
        doubts += tuple(doubt for row in told for doubt in _differs(row, _beside(db, row, article_id)))
    outcome = Outcome(one.id, "none", doubts, topics=topics, recalls=not told)
    outcome = _with_meeting(db, outcome, told or _rows(db, TOLD, article_id, 0), article_id, newest)
    copy = db.execute(LIKEST, (article_id,)).fetchone()
    return outcome if copy is None else _as_copy(outcome, copy, newest)


def _with_meeting(
    db: Connection, outcome: Outcome, told: Sequence[dict[str, Any]], article_id: int, newest: tuple[int, int]
) -> Outcome:
    """The meeting by which a document is named, and whether it is new: of several, a new one first.

    A meeting is known once a text reports it. One that this text only recalls or announces is never new by it.
    """
    if not told:
        return outcome
    beside = [[other for other in _beside(db, row, article_id) if other["focal"]] for row in told]
    place = next((n for n, others in enumerate(beside) if bool(others) == outcome.recalls), 0)
    row, others = told[place], beside[place]
    row["parties"] = [side for (side,) in db.execute(SIDES, (row["meeting_id"],))]
    return replace(
        outcome,
        becomes="adds" if others else "none" if outcome.recalls else "new",
        meeting=row,
        meeting_id=row["meeting_id"] if others and row["meeting_id"] <= newest[1] else None,
        more=0 if outcome.recalls else len(told) - 1,
        beside=others[0]["title"] if others else "",
    )


def _beside(db: Connection, row: dict[str, Any], article_id: int) -> list[dict[str, Any]]:
    """What other articles tell of the same meeting."""
    return _rows(db, BESIDE, row["meeting_id"], article_id)


def _as_copy(outcome: Outcome, copy: tuple[int, str, float], newest: tuple[int, int]) -> Outcome:
    other, title, share = copy
    return replace(outcome, becomes="copy", beside=title, share=share, **_in_store(other, newest))


def _open_doubts(db: Connection, one: Waiting) -> tuple[tuple[Why, str], ...]:
    """The doubts that stand once what people decided about this text is heeded."""
    decided = of_article(db, text_key(one.article.text))
    topics = frozenset(told.anchor.which for told in decided if told.part in ("topic", "reading"))
    article = as_dated(db, one.article)
    doubts = doubts_of(article, corrected(one.coding, decided), topics)
    # What a person was not sure of is their doubt, and not ours: without it, ours are left.
    answered = tuple(replace(told, verdict="accepted") if told.verdict == "unsure" else told for told in decided)
    ours = doubts_of(article, corrected(one.coding, answered), topics)
    return doubts if doubts == ours else (*ours, ("unsure", ""))


def is_all_right(decision: Correction) -> bool:
    """Whether a person has said that all is right about a text: no doubt of ours stands against that."""
    return decision.part == "article" and decision.field == "" and decision.verdict == "accepted"


def doubts_of(article: Article, coding: Coding, judged: frozenset[str] = frozenset()) -> tuple[tuple[Why, str], ...]:
    """Why a person should look at this article before it is added; nothing where all is clear.

    On the topics `judged` a person has had a word, whichever it was: they are no doubt of ours any more.
    """
    found: list[tuple[Why, str]] = []
    focal = [meeting for meeting in coding.meetings if meeting.focal]
    if article.language == "other":
        found.append(("language", ""))
    if article.published_basis and article.published_basis.startswith(NO_SUCH_DAY):
        found.append(("calendar", article.published_basis.removeprefix(NO_SUCH_DAY)))
    found += [("pages", passage.quote) for passage in article.left_out if passage.quote.startswith(NOT_READ)]
    if any(meeting.confidence < check_below() for meeting in focal):
        found.append(("meeting", ""))
    elif any(sure < check_below() for sure in _about_the_meeting(coding, judged)):
        found.append(("found", ""))
    if any(meeting.start is None for meeting in focal) or not (focal or article.published_on):
        found.append(("date", "" if focal else "publication"))
    if any(len(meeting.parties) < 2 and not meeting.series_id for meeting in focal):
        found.append(("sides", ""))
    return tuple(found)


def _about_the_meeting(coding: Coding, judged: frozenset[str]) -> Iterator[float]:
    """How sure each person and each topic of the meetings reported is; a topic is as sure as its surest sentence."""
    reported = {n for n, meeting in enumerate(coding.meetings) if meeting.focal}
    yield from (person.confidence for n in reported for person in coding.meetings[n].participants)
    tied = {reading.topic for reading in coding.readings if reading.meeting in reported} - judged
    surest: dict[str, float] = {}
    for mention in coding.mentions:
        surest[mention.topic] = max(mention.confidence, surest.get(mention.topic, 0.0))
    yield from (sure for topic, sure in surest.items() if topic in tied)


def _differs(row: dict[str, Any], others: Sequence[dict[str, Any]]) -> tuple[tuple[Why, str], ...]:
    """Whether it gives other days for talks than every other article that tells of them as held."""
    own = interval(row["told_start"], row["told_end"])
    theirs = [
        (other["start_on"], days)
        for other in others
        if other["status"] == row["told_status"] and (days := interval(other["start_on"], other["end_on"]))
    ]
    if not own or not theirs or any(gap(own, days) == 0 for _, days in theirs):
        return ()
    return (("differs", str(theirs[0][0])),)


def _rows(db: Connection, sql: str, *values: int) -> list[dict[str, Any]]:
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
