"""Topics by rounds: what was raised at each round, and how that stands to the round before at the same level.

A verdict is given only where the texts bear it, and Parley is sure enough of both strengths. Silence says
something only where a full official text of that round is held; "softer" only there, too; "firmer" not where the
earlier round is known from the press alone and this one in full.
Careful readers agree on a strength to within one step (CODEBOOK.md), so a difference of one step is no verdict.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parley.model import Filters
from parley.queries import where
from parley.queries.read import Connection
from parley.queries.rounds import Round
from parley.store.days import interval

State = Literal["raised", "new", "back", "again", "same", "firmer", "softer", "silent", "unheard"]

TOLD = """SELECT x.meeting_id, k.topic, k.label, k.topic_group, k.generic, x.article_id, MAX(x.strength),
    MIN(x.strength_confidence), COUNT(DISTINCT x.sentence_id), MAX(x.by_party)
    FROM mentions x JOIN topics k ON k.id = x.topic_id WHERE {}
    GROUP BY x.meeting_id, k.id, k.topic, k.label, k.topic_group, k.generic, x.article_id
    ORDER BY x.meeting_id, x.article_id"""
SURE = 0.7
"""A strength less sure than this bears no verdict: of those "intended" and "done" one in three or more is another."""
STEPS = 2
"""How many steps of strength make a difference that a reader would not dispute."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as rows of the matrix are named and ordered."""

    id: str
    label: str
    group: str
    is_generic: bool


@dataclass(frozen=True, slots=True)
class Raised:
    """A topic at a round: sentences, the firmest wording (rank 0 to 5), whose voices, and whether the texts agree."""

    sentences: int
    strength: int
    voices: tuple[str, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic at a round against the round before (None: there is none to compare with).

    `last` is the latest earlier round at that level where it was raised.
    """

    topic: Topic
    round: Round
    state: State
    raised: Raised | None
    before: Round | None
    last: Round | None


def raised_at(db: Connection, filters: Filters) -> dict[tuple[int, Topic], Raised]:
    """What was raised at which meeting under the filters, by meeting and topic."""
    condition = where.topic_at_meetings(filters)
    told: dict[tuple[int, Topic], list[tuple[int, float, int, str | None]]] = defaultdict(list)
    for row in db.execute(TOLD.format(condition.sql), condition.values):
        topic = Topic(row[1], row[2], row[3], bool(row[4]))
        told[int(row[0]), topic].append((int(row[6]), float(row[7]), int(row[8]), row[9]))
    return {key: _together(by_article) for key, by_article in told.items()}


def _together(told: Sequence[tuple[int, float, int, str | None]]) -> Raised:
    """The readings of several articles as one; not sure where a strength is doubtful or they lie far apart."""
    strengths = [strength for strength, *_ in told]
    firmest = max(strengths)
    return Raised(
        sentences=sum(sentences for _, _, sentences, _ in told),
        strength=firmest,
        voices=tuple(dict.fromkeys(voice for strength, _, _, voice in told if voice and strength == firmest)),
        is_sure=min(sure for _, sure, *_ in told) >= SURE and firmest - min(strengths) < STEPS,
    )


def cells(held: Sequence[Round], found: Mapping[tuple[int, Topic], Raised]) -> tuple[Cell, ...]:
    """Every cell of the matrix that says something; `held` are all rounds of one dialogue, oldest first.

    A round of which nothing is held on any topic is none to compare with: all that follows would seem new.
    """
    topics = sorted({topic for _, topic in found}, key=lambda topic: topic.label)
    told = {meeting for meeting, _ in found}
    listed = []
    for one in held:
        past = earlier(one, held)
        before = past[0] if past and past[0].id in told else None
        listed += [_cell(topic, one, before, past, found) for topic in topics]
    return tuple(cell for cell in listed if cell is not None)


def between(
    one: Round, other: Round, held: Sequence[Round], found: Mapping[tuple[int, Topic], Raised]
) -> tuple[Cell, ...]:
    """The cells of one round against any other that the reader chooses, whatever stands between them."""
    topics = sorted({topic for _, topic in found}, key=lambda topic: topic.label)
    told = {meeting for meeting, _ in found}
    before = other if other.id in told else None
    past = earlier(one, held)
    cells = (_cell(topic, one, before, past, found) for topic in topics)
    return tuple(cell for cell in cells if cell is not None)


def earlier(one: Round, held: Sequence[Round]) -> tuple[Round, ...]:
    """The rounds at the same level that were surely held before this one, the latest first."""
    days = interval(one.start_on)
    if days is None:
        return ()
    spans = [(span, other) for other in held if other.level == one.level and (span := interval(other.start_on))]
    return tuple(other for span, other in reversed(spans) if other.id != one.id and span[1] < days[0])


def _cell(
    topic: Topic,
    one: Round,
    before: Round | None,
    past: Sequence[Round],
    found: Mapping[tuple[int, Topic], Raised],
) -> Cell | None:
    now = found.get((one.id, topic))
    then = found.get((before.id, topic)) if before else None
    if now is None and then is None:
        return None
    last = next((other for other in past if (other.id, topic) in found), None)
    state = _state(now, then, one, before)
    return Cell(topic, one, "back" if state == "new" and last else state, now, before, last)


def _state(now: Raised | None, then: Raised | None, one: Round, before: Round | None) -> State:
    if now is None:
        return "silent" if one.full_texts else "unheard"
    if before is None:
        return "raised"
    return "new" if then is None else _step(now, then, one, before)


def _step(now: Raised, then: Raised, one: Round, before: Round) -> State:
    """Firmer, softer or the same where the texts bear a verdict; else raised again."""
    if not (now.is_sure and then.is_sure):
        return "again"
    step = now.strength - then.strength
    if step == 0:
        return "same"
    if step >= STEPS and (before.full_texts or not one.full_texts):
        return "firmer"
    return "softer" if step <= -STEPS and one.full_texts else "again"


def of_dialogue(series: str, filters: Filters) -> Filters:
    """The filters that decide what is read of a dialogue: which outlets, in which language, on which topics.

    Dates, sides and last rounds decide what is shown, not with which round a round is compared.
    """
    return replace(Filters(), dialogues=(series,), sources=filters.sources, languages=filters.languages)
