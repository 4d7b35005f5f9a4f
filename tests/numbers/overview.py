"""The numbers of the overview, and those that stand on every screen."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from parley.model import Filters
from parley.queries import facets, news, overview, sheets, topics, units
from parley.queries.promises import known
from parley.queries.read import Connection
from parley.queries.timeline import meeting_table
from parley.store.days import interval
from parley.ui.evidence import Opened
from parley.ui.overview import lately, quarters
from parley.ui.overview import news as five_lines
from parley.ui.overview import numbers as cards
from parley.ui.overview.window import window
from tests.numbers.kinds import Metric, Number

BRIEFED = "2020-01-01T00:00:00.000+00:00"
"""Between the days on which the fixture says that its first and its last articles came."""


def headlines(db: Connection, filters: Filters) -> Iterator[Number]:
    for unit, _, _ in cards.CARDS:
        yield Number(unit, units.how_many(db, unit, filters), cards.opened(unit, filters), unit)


def bar_of_filters(db: Connection, filters: Filters) -> Iterator[Number]:
    yield Number("meetings found", facets.meetings_found(db, filters), Opened("meetings", filters))


def rows_of_spreadsheets(db: Connection, filters: Filters) -> Iterator[Number]:
    """What the switch "Also … meetings without text" would add, under no filter; and what it lists under these."""
    rows = meeting_table(db, Filters(without_text=True), ("no_text",), "", most=10_000)
    yield Number("offered", facets.facets(db).without_text, frozenset(rows["meeting_id"]), "offered")
    own = replace(filters, without_text=True)
    rows = meeting_table(db, own, ("no_text",), "", most=10_000)
    yield Number("of these filters", sheets.how_many_without_text(db, own), frozenset(rows["meeting_id"]), "listed")


def lately_bars(db: Connection, filters: Filters) -> Iterator[Number]:
    edges = overview.first_and_last_day(db, filters)
    found = window(filters, overview.newest_month(db, filters), *edges)
    now = topics.topic_counts(db, "meetings", found.now if found else filters)
    for mark, base in (("", found.now), ("|before", found.before)) if found else (("", filters),):
        counts = topics.topic_counts(db, "meetings", base).set_index("topic")["n"]
        for topic in now["topic"]:
            opened = lately.opened(f"{topic}{mark}", filters, found, now)
            assert opened is not None
            yield Number(f"{topic}{mark}", int(counts.get(topic, 0)), opened)


def quarter_bars(db: Connection, filters: Filters) -> Iterator[Number]:
    counts = quarters.gathered(overview.meetings_by_quarter(db, filters))
    for (period, label), n in counts.groupby(["period", "label"])["n"].sum().items():
        opened = quarters.opened(f"{period}|{label}", counts, filters)
        assert opened is not None
        yield Number(f"{period} {label}", int(n), opened)


def five(db: Connection, filters: Filters) -> Iterator[Number]:
    """Since ever and since a day, on the days before each deadline: the numbers of each line, as they stand there."""
    every = known(db)
    due = {days[1] for one in every.promises if one.is_open and (days := interval(one.due_on))}
    for since, today in (("", date(2026, 1, 1)), *((BRIEFED, day - timedelta(days=9)) for day in sorted(due)[:2])):
        found = news.changes(db, filters, since, today.isoformat(), "local", every=every)
        for line in five_lines.lines(found, filters, since):
            for words, opened in line.numbers:
                told = re.search(r"[\d,]+$" if line.name == "Topics" else r"^[\d,]+", words)
                assert told is not None, words
                kind = f"{line.name}: {opened.about}" if line.name != "Topics" else line.name
                yield Number(words, int(told[0].replace(",", "")), opened, kind)


METRICS = (
    Metric("every screen", "the filter bar's meetings", bar_of_filters),
    Metric("every screen", "meetings without text", rows_of_spreadsheets, ("offered", "listed")),
    Metric("overview", "headline numbers", headlines, tuple(unit for unit, _, _ in cards.CARDS)),
    Metric("overview", "topics of late", lately_bars),
    Metric("overview", "meetings a quarter", quarter_bars),
    Metric(
        "overview",
        "five lines",
        five,
        (
            *("Meetings: new", "Meetings: told further", "Topics", "Promises: new", "Promises: due within 90 days"),
            "Outlets differ: on which outlets differ",
        ),
    ),
)
