"""Every number of the list of dialogues is the count of the units that it opens, whatever is filtered."""

from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries import units
from parley.queries.dialogues import dialogue, dialogues
from parley.store import Connection, reader, writer
from parley.store.follows import follow
from parley.ui.dialogues import listing
from parley.ui.evidence import Opened
from tests.copied import COPIED
from tests.desk import C5, ESPD, MANY, make, settings_in

FILTERS = (
    Filters(),
    Filters(sides=("KZ",)),
    Filters(sides=("US", "UZ")),
    Filters(topics=("trade",)),
    Filters(topics=("trade", "climate"), sides=("KZ",)),
    Filters(since="2021-01-01", until="2024-06-30"),
    Filters(last_rounds=2),
    Filters(sources=("Capital Post",)),
    Filters(languages=("ru",)),
    Filters(people=("dana-example",), since="2020"),
    Filters(dialogues=(C5[0], ESPD[0])),
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    return reader(make(settings_in(tmp_path_factory.mktemp("numbers")), [*MANY, *COPIED]))


def keys(db: Connection, opened: Opened) -> list[int]:
    """The units that a panel lists."""
    listed = units.units(db, opened.unit, opened.filters)["unit"].to_list()
    return [key for key in listed if opened.keys is None or key in opened.keys]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_rounds_and_open_promises_open_as_many_units_as_they_count(
    db: Connection, filters: Filters, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in dialogues(db, filters, "local"):
        for what, count in (("rounds", len(one.rounds)), ("promises", len(one.open_promises))):
            monkeypatch.setattr(listing.st, "session_state", {listing.OPEN: (one.series, what)})
            opened = listing.opened(one, filters)
            assert opened is not None
            found = keys(db, opened)
            assert len(found) == len(set(found)) == count


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_the_rounds_of_all_dialogues_are_the_meetings_of_the_headline_outside_one_off_talks(
    db: Connection, filters: Filters
) -> None:
    listed = units.units(db, "meetings", filters)
    held = sum(len(one.rounds) for one in dialogues(db, filters, "local"))
    assert held == int(listed["dialogue"].notna().sum())


def test_the_articles_on_the_rounds_of_a_page_open_once_each(db: Connection) -> None:
    one = dialogue(db, ESPD[0], Filters(), "local")
    assert one is not None
    wanted = tuple({article for held in one.rounds for article in held.articles})
    assert len(keys(db, Opened("articles", Filters(dialogues=(ESPD[0],)), "", wanted))) == len(wanted)


def test_followed_dialogues_come_first_in_the_list(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path), MANY)
    follow(writer(settings), "local", "us-uz-abc", wanted=True)
    found = dialogues(reader(settings), Filters(), "local")
    assert [one.series for one in found if one.is_followed] == ["us-uz-abc"]
    assert found[0].is_followed
    days = [one.last.day for one in found[1:] if one.last]
    assert days == sorted(days, reverse=True)
