"""Sentences of later articles that may tell that a promise was kept: proposed, never decided."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.codebook.alike import content_of, likeness
from parley.model import STRENGTHS, Language
from parley.queries import where
from parley.queries.folding import TOGETHER, Promise
from parley.queries.read import Connection, rows_of
from parley.queries.units import sides_of

FROM = """a.id AS article, a.key AS article_key, a.title AS title, a.published_on AS published_on, o.name AS source,
    a.language AS language, a.day AS told"""
SAID = f"""SELECT {FROM}, s.start_at AS start, SUBSTR(a.text, s.start_at + 1, s.end_at - s.start_at) AS sentence,
    x.meeting_id AS meeting, x.day AS day, k.topic AS topic
    FROM mentions x JOIN sentences s ON s.id = x.sentence_id JOIN topics k ON k.id = x.topic_id
    JOIN articles a ON a.id = x.article_id LEFT JOIN sources o ON o.id = a.source_id"""
LATER = (
    f"""{SAID} WHERE x.discussed = 1 AND x.meeting_id IS NOT NULL AND x.day > ? AND {{}} ORDER BY x.day, s.start_at"""
)
DONE = f"""{SAID} WHERE x.strength = ? AND x.discussed = 1 AND x.meeting_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM commitments c WHERE c.article_id = a.id AND c.start_at = s.start_at AND c.kind <> 'signed')
    AND a.id NOT IN (SELECT y.article_id FROM copy_groups y WHERE y.n > 0) ORDER BY x.day, s.start_at"""
SIGNED = f"""SELECT {FROM}, c.start_at AS start, SUBSTR(a.text, c.start_at + 1, c.end_at - c.start_at) AS sentence,
    c.meeting_id AS meeting, m.day AS day, c.topics AS topics
    FROM commitments c JOIN articles a ON a.id = c.article_id LEFT JOIN sources o ON o.id = a.source_id
    JOIN meetings m ON m.id = c.meeting_id
    WHERE c.kind = 'signed' AND a.id NOT IN (SELECT y.article_id FROM copy_groups y WHERE y.n > 0)
    ORDER BY m.day, c.start_at"""

ALIKE, FEWEST_SHARED, MOST, MOST_TO_CHOOSE = 0.4, 3, 3, 12


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A sentence that tells of something done or signed, with the meeting of its article and its day (yyyymmdd)."""

    article: int
    article_key: str
    title: str
    published_on: str | None
    source: str | None
    language: Language
    start: int
    sentence: str
    meeting: int
    day: int
    topics: tuple[str, ...]


def proposals(
    db: Connection, made: Iterable[Promise], sides: Mapping[int, tuple[str, ...]]
) -> dict[int, tuple[Fulfilment, ...]]:
    """For each open promise the sentences that may tell that it was kept, the likest first; by the promise's number.

    They stand in later articles on meetings of the same sides, are of the same topic, tell of something done or signed,
    and share words with it. What a person has refused is not proposed again.
    """
    wanted = [one for one in made if one.is_open and one.names and one.first.meeting and one.first.met]
    told = done(db) if wanted else ()
    by_topic: dict[str, list[Fulfilment]] = defaultdict(list)
    for one in told:
        for topic in one.topics:
            by_topic[topic].append(one)
    there = sides_of(db, tuple({one.meeting for one in told}))
    found = {promise.id: _of(promise, by_topic, sides, there) for promise in wanted}
    return {number: proposed for number, proposed in found.items() if proposed}


def done(db: Connection) -> tuple[Fulfilment, ...]:
    """Every sentence that tells of something done or signed at a meeting, once each, copies left out."""
    return _once(rows_of(db, DONE, (STRENGTHS.index("done"),)) + rows_of(db, SIGNED))


def said_later(db: Connection, promise: Promise) -> tuple[Fulfilment, ...]:
    """What later articles on meetings of the same sides say on its topics, the likest first: a person may choose one.

    None for a promise without a dated meeting.
    """
    meeting = promise.first.meeting
    if meeting is None or not promise.first.met:
        return ()
    topics = where.one_of("k.topic", promise.topics)
    told = _once(rows_of(db, LATER.format(topics.sql), (promise.first.met, *topics.values)))
    there = sides_of(db, tuple({meeting, *(one.meeting for one in told)}))
    own = set(there.get(meeting, ()))
    same = [one for one in told if _same_sides(promise, own, there.get(one.meeting, ()))]
    return tuple(sorted(same, key=lambda one: (-_alike(promise, one), one.day))[:MOST_TO_CHOOSE])


def _once(rows: Iterable[dict[str, Any]]) -> tuple[Fulfilment, ...]:
    """Each sentence once, with all its topics."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for row in rows:
        topics = json.loads(row.pop("topics")) if "topics" in row else [row.pop("topic")]
        known = found.setdefault((int(row["article"]), int(row["start"])), row | {"topics": ()})
        known["topics"] = tuple(dict.fromkeys([*known["topics"], *topics]))
    return tuple(_fulfilment(row) for row in found.values())


def _fulfilment(row: dict[str, Any]) -> Fulfilment:
    row.pop("told")
    return Fulfilment(**row | {name: int(row[name]) for name in ("article", "start", "meeting", "day")})


def _of(
    promise: Promise,
    by_topic: Mapping[str, Sequence[Fulfilment]],
    sides: Mapping[int, tuple[str, ...]],
    there: Mapping[int, tuple[str, ...]],
) -> tuple[Fulfilment, ...]:
    refused = {(c.by_key, c.by_start) for c in promise.changes if c.state == "refused" and not c.undone_at}
    own = set(sides.get(promise.first.meeting or 0, ()))
    likest: dict[tuple[str, int], tuple[float, Fulfilment]] = {}
    for topic in promise.topics:
        for one in by_topic.get(topic, ()):
            place = (one.article_key, one.start)
            if one.day <= promise.first.met or place in refused or place in likest:
                continue
            if one.language == promise.first.language and _same_sides(promise, own, there.get(one.meeting, ())):
                share = _alike(promise, one)
                if share >= ALIKE:
                    likest[place] = (share, one)
    best = sorted(likest.values(), key=lambda found: (-found[0], found[1].day))
    return tuple(one for _, one in best[:MOST])


def _same_sides(promise: Promise, own: set[str], others: Sequence[str]) -> bool:
    """Whether a side that undertook it sat there too, with another of its first meeting."""
    both = own & set(others)
    return len(both) > 1 and (promise.actor in TOGETHER or promise.actor in both)


def _alike(promise: Promise, one: Fulfilment) -> float:
    content = content_of(one.sentence, one.language)
    return max(
        (
            likeness(content, mine)
            for said in promise.said
            if len(content & (mine := content_of(said.sentence, said.language))) >= FEWEST_SHARED
        ),
        default=0.0,
    )
