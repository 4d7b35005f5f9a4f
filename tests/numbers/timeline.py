"""The numbers of the timeline."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from parley.model import Filters
from parley.queries import accounts, evidence, timeline, units
from parley.queries import lanes as on_lanes
from parley.queries.context import context_events
from parley.queries.read import Connection
from parley.queries.rounds_ahead import rounds_ahead
from parley.ui.dialogues.said import rounds_behind
from parley.ui.evidence import Opened
from tests.numbers.kinds import Metric, Number


def standings(db: Connection, filters: Filters) -> Iterator[Number]:
    for standing, n in timeline.standing_counts(db, filters).items():
        rows = timeline.meeting_table(db, filters, (standing,), "", most=10_000)
        yield Number(standing, n, frozenset(rows["meeting_id"]), standing)
        if standing == "reported":
            yield Number("reported, as meetings", n, Opened("meetings", filters), "as meetings")


def lanes(by: on_lanes.By) -> Callable[[Connection, Filters], Iterator[Number]]:
    def numbers(db: Connection, filters: Filters) -> Iterator[Number]:
        for lane in on_lanes.lanes(db, filters, "recent", by):
            marks = on_lanes.lane_marks(db, filters, (lane,))
            yield Number(f"marks of {lane.name}", lane.meetings, frozenset(marks["meeting_id"]), "marks")
            reported = marks[marks["standing"] == "reported"]
            yield Number(f"reported of {lane.name}", lane.reported, frozenset(reported["meeting_id"]), "reported")

    return numbers


def years_without_text(db: Connection, filters: Filters) -> Iterator[Number]:
    """The bars of meetings that only spreadsheets tell of: a click lists those of the year."""
    own = replace(filters, without_text=True)
    for lane in on_lanes.lanes(db, own):
        if lane.is_apart:
            for year, n in on_lanes.years(db, own, lane).itertuples(index=False):
                of_year = replace(own, period=(year * 100, year * 100 + 99))
                rows = timeline.meeting_table(db, of_year, ("no_text",), "", most=10_000)
                yield Number(str(year), int(n), frozenset(rows[rows["dialogue"].isna()]["meeting_id"]))


def expected_rounds(db: Connection, filters: Filters) -> Iterator[Number]:
    """What the rhythm of an expected round rests on opens exactly those rounds."""
    for one_ahead in rounds_ahead(db, filters, "2026-01-01", "local"):
        if one_ahead.expected.basis == "cadence":
            opened = rounds_behind(one_ahead.expected, "")
            yield Number(f"rhythm of {one_ahead.name}", len(one_ahead.expected.units), opened)


def meetings_of_the_timeline(db: Connection, filters: Filters) -> Iterator[Number]:
    for number in units.units(db, "meetings", filters)["unit"].head(3):
        facts = timeline.meeting_facts(db, int(number))
        assert facts is not None
        told = evidence.evidence(db, "meetings", Filters(), (int(number),))
        copies = {row["article_id"] for row in accounts.reports(db, int(number)) if row["original"]}
        yield Number(
            f"articles of {number}", int(facts.row["articles"]), frozenset(told["article_id"]) - copies, "articles"
        )
        labels = dict(db.execute("SELECT label, topic FROM topics").fetchall())
        for label, n in facts.topics:
            yield Number(f"{label} at {number}", n, _sentences_at(db, int(number), labels[label]), "topics")


def _sentences_at(db: Connection, number: int, topic: str) -> frozenset[Hashable]:
    told = evidence.evidence(db, "meetings", Filters(topics=(topic,)), (number,))
    return frozenset(zip(told["article_id"], told["at"], strict=True))


def events(db: Connection, filters: Filters) -> Iterator[Number]:
    """The context events drawn beside the meetings: the list names each."""
    found = context_events(db, filters)
    yield Number("context events", len(found), frozenset(one.id for one in found))


METRICS = (
    Metric("timeline", "meetings by standing", standings, ("reported", "referred", "planned", "as meetings")),
    *(
        Metric("timeline", f"lanes and marks by {by}", lanes(by), ("marks", "reported"))
        for by in ("dialogue", "side", "kind")
    ),
    Metric("timeline", "a year's meetings without text", years_without_text),
    Metric("timeline", "rounds that give a rhythm", expected_rounds),
    Metric("timeline", "articles and topics of a meeting", meetings_of_the_timeline, ("articles", "topics")),
    Metric("timeline", "context events", events),
)
