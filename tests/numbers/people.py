"""The numbers of the list of people, and of a person."""

from collections.abc import Iterator
from dataclasses import replace

from parley.model import Filters
from parley.queries import people, timeline, topics
from parley.queries.read import Connection
from parley.ui.evidence import Opened
from parley.ui.people import listing, one
from tests.numbers.kinds import Metric, Number


def listed(db: Connection, filters: Filters) -> Iterator[Number]:
    found = people.people(db, filters)
    yield Number("present", len(found), Opened("people", filters), "people")
    for somebody in found:
        yield Number(somebody.name, len(somebody.meetings), listing.opened(somebody, filters), "meetings")


def of_one(db: Connection, filters: Filters) -> Iterator[Number]:
    """Of those most often there, and of somebody spoken of: all that their page counts."""
    found = people.people(db, filters)
    spoken = db.execute("SELECT w.person FROM participants t JOIN people w ON w.id = t.person_id WHERE t.present = 0")
    for key in (*(somebody.person for somebody in found[:2]), spoken.fetchone()[0]):
        told = people.person(db, key, filters)
        assert told is not None
        own = replace(filters, people=(key,))
        yield Number(f"meetings of {key}", len(told.meetings), Opened("meetings", own), "meetings")
        rows = timeline.meeting_table(db, own, ("reported",), "", timeline.START, one.EVERY)
        yield Number(f"rows of {key}", len(told.meetings), frozenset(rows["meeting_id"]), "rows")
        if told.spoken_of:
            said = frozenset(one.spoken_of(told)["article_id"])
            yield Number(f"speak of {key}", told.spoken_of, said, "spoken of")
        for name, n in told.spellings:
            yield Number(f"write {name}", n, frozenset(one.written_so(told, name)["article_id"]), "spellings")
        for other in (*told.met, *told.same_side):
            yield Number(f"{key} and {other.name}", len(other.meetings), one.together(told, other, own), "met")
        counts = topics.topic_counts(db, "meetings", own)
        for topic, label, n in zip(counts["topic"], counts["label"], counts["n"], strict=True):
            yield Number(f"{topic} with {key}", int(n), one.on_topic(told, topic, label, own), "topics")


METRICS = (
    Metric("people", "people and their meetings", listed, ("people", "meetings")),
    Metric("person", "all that a page counts", of_one, ("meetings", "rows", "spoken of", "spellings", "met", "topics")),
)
