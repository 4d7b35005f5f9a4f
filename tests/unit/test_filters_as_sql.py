"""What each filter means, on a database of invented meetings; and that each number is what it opens."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Filters
from parley.queries import evidence, facets, overview, topics, units
from parley.queries.read import Connection
from parley.queries.where import ONE_OFF
from parley.store import reader, writer
from parley.ui.overview import quarters
from parley.ui.overview.window import window
from tests.desk import MANY, make, settings_in


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("filters")
    here = make(settings_in(folder), MANY)
    with closing(writer(here)) as some_are_checked:
        for table in ("reports", "participants", "mentions", "commitments"):
            some_are_checked.execute(f"UPDATE {table} SET checked = 1 WHERE id % 3 = 0")
    connection = reader(here)
    yield connection
    connection.close()


def meetings(db: Connection, **filters: object) -> int:
    return units.how_many(db, "meetings", Filters(**filters))  # type: ignore[arg-type]


def test_meetings_are_held_and_reported_and_counted_once(db: Connection) -> None:
    assert meetings(db) == 27


def test_a_planned_round_is_referred_to_and_not_met(db: Connection) -> None:
    listed = units.units(db, "referred", Filters())
    assert listed["start_on"].to_list() == ["2025"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"dialogues": ("c5+1",)}, 5),
        ({"dialogues": ("c5+1", "us-kz-espd")}, 11),
        ({"dialogues": (ONE_OFF,)}, 3),
        ({"dialogues": (ONE_OFF, "c5+1")}, 8),
        ({"sides": ("KZ", "US")}, 11),
        ({"sides": ("KZ", "EU")}, 9),
        ({"sides": ("KZ", "TM")}, 5),
        ({"people": ("aziz-namuna",)}, 8),
        ({"people": ("selin-örnek", "jonas-beispiel")}, 2),
        ({"sources": ("Steppe Times",)}, 1),
        ({"languages": ("ru",)}, 1),
        ({"topics": ("sanctions",)}, 3),
        ({"topics": ("sanctions", "tourism")}, 4),
        ({"topics": ("sanctions",), "sources": ("EU Wire",)}, 2),
    ],
)
def test_each_filter_leaves_the_meetings_it_names(db: Connection, filters: dict[str, object], count: int) -> None:
    assert meetings(db, **filters) == count


def test_people_only_spoken_of_are_not_present(db: Connection) -> None:
    assert meetings(db, people=("madina-bastyk",)) == 0


def test_last_rounds_are_the_newest_of_each_dialogue(db: Connection) -> None:
    listed = units.units(db, "meetings", Filters(dialogues=("c5+1", "us-kz-espd"), last_rounds=2))
    assert sorted(listed["start_on"]) == ["2021-09-22", "2023-09-19", "2023-11-06", "2024-05-31"]


def test_last_rounds_leave_one_off_meetings_out(db: Connection) -> None:
    assert meetings(db, last_rounds=1) == 4


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2023-11-06", "2023-11-06", 1),
        ("2023-11-07", "2023-12-31", 0),
        ("2023", "2023", 3),
        ("2023-09", "2023-10", 2),
        (None, "2012-12-31", 1),
        ("2025-06-24", None, 0),
    ],
)
def test_dates_take_in_both_their_ends(db: Connection, since: str | None, until: str | None, count: int) -> None:
    assert meetings(db, since=since, until=until) == count


def test_a_meeting_known_by_its_month_counts_where_the_dates_overlap_it(db: Connection) -> None:
    assert meetings(db, since="2025-03-15", until="2025-04-30") == 1
    assert meetings(db, since="2025-04-01", until="2025-04-30") == 0


def test_an_undated_meeting_is_in_no_dates(db: Connection) -> None:
    assert meetings(db, topics=("tourism",)) == 1
    assert meetings(db, topics=("tourism",), since="1900-01-01") == 0


def test_an_article_is_found_by_its_date_of_publication(db: Connection) -> None:
    assert units.how_many(db, "articles", Filters(since="2022-01-03", until="2022-01-03")) == 1


def test_an_agenda_is_not_yet_discussed(db: Connection) -> None:
    counts = topics.topic_counts(db, "sentences", Filters())
    assert "space" not in set(counts["topic"])


def test_demands_are_no_promises(db: Connection) -> None:
    assert set(units.units(db, "promises", Filters())["kind"]) == {"agreed", "intends"}


def test_facets_offer_each_dialogue_with_its_meetings(db: Connection) -> None:
    offered = {choice.value: choice.count for choice in facets.facets(db).dialogues}
    assert offered == {"eu-kz-cooperation-council": 9, "us-kz-espd": 6, "c5+1": 5, "us-uz-abc": 4}


def test_facets_tell_two_of_one_name_apart() -> None:
    class Rows:
        def execute(self, *_: object) -> "Rows":
            return self

        def fetchall(self) -> list[tuple[str, str, int]]:
            return [("a", "Ivan Petrov", 2), ("b", "Ivan Petrov", 1)]

    assert [choice.label for choice in facets.choices(Rows(), "")] == ["Ivan Petrov", "Ivan Petrov (2)"]


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


DATES = st.none() | st.sampled_from(
    ["2012-06-18", "2016-08-03", "2021-09-22", "2023", "2023-09-20", "2024-11", "2025-03-15"]
)
ANY_FILTERS = st.builds(
    Filters,
    dialogues=some(["c5+1", "us-kz-espd", "eu-kz-cooperation-council", "us-uz-abc", ONE_OFF]),
    last_rounds=st.none() | st.integers(1, 4),
    since=DATES,
    until=DATES,
    sides=some(["KZ", "US", "UZ", "EU"]),
    topics=some(["trade", "sanctions", "climate", "transport", "space", "diplomatic-engagement"]),
    people=some(["dana-example", "ermek-ulgi", "aziz-namuna"]),
    sources=some(["Example Herald", "Capital Post", "EU Wire", "Steppe Times"]),
    languages=some(["en", "ru"]),
    checked=st.booleans(),
)
RANDOMLY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def behind(db: Connection, unit: units.Unit, filters: Filters) -> set[int]:
    """The distinct units that have a source sentence in what the number opens."""
    listed = tuple(int(key) for key in units.units(db, unit, filters)["unit"])
    return set(evidence.evidence(db, unit, filters, listed)["unit"]) if listed else set()


@RANDOMLY
@given(filters=ANY_FILTERS, unit=st.sampled_from(list(units.LISTS)))
def test_every_headline_number_is_the_units_whose_sentences_it_opens(
    db: Connection, filters: Filters, unit: units.Unit
) -> None:
    assert units.how_many(db, unit, filters) == len(behind(db, unit, filters))


@RANDOMLY
@given(filters=ANY_FILTERS, unit=st.sampled_from(list(topics.COUNTED_BY)))
def test_every_topic_bar_is_the_units_whose_sentences_it_opens(
    db: Connection, filters: Filters, unit: units.Unit
) -> None:
    from parley.ui.topics import frequency

    counts = topics.topic_counts(db, unit, filters)
    for topic, n in zip(counts["topic"], counts["n"], strict=True):
        opened = frequency.opened(topic, counts, unit, filters)
        assert opened is not None
        assert n == len(behind(db, unit, opened.filters))


@RANDOMLY
@given(filters=ANY_FILTERS, unit=st.sampled_from(list(topics.COUNTED_BY)), step=st.sampled_from(["quarter", "year"]))
def test_every_bar_over_time_is_the_units_whose_sentences_it_opens(
    db: Connection, filters: Filters, unit: units.Unit, step: str
) -> None:
    from parley.ui.topics import trend

    found = topics.topic_trend(db, unit, filters, step)
    for row in found.itertuples():
        opened = trend.opened(f"{row.topic}|{row.period}", found, unit, filters, step)
        assert opened is not None
        assert row.n == len(behind(db, unit, opened.filters))


@RANDOMLY
@given(filters=ANY_FILTERS)
def test_every_bar_of_a_quarter_is_the_meetings_it_opens(db: Connection, filters: Filters) -> None:
    counts = quarters.gathered(overview.meetings_by_quarter(db, filters))
    for (period, label), n in counts.groupby(["period", "label"])["n"].sum().items():
        opened = quarters.opened(f"{period}|{label}", counts, filters)
        assert opened is not None
        assert n == len(behind(db, "meetings", opened.filters))


@RANDOMLY
@given(filters=ANY_FILTERS)
def test_every_bar_and_dot_of_the_overview_is_the_meetings_it_opens(db: Connection, filters: Filters) -> None:
    from parley.ui.overview import lately

    edges = overview.first_and_last_day(db, filters)
    found = window(filters, overview.newest_month(db, filters), *edges)
    for base, mark in ((found.now, ""), (found.before, "|before")) if found else ((filters, ""),):
        counts = topics.topic_counts(db, "meetings", base)
        for topic, n in zip(counts["topic"], counts["n"], strict=True):
            opened = lately.opened(f"{topic}{mark}", filters, found, counts)
            assert opened is not None
            assert n == len(behind(db, "meetings", opened.filters))
