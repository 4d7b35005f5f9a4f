"""What is new on the desk since a day, counted on a real database."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries.news import Changes, changes
from parley.settings import Settings
from parley.store import reader, visits, writer
from tests.desk import MANY, ONE, Met, Said, Story, Told, make, settings_in, told

LONG_AGO, SINCE = "2020-01-01T00:00:00.000+00:00", "2024-01-15T00:00:00.000+00:00"
LATER = told(
    Story(
        "A seventh round is set",
        (
            Said(
                "The sides agreed to report on grain by 1 March 2024.", ("trade",), "agreed", promise=("agreed", "both")
            ),
        ),
        (Met("dialogue", ("KZ", "US"), "2024-01-10", "Astana", "KZ"),),
        published_on="2024-01-11",
    )
)


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    return make(settings_in(tmp_path), MANY)


def added(settings: Settings, articles: Iterable[Told], at: str) -> None:
    """Say of these articles, which are there already, that they were added at an instant."""
    with closing(writer(settings)) as db:
        db.executemany("UPDATE articles SET added_at = ? WHERE text = ?", [(at, a.text) for a, _ in articles])


def news(settings: Settings, since: str = SINCE, filters: Filters = Filters(), today: str = "2024-02-01") -> Changes:  # noqa: B008
    with closing(reader(settings)) as db:
        return changes(db, filters, since, today, "local")


def test_everything_is_new_to_who_was_never_here(desk: Settings) -> None:
    found = news(desk, since="")
    assert (len(found.meetings), len(found.promises), found.told_further) == (27, 24, ())


def test_nothing_is_new_after_the_last_article_came(desk: Settings) -> None:
    found = news(desk, since="2999-01-01T00:00:00.000+00:00")
    assert (found.meetings, found.promises, found.topics, found.differing) == ((), (), (), ())


def test_a_meeting_known_before_is_told_further_and_not_new(desk: Settings) -> None:
    added(desk, MANY, LONG_AGO)
    added(desk, [one for one in MANY if one[0].title.startswith("A summit of six")], "2024-01-20T00:00:00.000+00:00")
    found = news(desk)
    assert (found.meetings, len(found.told_further)) == ((), 1)


def test_outlets_that_give_other_days_are_said_to_differ_on_the_date(desk: Settings) -> None:
    found = news(desk, since="")
    assert [one.fields for one in found.differing] == [("Date",)]


def test_topics_are_those_of_new_meetings_alone(tmp_path: Path) -> None:
    desk = make(settings_in(tmp_path), [*ONE, LATER])
    added(desk, ONE, LONG_AGO)
    assert [(topic, n) for topic, _, n in news(desk).topics] == [("trade", 1)]


@pytest.mark.parametrize(("today", "deadlines"), [("2023-11-01", 0), ("2024-02-01", 1), ("2024-03-02", 0)])
def test_a_deadline_is_told_within_ninety_days_and_not_once_it_has_passed(
    tmp_path: Path, today: str, deadlines: int
) -> None:
    desk = make(settings_in(tmp_path), [LATER])
    with closing(writer(desk)) as db:
        db.execute("UPDATE commitments SET due_on = '2024-03-01'")
    assert len(news(desk, today=today).due) == deadlines


def test_another_visit_begins_after_hours_and_not_with_each_page(tmp_path: Path) -> None:
    with closing(writer(make(settings_in(tmp_path)))) as db:
        for at in ("09:00", "09:20", "10:00"):
            visits.visited(db, "local", f"2026-11-20T{at}:00.000+00:00")
        assert visits.last_visit(db, "local") is None
        assert not visits.is_to_be_kept(db, "local", "2026-11-20T10:05:00.000+00:00")
        visits.visited(db, "local", "2026-11-23T08:00:00.000+00:00")
        visits.visited(db, "local", "2026-11-23T08:30:00.000+00:00")
        assert visits.last_visit(db, "local") == "2026-11-20T10:00:00.000+00:00"


def test_the_day_of_the_last_briefing_is_kept_until_it_is_taken_back(tmp_path: Path) -> None:
    with closing(writer(make(settings_in(tmp_path)))) as db:
        visits.set_briefed(db, "local", "2026-11-20")
        assert visits.briefed_on(db, "local") == "2026-11-20"
        visits.set_briefed(db, "local", None)
        assert visits.briefed_on(db, "local") is None
