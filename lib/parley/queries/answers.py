"""The answer sheet: what was said on one topic at the last rounds of one dialogue, sentence by sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.codebook.ranks import Level
from parley.model import Filters
from parley.queries import where
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.meeting import outlet_of
from parley.queries.read import Connection, rows_of
from parley.queries.rounds import Round, rounds

SAID = f"""SELECT x.meeting_id AS meeting, x.sentence_id AS sentence_id, {FROM_ARTICLE}, a.url AS url,
    {SPAN.format("s")}, MIN(x.start_at) - s.start_at AS mark_start, MIN(x.end_at) - s.start_at AS mark_end,
    MAX(x.said_by) AS voice, MIN(x.checked) AS checked
    FROM mentions x JOIN sentences s ON s.id = x.sentence_id JOIN articles a ON a.id = x.article_id {OUTLET}
    WHERE {{}} GROUP BY x.meeting_id, x.sentence_id, s.start_at, s.end_at, a.id, a.title, a.published_on, a.url,
    a.text, a.day, o.name ORDER BY a.day, a.id, s.start_at"""
TEXTS = f"""SELECT {FROM_ARTICLE}, a.url AS url FROM articles a {OUTLET} WHERE {{}} ORDER BY a.day, a.id"""


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a sentence stands in, as it is cited; `outlet` is its title where it names none."""

    article: int
    outlet: str
    title: str
    published_on: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence on the topic: its passage `[start, end)`, and whose voice it is."""

    sentence_id: int
    sentence: str
    mark: tuple[int, int]
    voice: str | None
    source: Source
    is_checked: bool = False
    """Whether a person has looked at this finding and let it stand."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One round with what was said there; where nothing was, `full_texts` are those that are silent on the topic."""

    round: Round
    quotes: tuple[Quote, ...]
    full_texts: tuple[Source, ...]


def answers(
    db: Connection, topic: str, series: str, filters: Filters, last: int | None, level: Level | None
) -> tuple[Answered, ...]:
    """The last rounds of a dialogue under the filters, newest first, each with its sentences on a topic.

    `last` None is all rounds, `level` None any level. Topics and dialogues of the filters are not heeded.
    """
    own = replace(filters, dialogues=(series,), topics=())
    shown = newest(rounds(db, own).get(series, ()), last, level)
    said = _said(db, replace(own, topics=(topic,)), shown)
    silent = [article for one in shown if one.id not in said for article in one.full_texts]
    texts = _texts(db, silent)
    return tuple(
        Answered(one, tuple(said[one.id]), ())
        if one.id in said
        else Answered(one, (), tuple(texts[article] for article in one.full_texts))
        for one in shown
    )


def newest(held: Sequence[Round], last: int | None, level: Level | None) -> tuple[Round, ...]:
    """The last rounds at a level, the newest first, those without a date at the end."""
    alike = [one for one in held if level is None or one.level == level]
    alike.sort(key=lambda one: (one.day, one.id), reverse=True)
    return tuple(alike[:last] if last else alike)


def _said(db: Connection, filters: Filters, shown: Sequence[Round]) -> dict[int, list[Quote]]:
    """The sentences of each round, the oldest article first; what a copy repeats stands once."""
    if not shown:
        return {}
    these = where.one_of("x.meeting_id", [one.id for one in shown])
    condition = where.all_of([these, where.topic_at_meetings(filters)])
    found: dict[int, list[Quote]] = defaultdict(list)
    for row in rows_of(db, SAID.format(condition.sql), condition.values):
        mark = (max(0, int(row["mark_start"])), int(row["mark_end"]))
        quote = Quote(
            int(row["sentence_id"]), str(row["sentence"]), mark, row["voice"], _source(row), bool(row["checked"])
        )
        found[int(row["meeting"])].append(quote)
    return found


def _texts(db: Connection, articles: Sequence[int]) -> dict[int, Source]:
    condition = where.one_of("a.id", articles) if articles else where.NEVER
    rows = rows_of(db, TEXTS.format(condition.sql), condition.values)
    return {int(row["article_id"]): _source(row) for row in rows}


def _source(row: dict[str, object]) -> Source:
    published, url = row["published_on"], row["url"]
    return Source(
        article=int(str(row["article_id"])),
        outlet=outlet_of(row),
        title=str(row["article"]),
        published_on=str(published) if published else None,
        url=str(url) if url else None,
    )
