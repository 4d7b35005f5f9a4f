"""The numbers of the system screen: of the whole desk, but for promises that may have been kept."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from parley.model import Filters
from parley.queries import commitments, doubtful, log, sheets, unread, waiting
from parley.queries.commitments import Choice
from parley.queries.read import Connection
from tests.numbers.kinds import Metric, Number

EVERY = 100_000
PLACES = ("findings", "documents", "unread", "spreadsheets")


def what_waits(db: Connection, _: Filters) -> Iterator[Number]:
    """The numbers of System that lead into the Inbox, with all pages of what each part of it lists."""
    pages = count(0)
    checked = [one for page in iter(lambda: doubtful.doubtful(db, next(pages)), []) for one in page]
    findings = frozenset((one.article_id, one.kind, one.name, one.sentence) for one in checked)
    yield Number("findings to check first", sum(doubtful.doubtful_counts(db).values()), findings, "findings")
    held = [row.id for row in waiting.waiting_rows(db, most=EVERY)]
    yield Number("documents that wait", sum(waiting.waiting_counts(db).values()), frozenset(held), "documents")
    yield Number("could not be read", unread.how_many_failed(db), frozenset(unread.failed(db, most=EVERY)), "unread")
    asked = sheets.questions(db, EVERY)
    yield Number("spreadsheets", sheets.how_many_questions(db), frozenset(one.job for one in asked), "spreadsheets")


def proposed_as_kept(db: Connection, filters: Filters) -> Iterator[Number]:
    """What the link to the promises screen lists, each with a sentence that may tell that it was kept."""
    found = commitments.board(db, filters)
    for family in ("promise", "demand"):
        n = len(commitments.narrowed(found, Choice(family, proposed=True), None, date(2024, 1, 1)))
        listed = (one.id for one in found.found if one.family == family and found.perhaps.get(one.id))
        yield Number(f"{family} that may have been kept", n, frozenset(listed))


def lines_of_the_log(db: Connection, _: Filters) -> Iterator[Number]:
    for actor, n in log.actors(db).items():
        lines = log.entries(db, log.Wanted(actors=(actor,)), most=EVERY)
        yield Number(f"lines by {actor}", n, frozenset(one.id for one in lines if one.actor == actor), "actor")
    for action, n in log.actions(db).items():
        lines = log.entries(db, log.Wanted(actions=(action,)), most=EVERY)
        yield Number(f"lines of {action}", n, frozenset(one.id for one in lines), "action")


METRICS = (
    Metric("system", "what waits", what_waits, PLACES, is_filtered=False),
    Metric("system", "promises that may have been kept", proposed_as_kept),
    Metric("system", "lines of the log", lines_of_the_log, ("actor", "action"), is_filtered=False),
)
