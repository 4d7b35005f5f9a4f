"""What is new on the desk since a day: meetings, topics, promises, disagreements, and the rounds to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.model import Filters
from parley.queries import accounts, where
from parley.queries.dialogues import Dialogue, dialogues
from parley.queries.folding import Promise, sentences_left, under
from parley.queries.promises import Known, known
from parley.queries.read import Connection, frame
from parley.queries.where import Condition
from parley.store.days import interval

AHEAD = timedelta(days=90)
"""How far the rounds to come and the deadlines are looked for."""
MOST_COMPARED = 200
"""Meetings whose accounts are compared; more would take a reader longer than the page."""

FRESH = "SELECT f.meeting_id FROM reports f JOIN articles n ON n.id = f.article_id WHERE n.added_at > ?"
OLDER = "SELECT g.meeting_id FROM reports g JOIN articles n ON n.id = g.article_id WHERE n.added_at <= ?"
MEETINGS = "SELECT m.id FROM meetings m WHERE {} ORDER BY m.day DESC, m.id DESC"
TOPICS = """SELECT k.topic AS topic, k.label AS label, COUNT(DISTINCT x.meeting_id) AS n
    FROM mentions x JOIN topics k ON k.id = x.topic_id
    WHERE k.generic = 0 AND {} GROUP BY k.id, k.topic, k.label ORDER BY 3 DESC, 2"""
ADDED = "SELECT c.id FROM commitments c JOIN articles a ON a.id = c.article_id WHERE a.added_at > ?"
TOLD_BY_SEVERAL = """SELECT m.id FROM meetings m WHERE {} AND
    (SELECT COUNT(DISTINCT r.article_id) FROM reports r WHERE r.meeting_id = m.id) > 1 ORDER BY m.day DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A meeting on which outlets differ, and the fields on which they do."""

    meeting: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since an instant (all of it where there is none), as keys of the units that screens open.

    `told_further` are meetings known before of which an article was added; `topics` are those of the new meetings with
    the number of meetings, most frequent first, generic ones left out; `due` are open promises with a deadline in the
    coming ninety days.
    """

    meetings: tuple[int, ...]
    told_further: tuple[int, ...]
    topics: tuple[tuple[str, str, int], ...]
    promises: tuple[int, ...]
    due: tuple[int, ...]
    differing: tuple[Disagreement, ...]
    ahead: tuple[Dialogue, ...]


def changes(
    db: Connection, filters: Filters, since: str, today: str, actor: str, *, every: Known | None = None
) -> Changes:
    """What is new since an instant (ISO, UTC; "" for ever) under the filters, seen on a day (ISO)."""
    every = every or known(db)
    fresh, older = Condition(f"m.id IN ({FRESH})", (since,)), Condition(f"m.id IN ({OLDER})", (since,))
    unseen = Condition(f"m.id NOT IN ({OLDER})", (since,))
    new = _meetings(db, filters, [fresh, unseen])
    further = _meetings(db, filters, [fresh, older])
    made = under(every.promises, sentences_left(db, where.promises(filters)))
    return Changes(
        meetings=new,
        told_further=further,
        topics=_topics(db, filters, fresh, unseen),
        promises=_new_promises(db, made, since),
        due=_due(made, date.fromisoformat(today)),
        differing=_differing(db, filters, fresh),
        ahead=_ahead(dialogues(db, filters, actor, every=every), date.fromisoformat(today)),
    )


def _meetings(db: Connection, filters: Filters, conditions: Sequence[Condition]) -> tuple[int, ...]:
    condition = where.all_of([where.meetings(filters), *conditions])
    return tuple(row[0] for row in db.execute(MEETINGS.format(condition.sql), condition.values).fetchall())


def _topics(db: Connection, filters: Filters, *conditions: Condition) -> tuple[tuple[str, str, int], ...]:
    new = where.all_of(conditions)
    tied = where.inside("x.meeting_id", "m.id FROM meetings m", new)
    condition = where.all_of([where.topic_at_meetings(filters), tied])
    rows = frame(db, TOPICS.format(condition.sql), condition.values)
    return tuple((topic, label, int(n)) for topic, label, n in rows.itertuples(index=False))


def _new_promises(db: Connection, made: Sequence[Promise], since: str) -> tuple[int, ...]:
    """The promises of which no article told before, newest first."""
    added = {row[0] for row in db.execute(ADDED, (since,))}
    new = [promise for promise in made if all(one.id in added for one in promise.said)]
    return tuple(promise.id for promise in sorted(new, key=lambda one: (-one.first.told, one.id)))


def _due(made: Sequence[Promise], today: date) -> tuple[int, ...]:
    """Open promises whose deadline lies within the coming ninety days: of a month or a year, its last day counts."""
    last = {promise.id: days[1] for promise in made if promise.is_open and (days := interval(promise.due_on))}
    return tuple(number for number, day in last.items() if today <= day <= today + AHEAD)


def _differing(db: Connection, filters: Filters, fresh: Condition) -> tuple[Disagreement, ...]:
    """The meetings told anew on whose date, place, round, dialogue or sides the articles contradict each other."""
    condition = where.all_of([where.meetings(filters), fresh])
    rows = db.execute(TOLD_BY_SEVERAL.format(condition.sql), (*condition.values, MOST_COMPARED)).fetchall()
    found = [Disagreement(row[0], _fields_that_differ(db, row[0])) for row in rows]
    return tuple(one for one in found if one.fields)


def _fields_that_differ(db: Connection, meeting: int) -> tuple[str, ...]:
    told = accounts.originals(accounts.reports(db, meeting))
    return tuple(field.name for field in accounts.plain_fields(told) if field.verdict == "differs")


def _ahead(found: Sequence[Dialogue], today: date) -> tuple[Dialogue, ...]:
    """The dialogues whose next round is announced, promised or expected within ninety days, the nearest first."""
    spans = {one.series: interval(one.expected.on) for one in found if one.expected}
    near = [one for one in found if (days := spans.get(one.series)) and days[1] >= today and days[0] <= today + AHEAD]
    return tuple(sorted(near, key=lambda one: spans[one.series] or (today, today)))
